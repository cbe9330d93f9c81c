import type { Input } from '@/lib/triage/answers';
import { makeRandom } from './random';

/** Stories of the vignettes, each with another age, and here and there with an answer left out. */
export function varyPeople(vignettes: readonly Input[], count: number, seed = 1): Input[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, place) => {
    const { audience, answers } = vignettes[place % vignettes.length] ?? {
      audience: 'patient',
      answers: {},
    };
    const kept = Object.entries(answers).filter(() => random.number() < 0.95);
    const age = random.integer(18, 90);
    return { id: `row-${place}`, audience, answers: { ...Object.fromEntries(kept), age } };
  });
}
