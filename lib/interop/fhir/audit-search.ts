/** The query of a search for AuditEvents -> which lines of the trail. */
import { z } from 'zod';
import { actionSystem, intakeSystem } from './audit-event';
import { type DateRange, readDateRange } from './date-range';

/** Events of one page. */
const countMax = 100;

export interface AuditSearch {
  readonly actions?: readonly string[];
  readonly hashes?: readonly string[];
  readonly intakeId?: string;
  readonly at: readonly DateRange[];
  readonly count: number;
  /** Where the page before ended. */
  readonly after: string | null;
}

type AuditSearchResult =
  | {
      readonly ok: true;
      readonly search: AuditSearch;
      /** The parameters that were used: others are passed over. */
      readonly used: URLSearchParams;
    }
  | { readonly ok: false; readonly message: string };

/** Each may come once, `date` as often as one likes. */
const single = ['_id', 'subtype', 'entity:identifier', '_count', 'after'];

export function readAuditSearch(query: URLSearchParams): AuditSearchResult {
  const used = new URLSearchParams(
    [...query].filter(([name]) => name === 'date' || single.includes(name)),
  );
  const twice = single.find((name) => used.getAll(name).length > 1);
  if (twice) return fault(`${twice} may come once`);
  const at = used.getAll('date').map(readDateRange);
  if (!at.every((range) => range !== null)) {
    return fault('date is a date or time, which eq, ge, gt, le, lt, sa or eb may stand before');
  }
  const count = used.get('_count') ?? String(countMax);
  if (!/^[1-9]\d{0,8}$/.test(count)) return fault('_count is a whole number from 1');
  const after = used.get('after');
  if (after !== null && !/^\d{1,18}$/.test(after)) return fault('after is of a link of ours');
  const entity = used.get('entity:identifier');
  const [intakeId, ...others] = entity === null ? [] : codesOf(entity, intakeSystem);
  const isOne =
    intakeId !== undefined && others.length === 0 && z.uuid().safeParse(intakeId).success;
  if (entity !== null && (!isOne || entity.includes(','))) {
    return fault('entity:identifier is the id of one intake, with our system or without');
  }
  const subtype = used.get('subtype');
  const search = {
    ...(subtype !== null && { actions: codesOf(subtype, actionSystem) }),
    ...(used.has('_id') && { hashes: used.get('_id')?.split(',') ?? [] }),
    ...(intakeId !== undefined && { intakeId }),
    ...{ at, after, count: Math.min(Number(count), countMax) },
  };
  return { ok: true, search, used };
}

/** The codes of a token parameter that can be of the system: `code`, `system|code`, by commas. */
function codesOf(token: string, system: string): string[] {
  return token.split(',').flatMap((one) => {
    const cut = one.lastIndexOf('|');
    if (cut < 0) return [one];
    return one.slice(0, cut) === system ? [one.slice(cut + 1)] : [];
  });
}

function fault(message: string): AuditSearchResult {
  return { ok: false, message };
}
