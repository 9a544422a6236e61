CREATE TABLE "runs" (
  "run_id" VARCHAR NOT NULL,
  "started_at" TIMESTAMPTZ NOT NULL,
  "finished_at" TIMESTAMPTZ NOT NULL,
  "program" VARCHAR NOT NULL,
  "settings" JSON NOT NULL,
  "documents" INTEGER NOT NULL,
  "written" INTEGER NOT NULL,
  "unchanged" INTEGER NOT NULL,
  "gone" INTEGER NOT NULL,
  PRIMARY KEY ("run_id")
);

CREATE TABLE "documents" (
  "document_id" VARCHAR NOT NULL,
  "bytes" BIGINT NOT NULL,
  "format" VARCHAR NOT NULL CHECK ("format" IN ('pdf', 'docx', 'doc', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'wps', 'csv', 'html', 'xml_spreadsheet', 'image', 'text', 'archive', 'unknown')),
  "pages" INTEGER NOT NULL,
  "ocr_pages" INTEGER NOT NULL,
  "filings" INTEGER NOT NULL,
  "status" VARCHAR NOT NULL CHECK ("status" IN ('ok', 'partial', 'failed', 'unsupported')),
  "error_code" VARCHAR CHECK ("error_code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'unknown_form', 'unreadable', 'internal')),
  "error_message_zh" VARCHAR,
  "error_message_en" VARCHAR,
  "error_place" VARCHAR,
  "digest" VARCHAR NOT NULL,
  "first_run" VARCHAR NOT NULL,
  "last_run" VARCHAR NOT NULL,
  "gone_since" TIMESTAMPTZ,
  PRIMARY KEY ("document_id")
);

CREATE TABLE "files" (
  "path" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "run_id" VARCHAR NOT NULL,
  PRIMARY KEY ("path")
);

CREATE TABLE "warnings" (
  "document_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "code" VARCHAR NOT NULL CHECK ("code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'unknown_form', 'unreadable', 'internal')),
  "message_zh" VARCHAR NOT NULL,
  "message_en" VARCHAR NOT NULL,
  "place" VARCHAR,
  PRIMARY KEY ("document_id", "ordinal")
);

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
  "total_weight" DECIMAL(30, 10),
  "total_score" DECIMAL(30, 10),
  "contacts" JSON NOT NULL,
  "inferred" VARCHAR[] NOT NULL,
  "grids" INTEGER[] NOT NULL,
  "has_execution_weight_field" BOOLEAN NOT NULL,
  "placeholders" JSON,
  "coverage" DOUBLE NOT NULL,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("filing_id")
);

CREATE TABLE "indicators" (
  "indicator_id" VARCHAR NOT NULL,
  "filing_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "section" VARCHAR NOT NULL CHECK ("section" IN ('long_term', 'annual', 'evaluation')),
  "goal" VARCHAR,
  "level1" VARCHAR,
  "level2" VARCHAR,
  "level3" VARCHAR,
  "level1_weight" DECIMAL(30, 10),
  "level2_weight" DECIMAL(30, 10),
  "target_raw" VARCHAR,
  "target_kind" VARCHAR CHECK ("target_kind" IN ('number', 'range', 'text', 'blank')),
  "target_op" VARCHAR CHECK ("target_op" IN ('=', '>=', '<=', '>', '<')),
  "target_value" DECIMAL(30, 10),
  "target_upper" DECIMAL(30, 10),
  "target_unit" VARCHAR,
  "target_base_value" DECIMAL(30, 10),
  "target_base_unit" VARCHAR,
  "actual_raw" VARCHAR,
  "actual_kind" VARCHAR CHECK ("actual_kind" IN ('number', 'range', 'text', 'blank')),
  "actual_op" VARCHAR CHECK ("actual_op" IN ('=', '>=', '<=', '>', '<')),
  "actual_value" DECIMAL(30, 10),
  "actual_upper" DECIMAL(30, 10),
  "actual_unit" VARCHAR,
  "actual_base_value" DECIMAL(30, 10),
  "actual_base_unit" VARCHAR,
  "weight" DECIMAL(30, 10),
  "score" DECIMAL(30, 10),
  "converted_score" DECIMAL(30, 10),
  "description" VARCHAR,
  "basis" VARCHAR,
  "category" VARCHAR,
  "scoring_rule" VARCHAR,
  "evidence" VARCHAR,
  "deviation" VARCHAR,
  "remark" VARCHAR,
  "doubts" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("indicator_id")
);

