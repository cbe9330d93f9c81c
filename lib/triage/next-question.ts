/**
 * The next question of a self-check: emergency questions first and whole, then what is asked of
 * everybody, then the one that can leave the fewest dangers open. It ends when nothing that could
 * still be asked can raise the urgency, nor show a red flag that brings the deadline forward, nor,
 * by itself, change the condition that leads: the one that a red flag points to, else the first.
 */
import type { Input } from './answers';
import { dispositionOf, urgencyRank } from './disposition';
import { type Explored, explore, exploreWith } from './explore';
import { comparisonsOf, type Question } from './knowledge-base';
import { leadingCondition } from './ranking';
import type { RuleBook } from './rule-book';
import { type Supposition, suppositionsOf } from './suppositions';
import type { Twin } from './twin';
import { type Supposed, unanswerable } from './typed-facts';
import { type JudgedUrgency, judgeUrgency, sets } from './urgency';

/** How far a self-check has come. */
export interface SelfCheckState {
  /** What the answers say. */
  readonly now: Explored;
  /** The same, where questions that were asked in vain will never be answered. */
  readonly reach: Explored;
  readonly asked: ReadonlySet<string>;
}

/** @param unsure the questions that were asked and not answered */
export function stateOfSelfCheck(
  twin: Twin,
  { audience, answers }: Input,
  unsure: readonly string[],
): SelfCheckState {
  const now = explore(twin, twin.evaluate({ audience, answers }));
  const asked = new Set([...Object.keys(answers), ...unsure]);
  // Nobody is asked for a finding: those that are not known from the start will not be.
  const findings = twin.book.base.findings.map(({ id }) => id);
  const inVain = [...asked, ...findings].filter((id) => now.evaluation.isUnknown(id));
  const never: Record<string, Supposed> = {};
  for (const id of inVain) never[id] = unanswerable;
  return { now, reach: exploreWith(twin, now, never), asked };
}

/** The question to ask next; null at the end. */
export function chooseQuestion(twin: Twin, state: SelfCheckState): Question | null {
  return weighQuestions(twin, state)?.question ?? null;
}

/**
 * How many questions are still to come, if each is answered in the way that leaves the fewest
 * dangers open.
 */
export function foreseeQuestions(twin: Twin, state: SelfCheckState): number {
  let { now, reach } = state;
  const asked = new Set(state.asked);
  for (let count = 0; ; count += 1) {
    const next = weighQuestions(twin, { now, reach, asked });
    if (!next) return count;
    asked.add(next.question.id);
    const facts = { [next.question.id]: next.mildest?.answer };
    now = exploreWith(twin, now, facts);
    reach = exploreWith(twin, reach, facts);
  }
}

interface WeighedQuestion {
  readonly question: Question;
  /** The answer with the fewest dangers, open or come true. */
  readonly mildest: Supposition | undefined;
  /** So many dangers are still open after the answer that leaves the fewest. */
  readonly fewest: number;
  /** So many are open after its answers, taken together. */
  readonly average: number;
  readonly changesResult: boolean;
}

function weighQuestions(twin: Twin, state: SelfCheckState): WeighedQuestion | null {
  const { now, reach, asked } = state;
  const { base, emergencyQuestions } = twin.book;
  const left = base.questions.filter(
    ({ id }) => !asked.has(id) && twin.isAsked(now.evaluation, id),
  );
  const emergency = left.find(({ id }) => emergencyQuestions.includes(id));
  if (emergency) return weighQuestion(twin, state, emergency);
  if (now.outcome.urgency === 'emergency-now') return null;
  const core = left.find((question) => question.core);
  if (core) return weighQuestion(twin, state, core);

  const all = left.map((question) => weighQuestion(twin, state, question));
  const settling = [...all].sort((a, b) => a.fewest - b.fewest || a.average - b.average);
  const { floors, inFull } = judge(twin, now);
  const forms = inFull?.form ? comparisonsOf(inFull.form.milder.when).map(({ fact }) => fact) : [];
  // Where a danger is open, or a floor that an answer could lift, something has to be asked.
  const mustGoOn = countDangers(twin, reach, now) > 0 || floors.some(isLiftable);
  const best = mustGoOn
    ? settling[0]
    : all.find((one) => forms.includes(one.question.id) || one.changesResult);
  if (!best) return null;
  const first = findPrerequisite(twin, left, best.question);
  return first ? weighQuestion(twin, state, first) : best;
}

