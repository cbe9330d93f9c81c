import { withdrawIntake } from '@/lib/intake/erase-intakes';
import { intakeHouse } from '@/lib/intake/intake-house';
import { answerFailure } from '../answer-failure';
import { isForeign } from '../is-foreign';
import { problem } from '../problem';

/** Deletes what was shared: 204, also where there is nothing to delete. */
export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  if (isForeign(request)) return problem(403, 'Another site sent this');
  try {
    const { database } = await intakeHouse();
    await withdrawIntake(database, (await params).reference, new Date());
  } catch (error) {
    return answerFailure(error);
  }
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}
