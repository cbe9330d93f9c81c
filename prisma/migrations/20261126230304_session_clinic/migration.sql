-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "clinicId" UUID;
