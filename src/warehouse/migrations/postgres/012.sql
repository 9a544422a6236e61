ALTER TABLE "filings" ADD COLUMN "other_totals" jsonb;

ALTER TABLE "indicators" ADD COLUMN "other_scores" jsonb;
