-- AlterTable
ALTER TABLE "Outcome" DROP COLUMN "functionScore",
DROP COLUMN "heelRaiseLeft",
DROP COLUMN "heelRaiseRight",
DROP COLUMN "painWorst",
DROP COLUMN "walkingMinutes",
ADD COLUMN     "values" JSONB NOT NULL,
ALTER COLUMN "patientId" DROP NOT NULL,
ALTER COLUMN "recordedById" SET NOT NULL;
