ALTER TABLE "documents" RENAME TO "documents_former";

CREATE TABLE "documents" (
  "document_id" VARCHAR NOT NULL,
  "bytes" BIGINT NOT NULL,
  "format" VARCHAR NOT NULL CHECK ("format" IN ('pdf', 'ofd', 'docx', 'doc', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'wps', 'csv', 'html', 'rtf', 'odt', 'ods', 'xml_spreadsheet', 'image', 'text', 'archive', 'unknown')),
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

ALTER TABLE "filings" RENAME TO "filings_former";

CREATE TABLE "filings" (
  "filing_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "form_type" VARCHAR NOT NULL CHECK ("form_type" IN ('department_targets', 'project_targets', 'project_self_evaluation', 'department_self_evaluation', 'scoring_framework', 'base_data', 'budget_table', 'allocation_table', 'unknown')),
  "title" VARCHAR,
  "organisation" VARCHAR,
  "organisation_code" VARCHAR,
  "supervisor" VARCHAR,
  "year" INTEGER,
  "project" VARCHAR,
  "project_code" VARCHAR,
  "filed_on" DATE,
  "money_unit" VARCHAR CHECK ("money_unit" IN ('元', '万元', '亿元', '千元', '百万元')),
  "execution_weight" DECIMAL(30, 10),
  "execution_score" DECIMAL(30, 10),
  "execution_rate" DECIMAL(30, 10),
  "execution_target" DECIMAL(30, 10),
  "total_weight" DECIMAL(30, 10),
  "total_score" DECIMAL(30, 10),
  "other_totals" JSON,
  "contacts" JSON NOT NULL,
  "inferred" VARCHAR[] NOT NULL,
  "grids" INTEGER[] NOT NULL,
  "has_execution_weight_field" BOOLEAN NOT NULL,
  "placeholders" JSON,
  "unread_rows" INTEGER,
  "unread_figures" JSON,
  "coverage" DOUBLE NOT NULL,
  "doubts" JSON,
  "confidences" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("filing_id")
);

INSERT INTO "filings" BY NAME SELECT * FROM "filings_former";

DROP TABLE "filings_former";
