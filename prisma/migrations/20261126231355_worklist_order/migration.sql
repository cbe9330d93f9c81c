-- DropIndex
DROP INDEX "ClinicIntake_clinicId_recheckAt_idx";

-- DropIndex
DROP INDEX "ClinicIntake_clinicId_state_deadline_idx";

-- DropIndex
DROP INDEX "ClinicIntake_clinicId_state_signedAt_idx";

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_signedAt_id_idx" ON "ClinicIntake"("clinicId", "state", "signedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_deadline_id_idx" ON "ClinicIntake"("clinicId", "state", "deadline", "id");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_receivedAt_id_idx" ON "ClinicIntake"("clinicId", "receivedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_recheckAt_id_idx" ON "ClinicIntake"("clinicId", "state", "recheckAt", "id");
