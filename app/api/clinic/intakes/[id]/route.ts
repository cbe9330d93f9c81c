import { answerFailure } from '@/app/api/intakes/answer-failure';
import { problem } from '@/app/api/intakes/problem';
import { scopeOfRequest } from '@/app/clinic/require-scope';
import { changeIntake, changeSchema } from '@/lib/clinic/change-intake';
import { toFields } from '@/lib/clinic/intake-fields';
import { isId, readClinicIntake } from '@/lib/clinic/open-clinic-intake';
import { connectDatabase } from '@/lib/intake/database';
import { answerMissing, answerPrivately, handle } from '../../handle';

interface IntakeContext {
  readonly params: Promise<{ id: string }>;
}

/** How the intake stands now, for a page that is open. It does not keep a session alive. */
export async function GET(request: Request, { params }: IntakeContext): Promise<Response> {
  try {
    const scope = await scopeOfRequest(request, 'see-clinical', { background: true });
    if (scope instanceof Response) return scope;
    const found = await readClinicIntake(await connectDatabase(), scope, (await params).id);
    if (!found) return answerMissing();
    const { revision, state, content, changes } = found;
    const [last] = changes;
    return answerPrivately({
      ...{ revision, state, fields: toFields(content) },
      last: last ? { by: last.by, at: last.at.toISOString(), fields: last.fields } : null,
    });
  } catch (error) {
    return answerFailure(error);
  }
}

/** Changes fields, once for each `changeId`. */
export async function PATCH(request: Request, { params }: IntakeContext): Promise<Response> {
  return handle(request, 'examine', changeSchema, async ({ scope, body, house }) => {
    const { id } = await params;
    if (!isId(id)) return answerMissing();
    const result = await changeIntake(house, scope, id, body, new Date());
    switch (result.outcome) {
      case 'changed': {
        const { revision, clashes, content } = result;
        return answerPrivately({ revision, clashes, fields: toFields(content) });
      }
      case 'invalid':
        return problem(422, 'The changes are not valid', result.faults);
      case 'missing':
        return answerMissing();
      case 'closed':
        return problem(409, 'The intake is signed: amend it to change it');
    }
  });
}
