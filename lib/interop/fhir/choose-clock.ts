/**
 * When the answers were given: deadlines count from then. A time to come would put them off, so that
 * the server's own clock stands in its place, as where there is none.
 */
export function chooseClock(authored: Date | null, now: Date): Date {
  return authored && authored.getTime() <= now.getTime() ? authored : now;
}
