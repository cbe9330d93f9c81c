-- AlterTable
ALTER TABLE "ClinicIntake" ADD COLUMN     "amendment" TEXT;
