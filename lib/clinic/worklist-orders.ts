/** In which order each view of the list stands, and where its next page begins. */
import { z } from 'zod';
import type { Prisma } from '@/lib/intake/generated/client';

/** `returned` holds what was signed and is to be looked at again by now. */
export const views = ['open', 'unread', 'overdue', 'returned', 'waiting', 'done'] as const;
export type View = (typeof views)[number];

interface Order {
  /** Which intakes stand in it. */
  readonly where: (now: Date) => Prisma.ClinicIntakeWhereInput;
  readonly by: Prisma.ClinicIntakeOrderByWithRelationInput[];
  /** Those after the end of a page; all of them where the text says no such end. */
  readonly after: (cursor: string | null) => Prisma.ClinicIntakeWhereInput;
  readonly next: (row: OrderedRow) => string | null;
}

const timeColumns = ['receivedAt', 'deadline', 'signedAt', 'recheckAt'] as const;
type TimeColumn = (typeof timeColumns)[number];
type OrderedRow = { readonly id: string; readonly queueKey: string } & Readonly<
  Record<TimeColumn, Date | null>
>;

/** Who is most urgent, then who waits longest. */
const inQueue = {
  by: [{ queueKey: 'asc' }],
  after: (cursor) => (cursor ? { queueKey: { gt: cursor } } : {}),
  next: ({ queueKey }) => queueKey,
} satisfies Omit<Order, 'where'>;

export const orders: Readonly<Record<Exclude<View, 'waiting'>, Order>> = {
  open: { ...inQueue, where: () => ({ state: 'open' }) },
  unread: { ...inQueue, where: () => ({ state: 'open', readAt: null }) },
  overdue: {
    ...byTime('deadline', 'asc'),
    where: (now) => ({ state: 'open', deadline: { lte: now } }),
  },
  returned: {
    ...byTime('recheckAt', 'asc'),
    where: (now) => ({ state: 'signed', recheckAt: { lte: now } }),
  },
  done: { ...byTime('signedAt', 'desc'), where: () => ({ state: 'signed' }) },
};

/** Whatever state they are in, the last one first: for those of patients that were searched. */
export const byArrival: Order = { ...byTime('receivedAt', 'desc'), where: () => ({}) };

function byTime(column: TimeColumn, direction: 'asc' | 'desc'): Omit<Order, 'where'> {
  return {
    by: [{ [column]: direction }, { id: 'asc' }],
    after: (text) => {
      const cursor = readCursor(text);
      if (!cursor) return {};
      const beyond = direction === 'asc' ? { gt: cursor.at } : { lt: cursor.at };
      return { OR: [{ [column]: beyond }, { [column]: cursor.at, id: { gt: cursor.id } }] };
    },
    next: (row) => {
      const at = row[column];
      return at && writeCursor(at, row.id);
    },
  };
}

const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

export function writeCursor(at: Date, id: string): string {
  return `${at.toISOString()}~${id}`;
}

/** Null where it is none: the list then begins at its beginning. */
export function readCursor(text: string | null): { at: Date; id: string } | null {
  const parsed = cursorSchema.safeParse(text?.split('~'));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
}
