import { connectDatabase } from '@/lib/intake/database';
import { waitAfterFailedLookup } from '@/lib/intake/failed-lookups';
import { type OpenedIntake, openIntake } from '@/lib/intake/open-intake';

/** What the reference opens now; null, held up where there were many such of late, if nothing. */
export async function openShared(reference: string): Promise<OpenedIntake | null> {
  const opened = await openIntake(await connectDatabase(), reference, new Date());
  if (!opened) await waitAfterFailedLookup();
  return opened;
}
