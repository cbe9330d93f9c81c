-- AlterTable
ALTER TABLE "ClinicIntake" ADD COLUMN     "courseFrom" TIMESTAMPTZ(3);
