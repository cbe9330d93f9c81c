import type { Prisma } from './generated/client';

/** A value of ours as the JSON that a column takes: what JSON cannot say is left out. */
export function storableJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}
