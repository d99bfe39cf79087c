-- AlterTable
ALTER TABLE "schedule_step" ADD COLUMN     "linkChoice" TEXT;
