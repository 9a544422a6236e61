ALTER TABLE "filings" ADD COLUMN "unread_figures" integer[];
