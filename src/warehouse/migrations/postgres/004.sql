ALTER TABLE "filings" ADD COLUMN "doubts" jsonb;

ALTER TABLE "filings" ADD COLUMN "confidences" jsonb;

ALTER TABLE "indicators" ADD COLUMN "confidences" jsonb;

ALTER TABLE "amounts" ADD COLUMN "confidences" jsonb;
