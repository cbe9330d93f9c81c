import type { PrismaClient } from '@/lib/intake/generated/client';
import { inClinic } from './in-clinic';
import type { Clinic } from './read-clinic';
import { demand, type Scope } from './scope';

/** Names the clinic anew, and gives its address for letters. */
export function changeClinic(
  database: PrismaClient,
  scope: Scope,
  clinic: Clinic,
  now: Date,
): Promise<void> {
  demand(scope, 'manage');
  return inClinic(database, scope, async ({ tables, record }) => {
    await tables.clinic.update({ where: { id: scope.clinicId }, data: { ...clinic } });
    await record({ action: 'clinic-changed', at: now });
  });
}
