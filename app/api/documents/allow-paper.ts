import { apiSettings } from '@/lib/settings/api-settings';
import { openAllowance } from '../allowance';
import { callerAddress } from '../caller-address';
import { problem } from '../intakes/problem';

const takeFromAllowance = openAllowance();

/** Null where a member may have one more paper this minute, else the refusal. */
export async function allowMember(userId: string): Promise<Response | null> {
  return await allowPaper(`user ${userId}`);
}

/** The same for whoever asks without an account. */
export async function allowAnybody({ headers }: Request): Promise<Response | null> {
  return await allowPaper(callerAddress(headers, apiSettings().addressHeader));
}

async function allowPaper(caller: string): Promise<Response | null> {
  const seconds = await takeFromAllowance(caller, apiSettings().papersPerMinute);
  if (seconds === null) return null;
  return problem(429, 'Too many papers in one minute', [], { 'Retry-After': String(seconds) });
}
