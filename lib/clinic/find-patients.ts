/** What somebody types -> the patients whose names or dates of birth begin so, at any number of patients. */
import type { PrismaClient } from '@/lib/intake/generated/client';
import { beginningWith, foldWords } from './patient-words';
import type { Scope } from './scope';
import { type ClinicTables, scopeDatabase } from './scoped-database';

/** So many patients that fit are looked through. */
export const patientsMax = 200;
/** So many are offered to choose from. */
export const offeredMax = 10;

export interface FoundPatients {
  /** Null where nobody is searched. */
  readonly patientIds: string[] | null;
  /** More than `patientsMax` may fit: some of them are left out. */
  readonly isCut: boolean;
}

/** The patients to whom every word fits. */
export async function findPatients(tables: ClinicTables, search: string): Promise<FoundPatients> {
  // The longest word first: it leaves the fewest.
  const [first, ...others] = foldWords(search).sort((a, b) => b.length - a.length);
  if (first === undefined) return { patientIds: null, isCut: false };
  const found = await tables.patientWord.findMany({
    where: {
      word: beginningWith(first),
      patient: { AND: others.map((word) => ({ words: { some: { word: beginningWith(word) } } })) },
    },
    orderBy: { word: 'asc' },
    take: patientsMax + 1,
    select: { patientId: true },
  });
  const patientIds = [...new Set(found.slice(0, patientsMax).map(({ patientId }) => patientId))];
  return { patientIds, isCut: found.length > patientsMax };
}

export interface OfferedPatient {
  readonly id: string;
  readonly name: string;
  readonly dateOfBirth: Date | null;
}

/** Some patients to choose from, at most `offeredMax`; null where nobody is searched. */
export async function offerPatients(
  database: PrismaClient,
  scope: Scope,
  search: string,
): Promise<readonly OfferedPatient[] | null> {
  const tables = scopeDatabase(database, scope);
  const { patientIds } = await findPatients(tables, search);
  if (patientIds === null) return null;
  return tables.patient.findMany({
    where: { id: { in: patientIds } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: offeredMax,
    select: { id: true, name: true, dateOfBirth: true },
  });
}
