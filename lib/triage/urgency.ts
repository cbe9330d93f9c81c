/**
 * rules that fire -> how urgent it is, why, and how urgent it could still become.
 *
 * The most urgent of the red flags present, the referrals of the plausible conditions, and the
 * floors. What the rules support can only rise as the unknown is filled in; a floor is the one
 * thing that an answer can lift, because it stands for the answer that is missing.
 */
import type { UrgencyReason } from './assessment';
import { isReassuring, mostUrgent, urgencyRank } from './disposition';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { type KnowledgeBase, ruleId } from './knowledge-base';
import type { Reading } from './operators';
import type { Standing } from './ranking';
import type { RuleBook, UrgencySetter } from './rule-book';
import type { Urgency } from './schema';
import { sayTo, type Voice } from './voice';

type FloorName = keyof KnowledgeBase['floors'];

export interface JudgedUrgency {
  readonly urgency: Urgency;
  readonly urgencyCeiling: Urgency;
  /** What the rules support; null where nothing fires. */
  readonly supported: Urgency | null;
  readonly floors: readonly FloorName[];
}

/** The level and the ceiling. */
export function judgeUrgency(
  book: RuleBook,
  { truths, isUnknown }: Pick<Evaluation, 'truths' | 'isUnknown'>,
  standings: readonly Standing[],
): JudgedUrgency {
  const { supported, possible } = mostUrgentSet(book, truths, standings);
  const floors: FloorName[] = [];
  if (supported === null) floors.push('nothingSupported');
  if (book.emergencyQuestions.some(isUnknown)) floors.push('emergencyScreenOpen');
  const levels = floors.map((name) => book.base.floors[name].urgency);
  const urgency = mostUrgent(supported === null ? levels : [supported, ...levels]);
  const urgencyCeiling = possible === null ? urgency : mostUrgent([urgency, possible]);
  const isBarred = urgency === 'self-care' && !isReassuring(urgencyCeiling);
  return {
    urgency: isBarred ? book.base.floors.dangerNotExcluded.urgency : urgency,
    urgencyCeiling,
    supported,
    floors: isBarred ? [...floors, 'dangerNotExcluded'] : floors,
  };
}

/** What the rules support, and what they could once the unknown is filled in; null where nothing. */
function mostUrgentSet(
  { setters }: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): { readonly supported: Urgency | null; readonly possible: Urgency | null } {
  let possible: Urgency | null = null;
  // The most urgent come first; what is certain is possible too.
  for (const setter of setters) {
    if (possible === null && sets(setter, truths, standings, 'possible')) possible = setter.urgency;
    if (possible !== null && sets(setter, truths, standings, 'certain')) {
      return { supported: setter.urgency, possible };
    }
  }
  return { supported: null, possible };
}

/** Whether something sets its urgency, or, under `possible`, could once the unknown is filled in. */
export function sets(
  { rulePlace, condition, flagPlaces }: UrgencySetter,
  truths: readonly Truth[],
  standings: readonly Standing[],
  reading: Reading,
): boolean {
  if (rulePlace >= 0 && !fires(rulePlace, truths, reading)) return false;
  if (condition === null) return true;
  const standing = standings[condition];
  const isPlausible = reading === 'certain' ? standing?.plausible : standing?.couldBePlausible;
  if (isPlausible === true) return true;
  for (const place of flagPlaces) if (fires(place, truths, reading)) return true;
  return false;
}

function fires(place: number, truths: readonly Truth[], reading: Reading): boolean {
  return truths[place] === true || (reading === 'possible' && truths[place] === 'open');
}

/** What sets the urgency, and what else counts, the most urgent first. */
export function giveReasons(
  { base, setters }: RuleBook,
  { truths }: Pick<Evaluation, 'truths'>,
  standings: readonly Standing[],
  { floors }: JudgedUrgency,
  voice: Voice,
): UrgencyReason[] {
  const supported = setters
    .filter((setter) => sets(setter, truths, standings, 'certain'))
    .map(({ id, urgency, describe }) => ({ rule: id, text: describe(voice), urgency }));
  const missing = floors.map((name) => ({
    rule: ruleId.floor(name),
    text: sayTo(base.floors[name].text, voice),
    urgency: base.floors[name].urgency,
  }));
  return [...supported, ...missing].sort((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency));
}
