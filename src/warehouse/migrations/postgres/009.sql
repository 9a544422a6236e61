ALTER TABLE "amounts" ADD COLUMN "factors" jsonb;
