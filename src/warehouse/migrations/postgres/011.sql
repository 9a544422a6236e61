ALTER TABLE "filings" ADD COLUMN "execution_target" numeric;
