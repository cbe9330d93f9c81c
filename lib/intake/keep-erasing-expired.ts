import { connectDatabase } from './database';
import { eraseExpired } from './erase-intakes';

const everyMs = 60 * 60 * 1000;

/**
 * Erases what has expired, now and every hour from now on. It can no longer be opened anyway:
 * while the database does not answer, it waits for the next time.
 */
export function keepErasingExpired(): void {
  void eraseNow();
  setInterval(() => void eraseNow(), everyMs).unref();
}

async function eraseNow(): Promise<void> {
  try {
    await eraseExpired(await connectDatabase(), new Date());
  } catch {
    console.error('expired-intakes-not-erased: trying again in an hour');
  }
}
