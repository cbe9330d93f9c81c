-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('patient', 'clinician');

-- CreateTable
CREATE TABLE "Intake" (
    "id" UUID NOT NULL,
    "submissionKey" UUID NOT NULL,
    "referenceHash" TEXT NOT NULL,
    "audience" "Audience" NOT NULL,
    "answers" JSONB,
    "unsure" JSONB,
    "assessment" JSONB,
    "summary" JSONB,
    "knowledgeBaseVersion" TEXT NOT NULL,
    "knowledgeBaseHash" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "intakeId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Intake_submissionKey_key" ON "Intake"("submissionKey");

-- CreateIndex
CREATE UNIQUE INDEX "Intake_referenceHash_key" ON "Intake"("referenceHash");

-- CreateIndex
CREATE INDEX "Intake_erasedAt_expiresAt_idx" ON "Intake"("erasedAt", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_previousHash_key" ON "AuditEvent"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_hash_key" ON "AuditEvent"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_intakeId_idx" ON "AuditEvent"("intakeId");
-- What follows is written by hand: Prisma's schema cannot say it.

-- An intake never changes, but that its content is erased, once.
CREATE FUNCTION refuse_intake_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL
    AND NEW."answers" IS NULL AND NEW."unsure" IS NULL
    AND NEW."assessment" IS NULL AND NEW."summary" IS NULL
    AND (to_jsonb(NEW) - ARRAY['answers', 'unsure', 'assessment', 'summary', 'withdrawnAt', 'erasedAt'])
      = (to_jsonb(OLD) - ARRAY['answers', 'unsure', 'assessment', 'summary', 'withdrawnAt', 'erasedAt'])
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'intake-immutable: an intake can be erased, not changed';
END $$;

CREATE TRIGGER intake_immutable BEFORE UPDATE OR DELETE ON "Intake"
  FOR EACH ROW EXECUTE FUNCTION refuse_intake_change();
CREATE TRIGGER intake_kept BEFORE TRUNCATE ON "Intake"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_intake_change();

-- The audit trail is only appended to.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit-append-only: an audit event can be added, not changed';
END $$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
