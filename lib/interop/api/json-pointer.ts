/** The JSON pointer (RFC 6901) to a field such as `answers.onset` in what was given. */
export function jsonPointerTo(given: unknown, field: string): string {
  if (field === '(the whole)' || field === '') return '';
  const name = firstName(given, field);
  const rest = field.slice(name.length + 1);
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${jsonPointerTo(valueAt(given, name), rest)}`;
}

/** A name may hold dots itself: the longest that is there counts. */
function firstName(given: unknown, field: string): string {
  const names = typeof given === 'object' && given !== null ? Object.keys(given) : [];
  const fitting = names.filter((name) => field === name || field.startsWith(`${name}.`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? field.split('.', 1)[0] ?? field;
}

function valueAt(given: unknown, name: string): unknown {
  if (typeof given !== 'object' || given === null) return undefined;
  return Object.entries(given).find(([key]) => key === name)?.[1];
}
