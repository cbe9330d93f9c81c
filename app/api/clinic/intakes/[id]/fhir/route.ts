import { answerFailure } from '@/app/api/intakes/answer-failure';
import { problem } from '@/app/api/intakes/problem';
import { scopeOfRequest } from '@/app/clinic/require-scope';
import { documentTitles } from '@/app/fhir/document-titles';
import { clinicHouse } from '@/lib/clinic/clinic-house';
import { inClinic } from '@/lib/clinic/in-clinic';
import { readForExchange } from '@/lib/clinic/read-for-exchange';
import { toDocument } from '@/lib/interop/fhir/to-document';
import { answerMissing } from '../../../handle';

/**
 * The intake as a FHIR R4 document: final once it is signed, preliminary before; audited. It names
 * the patient by the intake's id alone.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const scope = await scopeOfRequest(request, 'see-clinical');
    if (scope instanceof Response) return scope;
    const { id: intakeId } = await params;
    const house = await clinicHouse();
    const found = await readForExchange(house, scope, intakeId);
    if (!found) return answerMissing();
    if (found === 'other-rules') {
      return problem(409, 'It was signed under rules that this server no longer has');
    }
    await inClinic(house.database, scope, ({ record }) =>
      record({ action: 'exported', at: new Date(), intakeId, details: { paper: 'fhir' } }),
    );
    const document = toDocument({ base: house.base, ...found, titles: documentTitles });
    return new Response(JSON.stringify(document), {
      headers: {
        'Content-Type': 'application/fhir+json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="surae-intake.json"',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    return answerFailure(error);
  }
}
