-- Until now a key's clinic was a word of whoever made it, and nobody's clinic: the word goes to the
-- label, and the key opens what it opened before.
UPDATE "ApiKey" SET "label" = "label" || ' (' || "clinicId" || ')' WHERE "clinicId" <> '';

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "createdById" UUID,
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3),
DROP COLUMN "clinicId",
ADD COLUMN     "clinicId" UUID;

-- CreateIndex
CREATE INDEX "ApiKey_clinicId_createdAt_idx" ON "ApiKey"("clinicId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Member_clinicId_id_key" ON "Member"("clinicId", "id");

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_clinicId_createdById_fkey" FOREIGN KEY ("clinicId", "createdById") REFERENCES "Member"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is written by hand: Prisma's schema cannot say it.

-- A key is a clinic's where a member of it made it, and only then may it read what is a clinic's.
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_made_in_clinic"
  CHECK (("clinicId" IS NULL) = ("createdById" IS NULL));
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_audit_of_clinic"
  CHECK ("clinicId" IS NOT NULL OR NOT ('audit' = ANY ("scopes")));