/** The question whose answer decides whether another is asked at all, where it has not been asked. */
function findPrerequisite(
  { book }: Twin,
  left: readonly Question[],
  { id }: Question,
): Question | undefined {
  const ask = book.asks.get(id);
  const deciding = ask ? comparisonsOf(ask.when).map(({ fact }) => fact) : [];
  return left.find((question) => deciding.includes(question.id));
}

function weighQuestion(
  twin: Twin,
  { now, reach }: SelfCheckState,
  question: Question,
): WeighedQuestion {
  const open: number[] = [];
  const leader = leaderOf(twin, reach);
  let mildest: Supposition | undefined;
  let mildestDangers = Infinity;
  let changesResult = false;
  for (const supposition of suppositionsOf(twin.book).get(question.id) ?? []) {
    const next = exploreWith(twin, reach, { [question.id]: supposition.answer });
    open.push(countDangers(twin, next, next));
    const dangers = countDangers(twin, next, now);
    if (dangers < mildestDangers) {
      mildestDangers = dangers;
      mildest = supposition;
    }
    changesResult ||=
      leaderOf(twin, next) !== leader || next.outcome.urgency !== reach.outcome.urgency;
  }
  const fewest = Math.min(...open);
  const average = open.reduce((sum, count) => sum + count, 0) / open.length;
  return { question, mildest, fewest, average, changesResult };
}

function leaderOf({ book }: Twin, { evaluation, standings }: Explored): string {
  return leadingCondition(book, evaluation.truths, standings);
}

/**
 * What could still make it more urgent than it is, and the red flags that could bring the deadline
 * forward. A condition that odds alone make plausible does not: somebody is seen that day anyway.
 */
function countDangers({ book }: Twin, reach: Explored, present: Explored): number {
  const rank = urgencyRank(present.outcome.urgency);
  const hours = deadlineHours(book, present);
  const { evaluation, standings } = reach;
  let count = 0;
  for (const setter of book.setters) {
    const own = urgencyRank(setter.urgency);
    // The most urgent come first.
    if (own > rank) break;
    // It counts once: in full, until it is known to be milder.
    if (setter.form?.isMilder && evaluation.truths[setter.form.milder.place] !== true) continue;
    const isWorse = own < rank || (setter.condition === null && setter.withinHours < hours);
    if (isWorse && sets(setter, evaluation.truths, standings, 'possible')) count += 1;
  }
  return count;
}

/** The shortest clock of what makes it as urgent as it is; of a floor, the end of its level. */
function deadlineHours({ base, setters }: RuleBook, { evaluation, standings, outcome }: Explored) {
  let hours = dispositionOf(base, outcome.urgency).withinHours ?? Infinity;
  for (const setter of setters) {
    if (setter.urgency !== outcome.urgency || setter.withinHours >= hours) continue;
    if (sets(setter, evaluation.truths, standings, 'certain')) hours = setter.withinHours;
  }
  return hours;
}

function judge({ book }: Twin, { evaluation, standings }: Explored): JudgedUrgency {
  return judgeUrgency(book, evaluation, standings);
}

/**
 * The floor of an open emergency screen stays: the whole screen has been asked. So does that of an
 * open form: what would tell it has been asked in vain.
 */
function isLiftable({ name }: JudgedUrgency['floors'][number]): boolean {
  return name !== 'emergencyScreenOpen' && name !== 'milderFormOpen';
}
