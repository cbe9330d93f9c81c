import { problem } from '@/app/api/intakes/problem';
import type { SignResult } from '@/lib/clinic/sign-assessment';
import { answerMissing, answerPrivately } from '../../handle';

/** What came of signing. */
export function answerSigned(result: SignResult): Response {
  switch (result.outcome) {
    case 'signed':
      return answerPrivately({ version: result.version });
    case 'invalid':
      return problem(422, 'The conclusion is not complete', result.faults);
    case 'missing':
      return answerMissing();
    case 'closed':
      return problem(409, 'The intake is not open');
    case 'changed':
      return problem(412, 'Somebody changed the intake meanwhile');
  }
}
