ALTER TABLE "indicators" ADD COLUMN "scope" text;
