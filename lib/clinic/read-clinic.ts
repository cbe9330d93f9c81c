import type { PrismaClient } from '@/lib/intake/generated/client';
import type { Scope } from './scope';
import { scopeDatabase } from './scoped-database';

export interface Clinic {
  readonly name: string;
  /** Its lines end with a line feed; empty where nobody has given it. */
  readonly address: string;
}

/** The clinic itself, as its letters show it. */
export function readClinic(database: PrismaClient, scope: Scope): Promise<Clinic> {
  return scopeDatabase(database, scope).clinic.findUniqueOrThrow({
    where: { id: scope.clinicId },
    select: { name: true, address: true },
  });
}
