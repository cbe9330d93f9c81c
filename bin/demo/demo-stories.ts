/** Who comes to the fictional clinic, with what, and how far it has got. */
import { readVignettes } from '@/lib/knowledge/read-vignettes';
import type { Answers } from '@/lib/triage/answers';

export type DemoState =
  /** Invited, and has not answered. */
  | 'waiting'
  /** Answered, and nobody has looked. */
  | 'unread'
  /** Opened, and some of the examination done. */
  | 'examined'
  | 'signed'
  /** Decided otherwise than the tool said. */
  | 'overridden'
  | 'amended'
  | 'in-error'
  /** Signed weeks ago: gets better. */
  | 'improving'
  /** Signed weeks ago: does not, and came back to the list. */
  | 'not-improving'
  /** Signed weeks ago: nobody has looked since. */
  | 'due';

export interface DemoStory {
  readonly name: string;
  readonly born: string;
  readonly state: DemoState;
  /** How long ago they answered, or were invited. */
  readonly hoursAgo: number;
  readonly answers: Answers;
}

const firstNames = [
  ...['Ida', 'Omar', 'Lena', 'Tomas', 'Grace', 'Yusuf', 'Nora', 'Pavel', 'Amina', 'Hugo'],
  ...['Rosa', 'Kwame', 'Elif', 'Jonas', 'Mei', 'Dario', 'Sanne', 'Ravi', 'Clara', 'Emil'],
];
const lastNames = ['Fictional', 'Madeup', 'Invented', 'Sample', 'Pretend'];

/** What is followed for weeks is a strain: its usual recovery is known. */
const followed: readonly DemoState[] = ['improving', 'not-improving', 'due'];

/** Forty in all; what each state comes with is below. */
const plan: readonly (readonly [DemoState, number, (place: number) => number])[] = [
  ['waiting', 4, (place) => 5 + place * 30],
  ['unread', 9, (place) => 0.3 + place * 5],
  ['examined', 6, (place) => 2 + place * 9],
  ['signed', 7, (place) => 24 + place * 20],
  ['overridden', 3, (place) => 30 + place * 25],
  ['amended', 2, (place) => 70 + place * 40],
  ['in-error', 2, (place) => 50 + place * 60],
  ['improving', 3, (place) => 24 * 7 * (5 + place)],
  ['not-improving', 2, (place) => 24 * 7 * (16 + place)],
  ['due', 2, (place) => 24 * 7 * (20 + place)],
];

/** The forty, in an order that mixes what they have. */
export function demoStories(): DemoStory[] {
  const cases = readVignettes()
    .filter(({ input }) => input.audience === 'patient')
    .map(({ name, input }) => ({ condition: name.split('/')[0] ?? '', answers: input.answers }));
  // One of each condition first, so that the list is as mixed as the vignettes.
  const seen = new Set<string>();
  const oneEach = cases.filter(({ condition }) => !seen.has(condition) && seen.add(condition));
  const answers = [...oneEach, ...cases].map((one) => one.answers);
  const strains = cases.filter(({ condition }) => condition === 'gastrocnemius-strain');
  const answersFor = (state: DemoState, place: number): Answers =>
    (followed.includes(state)
      ? strains[place % strains.length]?.answers
      : answers[(place * 7) % 40]) ?? {};
  return plan
    .flatMap(([state, count, hoursAgo]) =>
      Array.from({ length: count }, (_, place) => ({ state, hoursAgo: hoursAgo(place) })),
    )
    .map((one, place) => ({
      ...one,
      name: `${firstNames[place % firstNames.length]} ${lastNames[(place * 3 + Math.floor(place / 20)) % lastNames.length]}`,
      born: bornFor(answersFor(one.state, place), place),
      answers: answersFor(one.state, place),
    }));
}

/** A date of birth that fits the age that was answered. */
function bornFor({ age }: Answers, place: number): string {
  const years = typeof age === 'number' ? age : 45;
  const year = new Date().getUTCFullYear() - years - 1;
  return `${year}-12-${String(28 - (place % 20)).padStart(2, '0')}`;
}
