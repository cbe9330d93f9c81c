/** The clinic's list at a thousand intakes and at a million, side by side. */
import { PrismaPg } from '@prisma/adapter-pg';
import type { Scope } from '@/lib/clinic/scope';
import { countViews, readWorklist, type WorklistAsked } from '@/lib/clinic/worklist';
import { PrismaClient } from '@/lib/intake/generated/client';
import { percentile } from '../scale/percentile';
import { startScaleDatabase } from '../scale/scale-database';
import type { Surroundings } from '../surroundings';
import { fillClinic } from './fill-clinic';

export interface WorklistCost {
  readonly sizes: readonly [number, number];
  readonly rounds: number;
  readonly reads: readonly {
    readonly what: string;
    /** At each size. */
    readonly p50Ms: readonly [number, number];
    readonly p95Ms: readonly [number, number];
  }[];
}

interface FilledClinic {
  readonly database: PrismaClient;
  readonly scope: Scope;
}

const sizes = [1000, 1_000_000] as const;
const rounds = 100;

const everything: WorklistAsked = { view: 'open', search: '', urgency: null, after: null };
const asked: readonly (readonly [string, WorklistAsked])[] = [
  ['first page, open', everything],
  ['first page, unread', { ...everything, view: 'unread' }],
  ['first page, overdue', { ...everything, view: 'overdue' }],
  ['first page, follow-up due', { ...everything, view: 'returned' }],
  ['first page, signed', { ...everything, view: 'done' }],
  ['one urgency', { ...everything, urgency: 'same-day' }],
  ['search: a whole name', { ...everything, search: 'last345 first134' }],
  ['search: how many begin', { ...everything, search: 'first1' }],
  ['search: a date of birth', { ...everything, search: '1931-06-01' }],
];

/** Reads take turns between the two sizes, so that whatever else the machine does hits both. */
export async function measureWorklist(surroundings: Surroundings): Promise<WorklistCost> {
  const { tell, signal, started } = surroundings;
  const server = await startScaleDatabase(surroundings);
  const clinics: FilledClinic[] = [];
  for (const size of sizes) {
    const adapter = new PrismaPg({ connectionString: await server.makeFresh(`list_${size}`) });
    const database = new PrismaClient({ adapter });
    started.push({ stop: () => database.$disconnect() });
    tell(`filling a clinic with ${size.toLocaleString('en')} intakes`);
    clinics.push({ database, scope: await fillClinic(database, size) });
    signal.throwIfAborted();
  }
  const now = new Date();
  const reads: WorklistCost['reads'][number][] = [];
  const jobs: (readonly [string, (clinic: FilledClinic) => Promise<unknown>])[] = [
    ...asked.map(
      ([what, ask]) =>
        [
          what,
          ({ database, scope }: FilledClinic) => readWorklist(database, scope, ask, now),
        ] as const,
    ),
    [
      'a page deep in the list',
      ({ database, scope }) =>
        readWorklist(database, scope, { ...everything, after: '3000000000000000' }, now),
    ],
    ['how many in each view', ({ database, scope }) => countViews(database, scope, now)],
  ];
  for (const [what, job] of jobs) {
    signal.throwIfAborted();
    const times: [number[], number[]] = [[], []];
    for (let round = -5; round < rounds; round += 1) {
      for (const [place, clinic] of clinics.entries()) {
        const start = performance.now();
        await job(clinic);
        // The first rounds warm both up.
        if (round >= 0) times[place === 0 ? 0 : 1].push(performance.now() - start);
      }
    }
    const at = (share: number): [number, number] => [
      roundMs(percentile(times[0], share)),
      roundMs(percentile(times[1], share)),
    ];
    reads.push({ what, p50Ms: at(0.5), p95Ms: at(0.95) });
  }
  return { sizes, rounds, reads };
}

function roundMs(ms: number): number {
  return Math.round(ms * 10) / 10;
}
