ALTER TABLE "documents" RENAME TO "documents_former";

CREATE TABLE "documents" (
  "document_id" VARCHAR NOT NULL,
  "bytes" BIGINT NOT NULL,
  "format" VARCHAR NOT NULL CHECK ("format" IN ('pdf', 'docx', 'doc', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'wps', 'csv', 'html', 'rtf', 'odt', 'ods', 'xml_spreadsheet', 'image', 'text', 'archive', 'unknown')),
  "pages" INTEGER NOT NULL,
  "ocr_pages" INTEGER NOT NULL,
  "filings" INTEGER NOT NULL,
  "status" VARCHAR NOT NULL CHECK ("status" IN ('ok', 'partial', 'failed', 'unsupported')),
  "error_code" VARCHAR CHECK ("error_code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'uncertain_grid', 'unknown_form', 'scores_left_out', 'figures_left_out', 'unreadable', 'internal')),
  "error_message_zh" VARCHAR,
  "error_message_en" VARCHAR,
  "error_place" VARCHAR,
  "digest" VARCHAR NOT NULL,
  "first_run" VARCHAR NOT NULL,
  "last_run" VARCHAR NOT NULL,
  "gone_since" TIMESTAMPTZ,
  PRIMARY KEY ("document_id")
);

INSERT INTO "documents" BY NAME SELECT * FROM "documents_former";

DROP TABLE "documents_former";