CREATE TABLE "prior_values" (
  "document_id" VARCHAR NOT NULL,
  "indicator_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "raw" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('number', 'range', 'text', 'blank')),
  "op" VARCHAR CHECK ("op" IN ('=', '>=', '<=', '>', '<')),
  "value" DECIMAL(30, 10),
  "upper" DECIMAL(30, 10),
  "unit" VARCHAR,
  "base_value" DECIMAL(30, 10),
  "base_unit" VARCHAR,
  "year" INTEGER
);

CREATE TABLE "amounts" (
  "amount_id" VARCHAR NOT NULL,
  "filing_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "section" VARCHAR NOT NULL CHECK ("section" IN ('income', 'expenditure', 'projects', 'funding', 'base_data', 'staff', 'budget')),
  "item" VARCHAR NOT NULL,
  "parent" VARCHAR,
  "parent_id" VARCHAR,
  "role" VARCHAR NOT NULL CHECK ("role" IN ('total', 'part', 'item')),
  "depth" INTEGER NOT NULL,
  "label" VARCHAR NOT NULL,
  "measure" VARCHAR NOT NULL CHECK ("measure" IN ('current', 'prior', 'total_budget', 'initial_budget', 'annual_budget', 'executed', 'budget', 'final', 'count', 'arrived', 'adjustment', 'balance', 'rate')),
  "column_label" VARCHAR,
  "fund" VARCHAR,
  "code" VARCHAR,
  "year" INTEGER,
  "value" DECIMAL(30, 10),
  "raw" VARCHAR NOT NULL,
  "unit" VARCHAR,
  "base_value" DECIMAL(30, 10),
  "share" DECIMAL(30, 10),
  "share_raw" VARCHAR,
  "project" VARCHAR,
  "formula" VARCHAR,
  "doubts" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("amount_id")
);

CREATE TABLE "texts" (
  "text_id" VARCHAR NOT NULL,
  "document_id" VARCHAR NOT NULL,
  "filing_id" VARCHAR,
  "role" VARCHAR NOT NULL CHECK ("role" IN ('goal', 'task', 'function', 'note', 'explanation', 'achievement', 'prose', 'heading', 'other')),
  "label" VARCHAR,
  "text" VARCHAR NOT NULL,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  PRIMARY KEY ("text_id")
);

CREATE TABLE "text_figures" (
  "document_id" VARCHAR NOT NULL,
  "text_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "raw" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('number', 'range', 'text', 'blank')),
  "op" VARCHAR CHECK ("op" IN ('=', '>=', '<=', '>', '<')),
  "value" DECIMAL(30, 10),
  "upper" DECIMAL(30, 10),
  "unit" VARCHAR,
  "base_value" DECIMAL(30, 10),
  "base_unit" VARCHAR,
  "role" VARCHAR NOT NULL CHECK ("role" IN ('stated', 'change', 'growth', 'share', 'rate')),
  "item" VARCHAR,
  "year" INTEGER,
  "offset" INTEGER NOT NULL
);

CREATE TABLE "text_relations" (
  "document_id" VARCHAR NOT NULL,
  "text_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('part_of', 'sum_of', 'change', 'growth', 'share_of', 'rate_of', 'equals')),
  "from" INTEGER NOT NULL,
  "to" INTEGER,
  "base" INTEGER,
  "base_item" VARCHAR,
  "base_year" INTEGER,
  "direction" VARCHAR CHECK ("direction" IN ('up', 'down')),
  "text" VARCHAR NOT NULL
);

