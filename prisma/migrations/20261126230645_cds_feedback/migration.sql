-- CreateTable
CREATE TABLE "CdsFeedback" (
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "service" TEXT NOT NULL,
    "card" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "suggestions" TEXT[],
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CdsFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CdsFeedback_card_outcome_at_key" ON "CdsFeedback"("card", "outcome", "at");
