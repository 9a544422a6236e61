ALTER TABLE "indicators" ADD COLUMN "deducted" numeric;
