/**
 * The safety laws. Each takes a case and says in words how it is broken, or nothing.
 *
 * They are checked on the compiled twin, which judges a case in microseconds; that the twin says
 * what json-rules-engine says is one of the laws.
 */
import { type Answer, type Answers, type Input, validateInput } from '@/lib/triage/answers';
import { isMoreUrgent, isReassuring } from '@/lib/triage/disposition';
import { type Explored, explore, exploreWith, type Outcome } from '@/lib/triage/explore';
import { ruleId } from '@/lib/triage/knowledge-base';
import type { Recheck } from '@/lib/triage/recheck';
import { formOf } from '@/lib/triage/red-flags';
import type { Urgency } from '@/lib/triage/schema';
import type { Twin } from '@/lib/triage/twin';
import { judgeUrgency } from '@/lib/triage/urgency';
import type { Case } from './draw-case';
import { dominates } from './worse-answers';

/** What follows from a set of answers. */
export interface Judged extends Explored {
  /** What the rules support, without the floors that stand for missing answers. */
  readonly supported: Urgency | null;
}

export interface Court {
  readonly twin: Twin;
  readonly recheck: Recheck;
  /** Of one case; each set of answers is judged once. */
  readonly judge: (answers: Answers) => Judged;
  /** What would follow from one answer more, or another one, or one less. */
  readonly suppose: (answers: Answers, field: string, answer: Answer | undefined) => Outcome;
}

export interface Law {
  readonly id: string;
  readonly says: string;
  /** Held against every so manyth case only, because it takes long; against each without it. */
  readonly every?: number;
  /** How the case breaks it, in words; null where it holds, or has nothing to say. */
  readonly brokenBy: (one: Case, court: Court) => string | null | Promise<string | null>;
}

