import { z } from 'zod';
import { inClinic } from '@/lib/clinic/in-clinic';
import { readClinicIntake } from '@/lib/clinic/open-clinic-intake';
import { answerMissing, answerPrivately, handle } from '../../../handle';

const tookSchema = z.strictObject({ as: z.enum(['printed', 'note']) });

/** Notes that a member printed the summary, or took its text. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return handle(request, 'see-clinical', tookSchema, async ({ scope, body, house }) => {
    const { id: intakeId } = await params;
    const found = await readClinicIntake(house.database, scope, intakeId);
    if (!found) return answerMissing();
    const unsigned = found.state === 'open' && { details: { unsigned: true } };
    await inClinic(house.database, scope, ({ record }) =>
      record(
        body.as === 'printed'
          ? { action: 'printed', at: new Date(), intakeId, ...unsigned }
          : { action: 'exported', at: new Date(), intakeId, details: { paper: 'note' } },
      ),
    );
    return answerPrivately({});
  });
}
