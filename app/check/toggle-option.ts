import type { Option } from '@/lib/triage/schema';
import { notSure } from './question-schema';

/**
 * What is ticked after a tap on `value`, in the order of the options. "None of these" and
 * "Not sure" stand alone.
 */
export function toggleOption(
  options: readonly Option[],
  ticked: readonly string[],
  value: string,
): string[] {
  if (ticked.includes(value)) return ticked.filter((one) => one !== value);
  const standsAlone = (one: string) =>
    one === notSure || options.some((option) => option.value === one && option.exclusive);
  if (standsAlone(value)) return [value];
  return options
    .map((option) => option.value)
    .filter((one) => one === value || (ticked.includes(one) && !standsAlone(one)));
}
