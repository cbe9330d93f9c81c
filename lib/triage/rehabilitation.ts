/** conditions that count -> each rehabilitation option: now, later, with caution, never. */
import type { RehabilitationAdvice } from './assessment';
import type { Condition, KnowledgeBase } from './knowledge-base';
import type { RuledCondition } from './ruled';
import type { RehabilitationStatus } from './schema';
import { say, sayTo, type Voice } from './voice';

/** From the strictest on; what is of no use for one condition may be of use for another. */
const strictness: readonly RehabilitationStatus[] = ['never', 'later', 'caution', 'now', 'no-role'];
/** Of rest the careful word is to rest now, not to rest with caution. */
const restStrictness: typeof strictness = ['never', 'later', 'now', 'caution', 'no-role'];
const rest = 'rest-and-walking-aids';

/**
 * The strictest word on each option, with the note of the condition that gave it. While a danger
 * is open nothing but rest and walking aids is for now.
 */
export function adviseRehabilitation(
  base: KnowledgeBase,
  considered: readonly RuledCondition[],
  mayBeDanger: boolean,
  voice: Voice,
): RehabilitationAdvice[] {
  return base.rehabilitation.options.map(({ id, name, what }) => {
    const strictest = findStrictest(considered, id);
    const own = strictest?.rehabilitation.options[id] ?? 'no-role';
    const isForNow = own === 'now' || own === 'caution';
    const status = mayBeDanger && isForNow && id !== rest ? 'later' : own;
    const note = strictest?.rehabilitation.notes?.[id];
    const general = status === 'never' ? '' : sayTo(what, voice);
    return { option: id, name: say(name, voice), status, note: note ? say(note, voice) : general };
  });
}

/** The first of the conditions with the strictest word on an option. */
function findStrictest(
  considered: readonly RuledCondition[],
  option: keyof Condition['rehabilitation']['options'],
): Condition | null {
  const order = option === rest ? restStrictness : strictness;
  let found: Condition | null = null;
  let rank = order.length;
  for (const { condition } of considered) {
    const own = condition.rehabilitation.options[option];
    if (own === undefined || order.indexOf(own) >= rank) continue;
    found = condition;
    rank = order.indexOf(own);
  }
  return found;
}
