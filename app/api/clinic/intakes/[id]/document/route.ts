import { allowMember } from '@/app/api/documents/allow-paper';
import { answerPdf } from '@/app/api/documents/answer-pdf';
import { problem } from '@/app/api/intakes/problem';
import { inClinic } from '@/lib/clinic/in-clinic';
import { readSummaryNow } from '@/lib/clinic/open-clinic-intake';
import { paperRequestSchema } from '@/lib/summary/document/document-request';
import { answerMissing, handle } from '../../../handle';

/**
 * A paper of the last signed version; while it is open, the provider's summary alone, each page marked
 * as unsigned. Audited.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'see-clinical', paperRequestSchema, async ({ scope, body, house }) => {
    const refused = await allowMember(scope.userId);
    if (refused) return refused;
    const { id: intakeId } = await params;
    const summary = await readSummaryNow(house, scope, intakeId);
    if (!summary) return answerMissing();
    const isUnsigned = summary.conclusion === null;
    if (isUnsigned && body.kind !== 'summary') {
      return problem(409, 'Nobody has signed the intake: there is only its summary, marked so');
    }
    const details = { paper: body.kind, ...(isUnsigned && { unsigned: true }) };
    await inClinic(house.database, scope, ({ record }) =>
      record({ action: 'exported', at: new Date(), intakeId, details }),
    );
    return answerPdf(request, body, { summary, isUnsigned });
  });
}
