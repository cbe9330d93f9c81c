-- CreateEnum
CREATE TYPE "CallResult" AS ENUM ('reached', 'leftMessage', 'noAnswer');

-- CreateTable
CREATE TABLE "PatientCall" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "intakeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedById" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "result" "CallResult" NOT NULL,
    "note" TEXT,

    CONSTRAINT "PatientCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PatientCall_clinicId_intakeId_at_idx" ON "PatientCall"("clinicId", "intakeId", "at");

-- AddForeignKey
ALTER TABLE "PatientCall" ADD CONSTRAINT "PatientCall_clinicId_intakeId_fkey" FOREIGN KEY ("clinicId", "intakeId") REFERENCES "ClinicIntake"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: Prisma's schema cannot say it.

-- Who was called is only added to.
CREATE TRIGGER patient_call_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PatientCall"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
