/** What is evaluated: the vignettes, and random answers that the questionnaire admits. */
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import {
  type Answer,
  type Answers,
  type Audience,
  audiences,
  fieldsFor,
  type Input,
  validateInput,
} from '@/lib/triage/answers';
import type { Finding, KnowledgeBase, Question } from '@/lib/triage/knowledge-base';
import { makeRandom, type Random } from './random';

/** The inputs of all vignettes, in the order of their names. */
export function readVignetteInputs(base: KnowledgeBase): Input[] {
  return readVignettes().map(({ name, input }) => {
    const checked = validateInput(base, input);
    if (!checked.ok) throw new Error(`bench: ${name} is no valid vignette`);
    return checked.input;
  });
}

/** So many of them, evenly spaced: json-rules-engine takes 30 ms for each. */
export function sample<Thing>(things: readonly Thing[], count: number): Thing[] {
  const step = things.length / count;
  return Array.from({ length: count }, (_, place) => things[Math.floor(place * step)]).filter(
    (thing) => thing !== undefined,
  );
}

/** Random inputs, the same for the same seed; every other one is a clinician's. */
export function randomInputs(base: KnowledgeBase, count: number, seed: number): Input[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, place) => {
    const audience = audiences[place % audiences.length] ?? 'patient';
    return { audience, answers: randomAnswers(base, audience, random) };
  });
}

/** The first half of each input's answers: a self-check under way. */
export function halfAnswered({ audience, answers }: Input): Input {
  const known = Object.entries(answers);
  return { audience, answers: Object.fromEntries(known.slice(0, Math.ceil(known.length / 2))) };
}

function randomAnswers(base: KnowledgeBase, audience: Audience, random: Random): Answers {
  const share = random.number();
  const answered = fieldsFor(base, audience).filter(() => random.number() < share);
  return Object.fromEntries(answered.map((field) => [field.id, randomAnswer(field, random)]));
}

function randomAnswer(field: Question | Finding, random: Random): Answer {
  const options = field.options ?? [];
  if (field.type === 'number') return random.integer(field.minimum ?? 0, field.maximum ?? 0);
  const chosen = random.pick(options);
  const value = chosen?.value ?? '';
  if (field.type === 'single') return value;
  const others = options.filter((one) => !one.exclusive && one !== chosen && random.number() < 0.2);
  return chosen?.exclusive ? [value] : [value, ...others.map((one) => one.value)];
}
