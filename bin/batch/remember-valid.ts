import { type Answers, audiences, type InputResult, validateInput } from '@/lib/triage/answers';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

/** A number that never comes twice fills no memory: it is emptied when it holds so many values. */
const valuesMax = 10_000;

/**
 * `validateInput` with a memory, ten times faster on rows that resemble each other: each answer is
 * judged by itself, so a value that was right once is right again. Whatever holds one that is new,
 * or is in any way unusual, is judged as a whole.
 */
export function rememberValid(base: KnowledgeBase): (value: unknown) => InputResult {
  const known = new Map(audiences.map((audience) => [audience, nothingKnown()]));

  return (value) => {
    if (isUsual(value)) {
      const { id, audience = 'patient', answers } = value;
      const remembered = known.get(audience);
      if (remembered && areKnown(remembered, answers)) {
        return { ok: true, input: { id, audience, answers } };
      }
    }
    const checked = validateInput(base, value);
    if (checked.ok) {
      const remembered = known.get(checked.input.audience);
      if (remembered) remember(remembered, checked.input.answers);
    }
    return checked;
  };
}

/** By question or finding: the values that were right. */
interface Remembered {
  readonly values: Map<string, Set<unknown>>;
  /** Of a multiple choice, as JSON. */
  readonly lists: Map<string, Set<unknown>>;
}

function nothingKnown(): Remembered {
  return { values: new Map(), lists: new Map() };
}

interface Usual {
  readonly id?: string | undefined;
  readonly audience?: (typeof audiences)[number] | undefined;
  readonly answers: Answers;
}

/** The form of an input, with answers that are still to be judged. */
function isUsual(value: unknown): value is Usual {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if ('id' in value && !(typeof value.id === 'string' && isIdLength(value.id.length))) return false;
  if ('audience' in value && value.audience !== 'patient' && value.audience !== 'clinician') {
    return false;
  }
  if (!('answers' in value)) return false;
  const { answers } = value;
  return typeof answers === 'object' && answers !== null && !Array.isArray(answers);
}

/** Any other id is for `validateInput` to judge. */
function isIdLength(length: number): boolean {
  return length > 0 && length <= 100;
}

function areKnown(remembered: Remembered, answers: Answers): boolean {
  for (const field of Object.keys(answers)) {
    const answer: unknown = answers[field];
    const isKnown = Array.isArray(answer)
      ? remembered.lists.get(field)?.has(JSON.stringify(answer))
      : remembered.values.get(field)?.has(answer);
    if (!isKnown) return false;
  }
  return true;
}

function remember({ values, lists }: Remembered, answers: Answers): void {
  for (const field of Object.keys(answers)) {
    const answer: unknown = answers[field];
    if (Array.isArray(answer)) addTo(lists, field, JSON.stringify(answer));
    else addTo(values, field, answer);
  }
}

function addTo(known: Map<string, Set<unknown>>, field: string, value: unknown): void {
  const values = known.get(field) ?? new Set();
  if (values.size >= valuesMax) values.clear();
  known.set(field, values.add(value));
}
