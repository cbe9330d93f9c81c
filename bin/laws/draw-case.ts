/**
 * Random people, most of them at the edge of a rule: where a slip of the reasoning would show.
 *
 * Half of the cases begin with answers that satisfy a rule, or two of them, and then one of these
 * answers is changed, taken back or, if it is a number, moved across a threshold. The rest is
 * random. How much is answered, and how much of it is harmless, is drawn for each case.
 */
import { type Answer, type Answers, type Audience, audiences } from '@/lib/triage/answers';
import { comparisonsOf, type Finding, type Question } from '@/lib/triage/knowledge-base';
import type { RuleBook } from '@/lib/triage/rule-book';
import type { Twin } from '@/lib/triage/twin';
import { makeRandom, type Random } from '../bench/random';
import { satisfyingAnswers } from './satisfying-answers';

/** One person, and what a law may change about what is known of them. */
export interface Case {
  readonly audience: Audience;
  /** Every answer, and none to a question that is not asked. */
  readonly whole: Answers;
  /** Some of them. */
  readonly known: Answers;
  /** One of those that are known, and another answer to the same question. */
  readonly field: string | undefined;
  readonly other: Answer | undefined;
}

export type DrawCase = (number: number) => Case;

/** The case with a number is the same for the same seed and knowledge base. */
export function makeDrawCase(twin: Twin, seed: number): DrawCase {
  const { book } = twin;
  const edges = edgesOf(book);
  return (number) => {
    const random = makeRandom(seed + number * 0x9e3779b1);
    const audience = random.pick(audiences) ?? 'patient';
    const answers = { ...background(book, audience, random), ...edges(audience, random) };
    const whole = leaveOutUnasked(twin, audience, answers);
    const share = random.number() < 0.3 ? 1 : random.number();
    const known = keep(whole, () => random.number() < share);
    const field = random.pick(Object.keys(known));
    const asked = field === undefined ? undefined : book.fields.get(field);
    return {
      audience,
      whole,
      known,
      field,
      other: asked && anyAnswer(asked, bounds(book), random),
    };
  };
}

/** Answers that satisfy a rule or two, one of them changed; nothing in half of the cases. */
function edgesOf(book: RuleBook): (audience: Audience, random: Random) => Answers {
  const ways = new Map<number, readonly Answers[]>();
  const waysOf = (place: number, when: RuleBook['rules'][number]['when']) => {
    const known = ways.get(place) ?? satisfyingAnswers(book.base, when);
    ways.set(place, known);
    return known;
  };
  const findings = new Set(book.base.findings.map(({ id }) => id));
  return (audience, random) => {
    const rules = Math.max(0, random.integer(-1, 2));
    let answers: Answers = {};
    for (let count = 0; count < rules; count += 1) {
      const rule = random.pick(book.rules);
      if (rule) answers = { ...answers, ...random.pick(waysOf(rule.place, rule.when)) };
    }
    const admitted = keep(answers, (id) => audience === 'clinician' || !findings.has(id));
    return disturb(book, admitted, random);
  };
}

/** One answer changed, one taken back, or none. */
function disturb(book: RuleBook, answers: Answers, random: Random): Answers {
  const id = random.pick(Object.keys(answers));
  const field = id === undefined ? undefined : book.fields.get(id);
  if (id === undefined || !field) return answers;
  const chance = random.number();
  if (chance < 0.4) return { ...answers, [id]: anyAnswer(field, bounds(book), random) };
  return chance < 0.6 ? keep(answers, (other) => other !== id) : answers;
}

function background(book: RuleBook, audience: Audience, random: Random): Answers {
  const fields = audience === 'patient' ? book.base.questions : [...book.fields.values()];
  const share = random.number();
  const calm = random.number();
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    if (random.number() > share) continue;
    const harmless = random.number() < calm ? harmlessAnswer(field) : undefined;
    answers[field.id] = harmless ?? anyAnswer(field, bounds(book), random);
  }
  return answers;
}

/** Of the numbers, mostly those about a rule's bounds. */
function anyAnswer(
  field: Question | Finding,
  boundsByFact: ReadonlyMap<string, readonly number[]>,
  random: Random,
): Answer {
  const { id, type, options = [], minimum = 0, maximum = 0, step = 1 } = field;
  if (type === 'number') {
    const bound = random.pick(boundsByFact.get(id) ?? []);
    const near = (bound ?? 0) + random.integer(-1, 1) * step;
    const isNear = bound !== undefined && near >= minimum && near <= maximum;
    return isNear && random.number() < 0.8 ? near : random.integer(minimum, maximum);
  }
  const chosen = random.pick(options);
  const value = chosen?.value ?? '';
  if (type === 'single') return value;
  if (chosen?.exclusive) return [value];
  const others = options.filter((one) => !one.exclusive && one !== chosen && random.number() < 0.1);
  return [value, ...others.map((one) => one.value)];
}

/** "None of these", or the option that says that all is well. */
function harmlessAnswer({ type, options = [] }: Question | Finding): Answer | undefined {
  const none = options.find(
    ({ exclusive, value }) => exclusive || ['no', 'none', 'normal', 'negative'].includes(value),
  );
  if (!none) return undefined;
  return type === 'multiple' ? [none.value] : none.value;
}

const boundsByBook = new WeakMap<RuleBook, ReadonlyMap<string, readonly number[]>>();

/** By question or finding: the numbers at which a rule begins to say something else. */
function bounds(book: RuleBook): ReadonlyMap<string, readonly number[]> {
  const known = boundsByBook.get(book);
  if (known) return known;
  const made = new Map<string, number[]>();
  for (const { fact, value } of book.rules.flatMap(({ when }) => comparisonsOf(when))) {
    if (typeof value === 'number') made.set(fact, [...(made.get(fact) ?? []), value]);
  }
  boundsByBook.set(book, made);
  return made;
}

function leaveOutUnasked(twin: Twin, audience: Audience, answers: Answers): Answers {
  const evaluation = twin.evaluate({ audience, answers });
  const ids = Object.keys(answers);
  const asked = ids.filter((id) => twin.isAsked(evaluation, id));
  if (asked.length === ids.length) return answers;
  return leaveOutUnasked(
    twin,
    audience,
    keep(answers, (id) => asked.includes(id)),
  );
}

export function keep(answers: Answers, isKept: (id: string) => boolean): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isKept(id)));
}
