import { allowMember } from '@/app/api/documents/allow-paper';
import { answerPdf } from '@/app/api/documents/answer-pdf';
import { inClinic } from '@/lib/clinic/in-clinic';
import { readSummaryNow } from '@/lib/clinic/open-clinic-intake';
import { paperRequestSchema } from '@/lib/summary/document/document-request';
import { answerMissing, handle } from '../../../handle';

/** A paper of the last signed version, or of the intake as it stands while none is; audited. */
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
    await inClinic(house.database, scope, ({ record }) =>
      record({ action: 'exported', at: new Date(), intakeId, details: { paper: body.kind } }),
    );
    return answerPdf(request, body, { summary });
  });
}