export const laws: readonly Law[] = [
  {
    id: 'worse-answer',
    says: 'An answer that is worse for the red flags never lowers the urgency',
    brokenBy({ known, field, other }, { twin, judge, suppose }) {
      if (field === undefined || other === undefined) return null;
      if (!dominates(twin.book.base, field, other, known[field])) return null;
      const before = judge(known).supported;
      const after = suppose(known, field, other).urgency;
      return isLower(after, before) ? `${field}: ${before} becomes ${after}` : null;
    },
  },
  {
    id: 'answer-taken-back',
    says: 'An answer taken back never lowers the ceiling, and never brings self-care',
    brokenBy({ known, field }, { judge, suppose }) {
      if (field === undefined) return null;
      const before = judge(known).outcome;
      const after = suppose(known, field, undefined);
      if (isLower(after.ceiling, before.ceiling)) {
        return `without ${field} the ceiling ${before.ceiling} becomes ${after.ceiling}`;
      }
      const isNewlyAtHome = after.urgency === 'self-care' && !isReassuring(before.urgency);
      return isNewlyAtHome ? `without ${field} ${before.urgency} becomes self-care` : null;
    },
  },
  {
    id: 'completion',
    says: 'However the unknown is filled in, it ends between what is supported and the ceiling',
    brokenBy({ known, whole }, { judge }) {
      const { supported, outcome } = judge(known);
      const { urgency } = judge(whole).outcome;
      if (isLower(urgency, supported)) return `${supported} becomes ${urgency}`;
      return isLower(outcome.ceiling, urgency)
        ? `the ceiling was ${outcome.ceiling}, it becomes ${urgency}`
        : null;
    },
  },
  {
    id: 'known-stays-known',
    says: 'A rule that is true or false stays so, whatever else becomes known',
    brokenBy({ known, whole }, { twin, judge }) {
      const before = judge(known).evaluation.truths;
      const after = judge(whole).evaluation.truths;
      const broken = twin.book.rules.find(
        ({ place }) => before[place] !== 'open' && before[place] !== after[place],
      );
      return broken ? `${broken.id}: ${before[broken.place]} becomes ${after[broken.place]}` : null;
    },
  },
  {
    id: 'present-flag',
    says: 'No evidence outdoes a red flag that is present',
    brokenBy({ known }, { twin, judge }) {
      const { evaluation, outcome } = judge(known);
      const outdone = twin.book.flags.find(
        (ruled) =>
          evaluation.truths[ruled.rule.place] === true &&
          isLower(outcome.urgency, formOf(ruled, evaluation.truths).urgency),
      );
      return outdone ? `${outdone.flag.id} is present, and it is ${outcome.urgency}` : null;
    },
  },
  {
    id: 'emergency-screen',
    says: 'An open emergency question never ends in routine or self-care',
    brokenBy({ known }, { twin, judge, suppose }) {
      const { emergencyQuestions } = twin.book;
      const answered = emergencyQuestions.filter((id) => known[id] !== undefined);
      if (answered.length < emergencyQuestions.length) {
        const { urgency } = judge(known).outcome;
        return isReassuring(urgency) ? `the screen is open, and it is ${urgency}` : null;
      }
      for (const open of answered) {
        const { urgency } = suppose(known, open, undefined);
        if (isReassuring(urgency)) return `${open} is open, and it is ${urgency}`;
      }
      return null;
    },
  },
  {
    id: 'nothing-supported',
    says: 'Nothing supported, or outside the scope, never ends in reassurance',
    brokenBy({ known }, { twin, judge }) {
      const { evaluation, supported, outcome } = judge(known);
      const isOutside = twin.book.rules.some(
        ({ id, place }) =>
          id.startsWith(ruleId.outOfScope('')) && evaluation.truths[place] === true,
      );
      if (supported !== null && !isOutside) return null;
      return isReassuring(outcome.urgency) ? `it is ${outcome.urgency}` : null;
    },
  },
  {
    id: 'normal-movement',
    says: 'Walking, tiptoe and a moving foot never take a suspected rupture away',
    brokenBy({ known }, { judge, suppose }) {
      const before = judge(known);
      for (const [field, answer] of normalMovement) {
        if (known[field] !== undefined) continue;
        const after = suppose(known, field, answer);
        if (isLower(after.urgency, before.supported)) {
          return `${field} = ${answer}: ${before.supported} becomes ${after.urgency}`;
        }
      }
      return null;
    },
  },
  {
    id: 'order',
    says: 'The order in which answers arrive never matters',
    brokenBy({ known }, { judge }) {
      const turned = Object.entries(known)
        .reverse()
        .map(([id, answer]) => [id, Array.isArray(answer) ? answer.toReversed() : answer]);
      const before = judge(known);
      const after = judge(Object.fromEntries(turned));
      const isSame =
        JSON.stringify(before.outcome) === JSON.stringify(after.outcome) &&
        before.evaluation.truths.every((truth, place) => truth === after.evaluation.truths[place]);
      return isSame ? null : `${before.outcome.urgency} becomes ${after.outcome.urgency}`;
    },
  },
  {
    id: 'admitted',
    says: 'Every valid input is admitted',
    every: 20,
    brokenBy({ audience, known }, { twin }) {
      const checked = validateInput(twin.book.base, { audience, answers: known });
      return checked.ok ? null : checked.faults.map(({ field }) => field).join(', ');
    },
  },
  {
    id: 'engine',
    says: 'json-rules-engine says the same of every rule',
    every: 20,
    async brokenBy({ audience, known }, { judge, recheck }) {
      const input: Input = { audience, answers: known };
      const different = await recheck(input, judge(known).evaluation);
      return different.length > 0 ? different.join(', ') : null;
    },
  },
];

const normalMovement = [
  ['walking', 'normal'],
  ['heel-raise', 'easy'],
  ['weakness', 'none'],
] as const;

/** Whether a level is less urgent than a bound; where nothing is supported there is no bound. */
function isLower(level: Urgency, bound: Urgency | null): boolean {
  return bound !== null && isMoreUrgent(bound, level);
}

/** A court for one case. */
export function openCourt(twin: Twin, recheck: Recheck, { audience }: Case): Court {
  const judged = new Map<Answers, Judged>();
  const judge = (answers: Answers): Judged => {
    const known = judged.get(answers);
    if (known) return known;
    const explored = explore(twin, twin.evaluate({ audience, answers }));
    const { supported } = judgeUrgency(twin.book, explored.evaluation, explored.standings);
    const made = { ...explored, supported };
    judged.set(answers, made);
    return made;
  };
  const suppose: Court['suppose'] = (answers, field, answer) =>
    exploreWith(twin, judge(answers), { [field]: answer }).outcome;
  return { twin, recheck, judge, suppose };
}
