/** A clinic with any number of intakes, made by statements: for what reads, not for what judges. */
import { randomUUID } from 'node:crypto';
import type { Scope } from '@/lib/clinic/scope';
import type { PrismaClient } from '@/lib/intake/generated/client';

/**
 * Half of the intakes are open, two of five signed, the rest entered in error; each patient has two.
 * Assessments are empty, as the list reads none: a real one takes 36 kB beside the row.
 */
export async function fillClinic(database: PrismaClient, intakes: number): Promise<Scope> {
  const { id: clinicId } = await database.clinic.create({ data: { name: 'Bench' } });
  const userId = randomUUID();
  await database.user.create({ data: { id: userId, name: 'Bench', email: `${userId}@x.example` } });
  const member = await database.member.create({ data: { clinicId, userId, role: 'clinician' } });
  const patients = Math.ceil(intakes / 2);
  await database.$executeRaw`
    INSERT INTO "Patient" ("id", "clinicId", "name", "dateOfBirth")
    SELECT gen_random_uuid(), ${clinicId}::uuid,
           'First' || (i % 211) || ' Last' || (i % 50021),
           DATE '1930-01-01' + (i % 30011)
      FROM generate_series(1, ${patients}::int) AS i`;
  await database.$executeRaw`
    INSERT INTO "PatientWord" ("clinicId", "word", "patientId")
    SELECT "clinicId", lower(word), "id"
      FROM "Patient", regexp_split_to_table("name" || ' ' || "dateOfBirth"::text, ' ') AS word`;
  await database.$executeRaw`
    INSERT INTO "ClinicIntake" ("id", "clinicId", "patientId", "submissionKey", "state",
        "receivedAt", "answeredAt", "readAt", "signedAt", "audience", "answers", "unsure",
        "findings", "conclusion", "assessment", "urgency", "urgencyCeiling", "deadline", "leading",
        "recheckAt", "queueKey")
    SELECT id, ${clinicId}::uuid, patient, gen_random_uuid(), state::"IntakeState", at, at,
           CASE WHEN i % 3 > 0 THEN at END, CASE WHEN state = 'signed' THEN at END,
           'patient', '{}', '[]', '{}', '{}', '{}', urgency, 0,
           CASE WHEN urgency < 3 THEN at + INTERVAL '1 day' * (i % 40) END, 'gout',
           CASE WHEN state = 'signed' THEN at + INTERVAL '14 days' END,
           urgency || lpad((extract(epoch FROM at) * 1000)::bigint::text, 15, '0') || id
      FROM (SELECT i, gen_random_uuid() AS id, (i % 6) AS urgency,
                   (array['open', 'open', 'open', 'open', 'open', 'signed', 'signed', 'signed',
                          'signed', 'enteredInError'])[i % 10 + 1] AS state,
                   now() - INTERVAL '1 minute' * (i % 40000) AS at
              FROM generate_series(1, ${intakes}::int) AS i) AS rows
      JOIN (SELECT "id" AS patient, row_number() OVER (ORDER BY "id") AS place FROM "Patient") AS p
        ON p.place = (i + 1) / 2`;
  await database.$executeRaw`VACUUM ANALYZE`;
  return {
    ...{ clinicId, clinicName: 'Bench', memberId: member.id, userId, userName: 'Bench' },
    role: 'clinician',
  };
}
