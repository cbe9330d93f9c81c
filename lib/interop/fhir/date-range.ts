import { z } from 'zod';

/** From its first moment until the first one after it. */
interface Moments {
  readonly from: Date;
  readonly until: Date;
}

/** Bounds of a moment; the upper one is not within them. */
export interface DateRange {
  readonly gte?: Date;
  readonly lt?: Date;
}

/**
 * What a date parameter of a FHIR search asks of a moment, such as `2026-03`, `ge2026-03-01` or
 * `lt2026-03-01T12:00Z`: a year, month, day, minute or second is all of it. Without a zone it is UTC.
 * Null where it is none, or begins with `ne` or `ap`.
 */
export function readDateRange(text: string): DateRange | null {
  const [, prefix = 'eq', date = ''] = /^([a-z]{2})?(.*)$/.exec(text) ?? [];
  const moments = momentsOf(date);
  if (!moments) return null;
  const { from, until } = moments;
  switch (prefix) {
    case 'eq':
      return { gte: from, lt: until };
    case 'ge':
      return { gte: from };
    case 'gt':
    case 'sa':
      return { gte: until };
    case 'le':
      return { lt: until };
    case 'lt':
    case 'eb':
      return { lt: from };
    default:
      return null;
  }
}

/** A "+" in an address is read as a space. */
const timePattern = /^([\d-]+T\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[ +-]\d\d:\d\d)?$/;

function momentsOf(text: string): Moments | null {
  const [year = '', month, ...others] = text.split('-');
  if (others.length === 0) return monthOrYear(year, month);
  if (z.iso.date().safeParse(text).success) return lasting(text, 24 * 60 * 60 * 1000);
  const [, minute, seconds, fraction = '', zone = 'Z'] = timePattern.exec(text) ?? [];
  const time = `${minute}${seconds ?? ':00'}${fraction}${zone.replace(' ', '+')}`;
  if (!z.iso.datetime({ offset: true }).safeParse(time).success) return null;
  if (fraction !== '') return lasting(time, 1);
  return lasting(time, seconds ? 1000 : 60_000);
}

function monthOrYear(year: string, month: string | undefined): Moments | null {
  const first = z.iso.date().safeParse(`${year}-${month ?? '01'}-01`);
  if (!first.success) return null;
  const from = new Date(first.data);
  const until = new Date(from);
  if (month === undefined) until.setUTCFullYear(from.getUTCFullYear() + 1);
  else until.setUTCMonth(from.getUTCMonth() + 1);
  return { from, until };
}

function lasting(text: string, milliseconds: number): Moments {
  const from = new Date(text);
  return { from, until: new Date(from.getTime() + milliseconds) };
}
