ALTER TABLE "documents" DROP CONSTRAINT "documents_format_check";

ALTER TABLE "documents" ADD CONSTRAINT "documents_format_check" CHECK ("format" IN ('pdf', 'ofd', 'docx', 'doc', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'wps', 'csv', 'html', 'rtf', 'odt', 'ods', 'xml_spreadsheet', 'image', 'text', 'archive', 'unknown'));

ALTER TABLE "filings" ADD COLUMN "unread_figures" jsonb;
