ALTER TABLE "filings" ADD COLUMN "cut_off" boolean;
