export type DeadlineWords = 'passed' | 'today' | 'tomorrow' | 'later' | 'date';

const dayMs = 24 * 60 * 60 * 1000;
const exactDaysMax = 7;

/** How a deadline is best said: by the hour while it is near, by the date once it is a week off. */
export function describeDeadline(deadline: Date, now: Date): DeadlineWords {
  if (deadline <= now) return 'passed';
  const daysOff = Math.round((startOfDay(deadline) - startOfDay(now)) / dayMs);
  if (daysOff === 0) return 'today';
  if (daysOff === 1) return 'tomorrow';
  return daysOff <= exactDaysMax ? 'later' : 'date';
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