CREATE TABLE "findings" (
  "finding_id" VARCHAR NOT NULL,
  "rule" VARCHAR NOT NULL,
  "kind" VARCHAR NOT NULL CHECK ("kind" IN ('sum', 'share', 'share_sum', 'weight_sum', 'score_sum', 'score_rule', 'ratio', 'unit_cost', 'cross_table', 'cross_document', 'prior', 'narrative', 'structure', 'rule_text', 'unit', 'ocr')),
  "severity" VARCHAR NOT NULL CHECK ("severity" IN ('error', 'warning', 'info')),
  "verdict" VARCHAR NOT NULL CHECK ("verdict" IN ('consistent', 'explained', 'improbable', 'impossible', 'not_evaluated')),
  "origin" VARCHAR NOT NULL CHECK ("origin" IN ('filing', 'extraction', 'undetermined')),
  "document_id" VARCHAR NOT NULL,
  "filing_id" VARCHAR,
  "message_zh" VARCHAR NOT NULL,
  "message_en" VARCHAR NOT NULL,
  "expected" DECIMAL(30, 10),
  "actual" DECIMAL(30, 10),
  "difference" DECIMAL(30, 10),
  "tolerance" DECIMAL(30, 10),
  "equation" VARCHAR,
  "scope" VARCHAR NOT NULL CHECK ("scope" IN ('document', 'set')),
  "digest" VARCHAR,
  "standing" BOOLEAN NOT NULL,
  "first_seen" TIMESTAMPTZ NOT NULL,
  "last_seen" TIMESTAMPTZ NOT NULL,
  PRIMARY KEY ("document_id", "finding_id")
);

CREATE TABLE "evidence" (
  "document_id" VARCHAR NOT NULL,
  "finding_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "role" VARCHAR NOT NULL,
  "text" VARCHAR NOT NULL,
  "value" DECIMAL(30, 10),
  "source" STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER) NOT NULL,
  "other_document_id" VARCHAR
);

CREATE TABLE "hypotheses" (
  "document_id" VARCHAR NOT NULL,
  "finding_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "generator" VARCHAR NOT NULL,
  "change_source" STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER) NOT NULL,
  "change_from" VARCHAR NOT NULL,
  "change_to" VARCHAR NOT NULL,
  "reason_zh" VARCHAR NOT NULL,
  "reason_en" VARCHAR NOT NULL,
  "resolves" VARCHAR[] NOT NULL,
  "breaks" VARCHAR[] NOT NULL,
  "score" DECIMAL(30, 10) NOT NULL,
  "suggested" BOOLEAN NOT NULL,
  PRIMARY KEY ("document_id", "finding_id", "ordinal")
);

CREATE TABLE "related" (
  "document_id" VARCHAR NOT NULL,
  "finding_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "zh" VARCHAR NOT NULL,
  "en" VARCHAR NOT NULL,
  PRIMARY KEY ("document_id", "finding_id", "ordinal")
);

CREATE TABLE "coverage" (
  "document_id" VARCHAR NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "filing_id" VARCHAR,
  "rule" VARCHAR NOT NULL,
  "applicable" INTEGER NOT NULL,
  "consistent" INTEGER NOT NULL,
  "explained" INTEGER NOT NULL,
  "violated" INTEGER NOT NULL,
  "not_evaluated" INTEGER NOT NULL,
  "reasons" JSON NOT NULL
);

CREATE TABLE "exact_values" (
  "document_id" VARCHAR NOT NULL,
  "record_table" VARCHAR NOT NULL,
  "record_id" VARCHAR NOT NULL,
  "field" VARCHAR NOT NULL,
  "text" VARCHAR NOT NULL,
  PRIMARY KEY ("document_id", "record_table", "record_id", "field")
);

CREATE TABLE "decisions" (
  "finding_id" VARCHAR NOT NULL,
  "at" TIMESTAMPTZ NOT NULL,
  "decision" VARCHAR NOT NULL CHECK ("decision" IN ('confirm', 'dismiss')),
  "reason" VARCHAR,
  "by" VARCHAR,
  PRIMARY KEY ("finding_id", "at")
);
