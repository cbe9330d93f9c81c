-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'clinician', 'frontDesk');

-- CreateEnum
CREATE TYPE "IntakeState" AS ENUM ('open', 'signed', 'enteredInError');

-- CreateEnum
CREATE TYPE "SignedKind" AS ENUM ('signed', 'amended', 'enteredInError');

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "actorId" TEXT,
ADD COLUMN     "clinicId" UUID,
ADD COLUMN     "details" JSONB,
ALTER COLUMN "intakeId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "credentialID" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "createdAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "aaguid" TEXT,

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Clinic" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberInvitation" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "secretHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "MemberInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Patient" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "dateOfBirth" DATE,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PatientWord" (
    "clinicId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "patientId" UUID NOT NULL,

    CONSTRAINT "PatientWord_pkey" PRIMARY KEY ("clinicId","word","patientId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID,
    "secretHash" TEXT NOT NULL,
    "appointmentAt" TIMESTAMPTZ(3),
    "followsId" UUID,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClinicIntake" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID,
    "invitationId" UUID,
    "followsId" UUID,
    "submissionKey" UUID NOT NULL,
    "state" "IntakeState" NOT NULL DEFAULT 'open',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "signedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "audience" "Audience" NOT NULL,
    "answers" JSONB NOT NULL,
    "unsure" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "conclusion" JSONB NOT NULL,
    "assessment" JSONB NOT NULL,
    "urgency" INTEGER NOT NULL,
    "urgencyCeiling" INTEGER NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "leading" TEXT,
    "recheckAt" TIMESTAMPTZ(3),
    "queueKey" TEXT NOT NULL,

    CONSTRAINT "ClinicIntake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntakeChange" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "intakeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "memberId" TEXT NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "IntakeChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignedVersion" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "intakeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "SignedKind" NOT NULL,
    "reason" TEXT,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedById" TEXT NOT NULL,
    "signedByName" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "SignedVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "clinicId" UUID NOT NULL,
    "patientId" UUID NOT NULL,
    "intakeId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" TEXT,
    "painWorst" INTEGER,
    "heelRaiseLeft" INTEGER,
    "heelRaiseRight" INTEGER,
    "walkingMinutes" INTEGER,
    "functionScore" INTEGER,
    "note" TEXT,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "Passkey_credentialID_idx" ON "Passkey"("credentialID");

-- CreateIndex
CREATE UNIQUE INDEX "SetupLink_secretHash_key" ON "SetupLink"("secretHash");

-- CreateIndex
CREATE INDEX "Member_userId_idx" ON "Member"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_clinicId_userId_key" ON "Member"("clinicId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "MemberInvitation_secretHash_key" ON "MemberInvitation"("secretHash");

-- CreateIndex
CREATE INDEX "MemberInvitation_clinicId_createdAt_idx" ON "MemberInvitation"("clinicId", "createdAt");

-- CreateIndex
CREATE INDEX "Patient_clinicId_name_idx" ON "Patient"("clinicId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Patient_clinicId_id_key" ON "Patient"("clinicId", "id");

-- CreateIndex
CREATE INDEX "PatientWord_clinicId_patientId_idx" ON "PatientWord"("clinicId", "patientId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_secretHash_key" ON "Invitation"("secretHash");

-- CreateIndex
CREATE INDEX "Invitation_clinicId_usedAt_cancelledAt_createdAt_idx" ON "Invitation"("clinicId", "usedAt", "cancelledAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_clinicId_id_key" ON "Invitation"("clinicId", "id");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_queueKey_idx" ON "ClinicIntake"("clinicId", "state", "queueKey");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_readAt_queueKey_idx" ON "ClinicIntake"("clinicId", "state", "readAt", "queueKey");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_patientId_receivedAt_idx" ON "ClinicIntake"("clinicId", "patientId", "receivedAt");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_signedAt_idx" ON "ClinicIntake"("clinicId", "state", "signedAt" DESC);

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_state_deadline_idx" ON "ClinicIntake"("clinicId", "state", "deadline");

-- CreateIndex
CREATE INDEX "ClinicIntake_clinicId_recheckAt_idx" ON "ClinicIntake"("clinicId", "recheckAt");

-- CreateIndex
CREATE UNIQUE INDEX "ClinicIntake_clinicId_id_key" ON "ClinicIntake"("clinicId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClinicIntake_clinicId_submissionKey_key" ON "ClinicIntake"("clinicId", "submissionKey");

-- CreateIndex
CREATE UNIQUE INDEX "ClinicIntake_clinicId_invitationId_key" ON "ClinicIntake"("clinicId", "invitationId");

-- CreateIndex
CREATE INDEX "IntakeChange_clinicId_intakeId_at_idx" ON "IntakeChange"("clinicId", "intakeId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SignedVersion_clinicId_intakeId_version_key" ON "SignedVersion"("clinicId", "intakeId", "version");

-- CreateIndex
CREATE INDEX "Outcome_clinicId_intakeId_at_idx" ON "Outcome"("clinicId", "intakeId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_clinicId_id_idx" ON "AuditEvent"("clinicId", "id");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_clinicId_fkey" FOREIGN KEY ("clinicId") REFERENCES "Clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PatientWord" ADD CONSTRAINT "PatientWord_clinicId_patientId_fkey" FOREIGN KEY ("clinicId", "patientId") REFERENCES "Patient"("clinicId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_clinicId_patientId_fkey" FOREIGN KEY ("clinicId", "patientId") REFERENCES "Patient"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClinicIntake" ADD CONSTRAINT "ClinicIntake_clinicId_patientId_fkey" FOREIGN KEY ("clinicId", "patientId") REFERENCES "Patient"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClinicIntake" ADD CONSTRAINT "ClinicIntake_clinicId_invitationId_fkey" FOREIGN KEY ("clinicId", "invitationId") REFERENCES "Invitation"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClinicIntake" ADD CONSTRAINT "ClinicIntake_clinicId_followsId_fkey" FOREIGN KEY ("clinicId", "followsId") REFERENCES "ClinicIntake"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntakeChange" ADD CONSTRAINT "IntakeChange_clinicId_intakeId_fkey" FOREIGN KEY ("clinicId", "intakeId") REFERENCES "ClinicIntake"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignedVersion" ADD CONSTRAINT "SignedVersion_clinicId_intakeId_fkey" FOREIGN KEY ("clinicId", "intakeId") REFERENCES "ClinicIntake"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_clinicId_patientId_fkey" FOREIGN KEY ("clinicId", "patientId") REFERENCES "Patient"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_clinicId_intakeId_fkey" FOREIGN KEY ("clinicId", "intakeId") REFERENCES "ClinicIntake"("clinicId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- What follows is written by hand: Prisma's schema cannot say it.

-- What was signed never changes.
CREATE FUNCTION refuse_signed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'signed-immutable: what was signed can be amended, not changed';
END $$;

CREATE TRIGGER signed_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON "SignedVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_signed_change();

-- While an intake is signed or entered in error, nothing clinical in it changes; an amendment opens
-- it first.
CREATE FUNCTION refuse_closed_intake_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'clinic-intake-kept: an intake is entered in error, not deleted';
  END IF;
  IF OLD."state" <> 'open' AND NEW."state" <> 'open' AND
    (NEW."audience", NEW."answers", NEW."unsure", NEW."findings", NEW."conclusion", NEW."assessment")
      IS DISTINCT FROM
    (OLD."audience", OLD."answers", OLD."unsure", OLD."findings", OLD."conclusion", OLD."assessment")
  THEN
    RAISE EXCEPTION 'clinic-intake-closed: it is signed; amend it to change it';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER clinic_intake_closed BEFORE UPDATE OR DELETE ON "ClinicIntake"
  FOR EACH ROW EXECUTE FUNCTION refuse_closed_intake_change();

-- Who changed what is only added to.
CREATE TRIGGER intake_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "IntakeChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
