/**
 * rules that fire -> how urgent it is, why, and how urgent it could still become.
 *
 * The most urgent of the red flags present, the referrals of the plausible conditions, and the
 * floors. What the rules support can only rise as the unknown is filled in; a floor is the one
 * thing that an answer can lift, because it stands for the answer that is missing. So what has a
 * milder form is supported in that form alone while it is open which form it takes, and a floor
 * holds the level of the full one.
 */
import type { UrgencyReason } from './assessment';
import { isReassuring, mostUrgent, mostUrgentFirst } from './disposition';
import type { Truth } from './engine';
import type { Evaluation } from './evaluation';
import { type KnowledgeBase, ruleId } from './knowledge-base';
import type { Reading } from './operators';
import type { Standing } from './ranking';
import type { RuleBook } from './rule-book';
import type { Urgency } from './schema';
import type { UrgencySetter } from './urgency-setters';
import { sayTo, type Voice } from './voice';

type FloorName = keyof KnowledgeBase['floors'];

export interface JudgedUrgency {
  readonly urgency: Urgency;
  readonly urgencyCeiling: Urgency;
  /** What the rules support; null where nothing fires. */
  readonly supported: Urgency | null;
  /** More urgent than that: what counts in full until it is known whether it is milder. */
  readonly inFull: UrgencySetter | null;
  readonly floors: readonly Floor[];
}

interface Floor {
  readonly name: FloorName;
  readonly urgency: Urgency;
}

/** The level and the ceiling. */
export function judgeUrgency(
  book: RuleBook,
  { truths, isUnknown }: Pick<Evaluation, 'truths' | 'isUnknown'>,
  standings: readonly Standing[],
): JudgedUrgency {
  const { supported, possible, inFull } = mostUrgentSet(book, truths, standings);
  const { nothingSupported, emergencyScreenOpen, dangerNotExcluded } = book.base.floors;
  const floors: Floor[] = [];
  if (supported === null) {
    floors.push({ name: 'nothingSupported', urgency: nothingSupported.urgency });
  }
  if (book.emergencyQuestions.some(isUnknown)) {
    floors.push({ name: 'emergencyScreenOpen', urgency: emergencyScreenOpen.urgency });
  }
  if (inFull !== null) floors.push({ name: 'milderFormOpen', urgency: inFull.urgency });
  const levels = floors.map((floor) => floor.urgency);
  const urgency = mostUrgent(supported === null ? levels : [supported, ...levels]);
  const urgencyCeiling = possible === null ? urgency : mostUrgent([urgency, possible]);
  const isBarred = urgency === 'self-care' && !isReassuring(urgencyCeiling);
  return {
    urgency: isBarred ? dangerNotExcluded.urgency : urgency,
    urgencyCeiling,
    supported,
    inFull,
    floors: isBarred
      ? [...floors, { name: 'dangerNotExcluded', urgency: dangerNotExcluded.urgency }]
      : floors,
  };
}

interface MostUrgent {
  /** What the rules support; null where nothing. */
  readonly supported: Urgency | null;
  /** What they could once the unknown is filled in. */
  readonly possible: Urgency | null;
  /** More urgent than what is supported: what counts in full until its form is known. */
  readonly inFull: UrgencySetter | null;
}

function mostUrgentSet(
  { setters }: RuleBook,
  truths: readonly Truth[],
  standings: readonly Standing[],
): MostUrgent {
  let possible: Urgency | null = null;
  let inFull: UrgencySetter | null = null;
  // The most urgent come first; what is certain is possible too.
  for (const setter of setters) {
    const holds = holding(setter, truths, standings);
    if (holds === 'no') continue;
    const takes = takesForm(setter, truths);
    if (takes === 'no') continue;
    possible ??= setter.urgency;
    if (holds === 'open') continue;
    if (takes === 'yes') return { supported: setter.urgency, possible, inFull };
    inFull ??= setter;
  }
  return { supported: null, possible, inFull };
}

/** Whether something sets its urgency, or, under `possible`, could once the unknown is filled in. */
export function sets(
  setter: UrgencySetter,
  truths: readonly Truth[],
  standings: readonly Standing[],
  reading: Reading,
): boolean {
  const holds = holding(setter, truths, standings);
  if (holds === 'no') return false;
  const takes = takesForm(setter, truths);
  return reading === 'possible' ? takes !== 'no' : holds === 'yes' && takes === 'yes';
}

type Held = 'yes' | 'no' | 'open';

/** Whether it holds, in whichever form. */
function holding(
  { rulePlace, condition, flagPlaces }: UrgencySetter,
  truths: readonly Truth[],
  standings: readonly Standing[],
): Held {
  const truth = rulePlace < 0 ? true : truths[rulePlace];
  if (truth === false) return 'no';
  const most = truth === true ? 'yes' : 'open';
  if (condition === null) return most;
  const standing = standings[condition];
  if (standing?.plausible) return most;
  let isOpen = standing?.couldBePlausible === true;
  for (const place of flagPlaces) {
    const flag = truths[place];
    if (flag === true) return most;
    if (flag === 'open') isOpen = true;
  }
  return isOpen ? 'open' : 'no';
}

/** While the form is open the milder one is certain: the least that it can come to. */
function takesForm({ milderPlace, form }: UrgencySetter, truths: readonly Truth[]): Held {
  if (milderPlace < 0) return 'yes';
  const truth = truths[milderPlace];
  if (form?.isMilder) return truth === false ? 'no' : 'yes';
  if (truth === true) return 'no';
  return truth === false ? 'yes' : 'open';
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
  const missing = floors.map(({ name, urgency }) => ({
    rule: ruleId.floor(name),
    text: sayTo(base.floors[name].text, voice),
    urgency,
  }));
  return mostUrgentFirst([...supported, ...missing], ({ urgency }) => urgency);
}
