/**
 * Answers as a few characters of the QR code's own alphabet, so that a code on paper stays coarse
 * enough for any camera: `1/knowledge base/time/audience/language/` and then the fields in the
 * order of the questionnaire. A single choice is the place of its option, a multiple choice the
 * sum of 2 ** place (both in base 36), a number itself, `$` "not sure", nothing not answered.
 */
import {
  type Answer,
  fieldsFor,
  type Input,
  type InputFault,
  validateInput,
} from '../triage/answers';
import type { Finding, KnowledgeBase, Question } from '../triage/knowledge-base';

export interface Replayable {
  readonly input: Input;
  /** The questions answered "not sure". */
  readonly unsure: readonly string[];
  readonly at: Date;
  readonly language: string;
}

export type Replayed =
  | ({ readonly ok: true } & Replayable)
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'not-valid';
      readonly faults: readonly InputFault[];
    }
  /** Only the knowledge base that it was made with can read it. */
  | { readonly ok: false; readonly reason: 'other-knowledge-base'; readonly hash: string };

const form = '1';
const notSure = '$';
const hashLength = 12;

/** What `readReplay` reads, with valid answers. */
export function writeReplay(base: KnowledgeBase, replayable: Replayable): string {
  const { input, unsure, at, language } = replayable;
  const fields = fieldsFor(base, input.audience).map((field) => {
    const answer = input.answers[field.id];
    if (answer !== undefined) return writeAnswer(field, answer);
    return unsure.includes(field.id) ? notSure : '';
  });
  const head = [
    form,
    shortHash(base),
    writeNumber(at.getTime()),
    input.audience.charAt(0),
    language,
  ];
  return [...head, ...fields].join('/').toUpperCase().replace(/\/+$/, '');
}

/** The answers again, or why they cannot be read with this knowledge base. */
export function readReplay(base: KnowledgeBase, text: string): Replayed {
  const [version, hash = '', time = '', audienceLetter, language = '', ...written] = text
    .toUpperCase()
    .split('/');
  const audience = audienceLetter === 'C' ? 'clinician' : 'patient';
  const at = new Date(Number.parseInt(time, 36));
  const isForm =
    version === form && /^[PC]$/.test(audienceLetter ?? '') && /^[A-Z]{2}$/.test(language);
  if (!isForm || Number.isNaN(at.getTime())) return { ok: false, reason: 'malformed', faults: [] };
  if (hash !== shortHash(base)) return { ok: false, reason: 'other-knowledge-base', hash };
  const fields = fieldsFor(base, audience);
  if (written.length > fields.length) return { ok: false, reason: 'malformed', faults: [] };
  const answers: Record<string, unknown> = {};
  const unsure: string[] = [];
  for (const [place, field] of fields.entries()) {
    const word = written[place] ?? '';
    if (word === notSure) unsure.push(field.id);
    else if (word !== '') answers[field.id] = readAnswer(field, word);
  }
  const checked = validateInput(base, { audience, answers });
  if (!checked.ok) return { ok: false, reason: 'not-valid', faults: checked.faults };
  return { ok: true, input: checked.input, unsure, at, language: language.toLowerCase() };
}

function shortHash({ hash }: KnowledgeBase): string {
  return hash.slice(0, hashLength).toUpperCase();
}

function writeAnswer({ options = [] }: Question | Finding, answer: Answer): string {
  if (typeof answer === 'number') return String(answer);
  const placeOf = (chosen: string) => options.findIndex(({ value }) => value === chosen);
  if (typeof answer === 'string') return writeNumber(placeOf(answer));
  return writeNumber(answer.reduce((sum, chosen) => sum + 2 ** placeOf(chosen), 0));
}

/** Undefined where no option is meant: the answer is then found not valid. */
function readAnswer({ type, options = [] }: Question | Finding, word: string): unknown {
  if (type === 'number') return Number(word);
  const number = Number.parseInt(word, 36);
  if (type === 'single') return options[number]?.value ?? word;
  if (!(number < 2 ** options.length)) return word;
  return options
    .filter((_, place) => Math.floor(number / 2 ** place) % 2 === 1)
    .map(({ value }) => value);
}

function writeNumber(number: number): string {
  return number.toString(36);
}
