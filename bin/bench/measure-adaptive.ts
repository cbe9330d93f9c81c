/** How many questions the self-check asks of a vignette, and whether it ends where all answers do. */
import type { Input } from '@/lib/triage/answers';
import { explore } from '@/lib/triage/explore';
import { playSelfCheck } from '@/lib/triage/play-self-check';
import { questionsToAsk } from '@/lib/triage/self-check';
import type { Twin } from '@/lib/triage/twin';
import { median } from './median';

export interface Adaptive {
  readonly vignettes: number;
  /** All questions that are not left out, asked in their order. */
  readonly questionsInOrderMedian: number;
  readonly questionsAskedMedian: number;
  readonly questionsAskedMax: number;
  /** Vignettes that end on the urgency, and on the first condition, of all answers together. */
  readonly sameUrgency: number;
  readonly sameFirstCondition: number;
  /** To choose one next question, in milliseconds of processor time. */
  readonly chooseMs: number;
}

export function measureAdaptive(twin: Twin, inputs: readonly Input[]): Adaptive {
  const playAll = () => inputs.map((whole) => ({ whole, ...playSelfCheck(twin, whole) }));
  playAll();
  const start = process.cpuUsage();
  const played = playAll();
  const { user, system } = process.cpuUsage(start);
  const ends = played.map(({ whole, input }) => ({
    all: explore(twin, twin.evaluate(whole)).outcome,
    asked: explore(twin, twin.evaluate(input)).outcome,
  }));
  const counts = played.map(({ asked }) => asked.length);
  const chosen = counts.reduce((sum, count) => sum + count + 1, 0);
  return {
    vignettes: inputs.length,
    questionsInOrderMedian: median(
      inputs.map(({ answers }) => questionsToAsk(twin.book.base, answers).length),
    ),
    questionsAskedMedian: median(counts),
    questionsAskedMax: Math.max(...counts),
    sameUrgency: ends.filter(({ all, asked }) => all.urgency === asked.urgency).length,
    sameFirstCondition: ends.filter(({ all, asked }) => all.condition === asked.condition).length,
    chooseMs: Number(((user + system) / 1000 / chosen).toFixed(2)),
  };
}
