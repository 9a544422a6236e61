ALTER TABLE "indicators" ADD COLUMN "score_rate" numeric;

ALTER TABLE "indicators" ADD COLUMN "score_rate_raw" text;

ALTER TABLE "indicators" ADD COLUMN "completion_rate" numeric;

ALTER TABLE "indicators" ADD COLUMN "completion_rate_raw" text;
