ALTER TABLE "filings" ADD COLUMN "unread_rows" integer;
