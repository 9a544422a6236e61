CREATE TABLE "runs" (
  "run_id" text COLLATE "C" NOT NULL,
  "started_at" timestamptz NOT NULL,
  "finished_at" timestamptz NOT NULL,
  "program" text NOT NULL,
  "settings" jsonb NOT NULL,
  "documents" integer NOT NULL,
  "written" integer NOT NULL,
  "unchanged" integer NOT NULL,
  "gone" integer NOT NULL
);

ALTER TABLE "runs" ADD CONSTRAINT "runs_key" PRIMARY KEY ("run_id");

CREATE TABLE "documents" (
  "document_id" text COLLATE "C" NOT NULL,
  "bytes" bigint NOT NULL,
  "format" text NOT NULL CHECK ("format" IN ('pdf', 'docx', 'doc', 'xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'wps', 'csv', 'html', 'xml_spreadsheet', 'image', 'text', 'archive', 'unknown')),
  "pages" integer NOT NULL,
  "ocr_pages" integer NOT NULL,
  "filings" integer NOT NULL,
  "status" text NOT NULL CHECK ("status" IN ('ok', 'partial', 'failed', 'unsupported')),
  "error_code" text CHECK ("error_code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'unknown_form', 'unreadable', 'internal')),
  "error_message_zh" text,
  "error_message_en" text,
  "error_place" text,
  "digest" text COLLATE "C" NOT NULL,
  "first_run" text NOT NULL,
  "last_run" text NOT NULL,
  "gone_since" timestamptz
);

ALTER TABLE "documents" ADD CONSTRAINT "documents_key" PRIMARY KEY ("document_id");

CREATE TABLE "files" (
  "path" text COLLATE "C" NOT NULL,
  "document_id" text COLLATE "C" NOT NULL,
  "run_id" text COLLATE "C" NOT NULL
);

ALTER TABLE "files" ADD CONSTRAINT "files_key" PRIMARY KEY ("path");

CREATE TABLE "warnings" (
  "document_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "code" text NOT NULL CHECK ("code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'unknown_form', 'unreadable', 'internal')),
  "message_zh" text NOT NULL,
  "message_en" text NOT NULL,
  "place" text
);

ALTER TABLE "warnings" ADD CONSTRAINT "warnings_key" PRIMARY KEY ("document_id", "ordinal");

CREATE TABLE "filings" (
  "filing_id" text COLLATE "C" NOT NULL,
  "document_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "form_type" text NOT NULL CHECK ("form_type" IN ('department_targets', 'project_targets', 'project_self_evaluation', 'department_self_evaluation', 'scoring_framework', 'base_data', 'budget_table', 'allocation_table', 'unknown')),
  "title" text,
  "organisation" text,
  "organisation_code" text,
  "supervisor" text,
  "year" integer,
  "project" text,
  "project_code" text,
  "filed_on" date,
  "money_unit" text CHECK ("money_unit" IN ('元', '万元', '亿元', '千元', '百万元')),
  "execution_weight" numeric,
  "execution_score" numeric,
  "execution_rate" numeric,
  "total_weight" numeric,
  "total_score" numeric,
  "contacts" jsonb NOT NULL,
  "inferred" text[] NOT NULL,
  "grids" integer[] NOT NULL,
  "has_execution_weight_field" boolean NOT NULL,
  "placeholders" jsonb,
  "coverage" double precision NOT NULL,
  "source" jsonb NOT NULL,
  "confidence" double precision NOT NULL
);

ALTER TABLE "filings" ADD CONSTRAINT "filings_key" PRIMARY KEY ("filing_id");

CREATE TABLE "indicators" (
  "indicator_id" text COLLATE "C" NOT NULL,
  "filing_id" text COLLATE "C" NOT NULL,
  "document_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "section" text NOT NULL CHECK ("section" IN ('long_term', 'annual', 'evaluation')),
  "goal" text,
  "level1" text,
  "level2" text,
  "level3" text,
  "level1_weight" numeric,
  "level2_weight" numeric,
  "target_raw" text,
  "target_kind" text CHECK ("target_kind" IN ('number', 'range', 'text', 'blank')),
  "target_op" text CHECK ("target_op" IN ('=', '>=', '<=', '>', '<')),
  "target_value" numeric,
  "target_upper" numeric,
  "target_unit" text,
  "target_base_value" numeric,
  "target_base_unit" text,
  "actual_raw" text,
  "actual_kind" text CHECK ("actual_kind" IN ('number', 'range', 'text', 'blank')),
  "actual_op" text CHECK ("actual_op" IN ('=', '>=', '<=', '>', '<')),
  "actual_value" numeric,
  "actual_upper" numeric,
  "actual_unit" text,
  "actual_base_value" numeric,
  "actual_base_unit" text,
  "weight" numeric,
  "score" numeric,
  "converted_score" numeric,
  "description" text,
  "basis" text,
  "category" text,
  "scoring_rule" text,
  "evidence" text,
  "deviation" text,
  "remark" text,
  "doubts" jsonb,
  "source" jsonb NOT NULL,
  "confidence" double precision NOT NULL
);

ALTER TABLE "indicators" ADD CONSTRAINT "indicators_key" PRIMARY KEY ("indicator_id");

CREATE TABLE "prior_values" (
  "document_id" text COLLATE "C" NOT NULL,
  "indicator_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "raw" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('number', 'range', 'text', 'blank')),
  "op" text CHECK ("op" IN ('=', '>=', '<=', '>', '<')),
  "value" numeric,
  "upper" numeric,
  "unit" text,
  "base_value" numeric,
  "base_unit" text,
  "year" integer
);

ALTER TABLE "prior_values" ADD CONSTRAINT "prior_values_key" PRIMARY KEY ("document_id", "indicator_id", "ordinal");

CREATE TABLE "amounts" (
  "amount_id" text COLLATE "C" NOT NULL,
  "filing_id" text COLLATE "C" NOT NULL,
  "document_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "section" text NOT NULL CHECK ("section" IN ('income', 'expenditure', 'projects', 'funding', 'base_data', 'staff', 'budget')),
  "item" text NOT NULL,
  "parent" text,
  "parent_id" text COLLATE "C",
  "role" text NOT NULL CHECK ("role" IN ('total', 'part', 'item')),
  "depth" integer NOT NULL,
  "label" text NOT NULL,
  "measure" text NOT NULL CHECK ("measure" IN ('current', 'prior', 'total_budget', 'initial_budget', 'annual_budget', 'executed', 'budget', 'final', 'count', 'arrived', 'adjustment', 'balance', 'rate')),
  "column_label" text,
  "fund" text,
  "code" text,
  "year" integer,
  "value" numeric,
  "raw" text NOT NULL,
  "unit" text,
  "base_value" numeric,
  "share" numeric,
  "share_raw" text,
  "project" text,
  "formula" text,
  "doubts" jsonb,
  "source" jsonb NOT NULL,
  "confidence" double precision NOT NULL
);

ALTER TABLE "amounts" ADD CONSTRAINT "amounts_key" PRIMARY KEY ("amount_id");

CREATE TABLE "texts" (
  "text_id" text COLLATE "C" NOT NULL,
  "document_id" text COLLATE "C" NOT NULL,
  "filing_id" text COLLATE "C",
  "role" text NOT NULL CHECK ("role" IN ('goal', 'task', 'function', 'note', 'explanation', 'achievement', 'prose', 'heading', 'other')),
  "label" text,
  "text" text NOT NULL,
  "source" jsonb NOT NULL
);

ALTER TABLE "texts" ADD CONSTRAINT "texts_key" PRIMARY KEY ("text_id");

CREATE TABLE "text_figures" (
  "document_id" text COLLATE "C" NOT NULL,
  "text_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "raw" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('number', 'range', 'text', 'blank')),
  "op" text CHECK ("op" IN ('=', '>=', '<=', '>', '<')),
  "value" numeric,
  "upper" numeric,
  "unit" text,
  "base_value" numeric,
  "base_unit" text,
  "role" text NOT NULL CHECK ("role" IN ('stated', 'change', 'growth', 'share', 'rate')),
  "item" text,
  "year" integer,
  "offset" integer NOT NULL
);

ALTER TABLE "text_figures" ADD CONSTRAINT "text_figures_key" PRIMARY KEY ("document_id", "text_id", "ordinal");

CREATE TABLE "text_relations" (
  "document_id" text COLLATE "C" NOT NULL,
  "text_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('part_of', 'sum_of', 'change', 'growth', 'share_of', 'rate_of', 'equals')),
  "from" integer NOT NULL,
  "to" integer,
  "base" integer,
  "base_item" text,
  "base_year" integer,
  "direction" text CHECK ("direction" IN ('up', 'down')),
  "text" text NOT NULL
);

ALTER TABLE "text_relations" ADD CONSTRAINT "text_relations_key" PRIMARY KEY ("document_id", "text_id", "ordinal");

CREATE TABLE "findings" (
  "finding_id" text COLLATE "C" NOT NULL,
  "rule" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('sum', 'share', 'share_sum', 'weight_sum', 'score_sum', 'score_rule', 'ratio', 'unit_cost', 'cross_table', 'cross_document', 'prior', 'narrative', 'structure', 'rule_text', 'unit', 'ocr')),
  "severity" text NOT NULL CHECK ("severity" IN ('error', 'warning', 'info')),
  "verdict" text NOT NULL CHECK ("verdict" IN ('consistent', 'explained', 'improbable', 'impossible', 'not_evaluated')),
  "origin" text NOT NULL CHECK ("origin" IN ('filing', 'extraction', 'undetermined')),
  "document_id" text COLLATE "C" NOT NULL,
  "filing_id" text COLLATE "C",
  "message_zh" text NOT NULL,
  "message_en" text NOT NULL,
  "expected" numeric,
  "actual" numeric,
  "difference" numeric,
  "tolerance" numeric,
  "equation" text,
  "scope" text NOT NULL CHECK ("scope" IN ('document', 'set')),
  "digest" text COLLATE "C",
  "standing" boolean NOT NULL,
  "first_seen" timestamptz NOT NULL,
  "last_seen" timestamptz NOT NULL
);

ALTER TABLE "findings" ADD CONSTRAINT "findings_key" PRIMARY KEY ("document_id", "finding_id");

CREATE TABLE "evidence" (
  "document_id" text COLLATE "C" NOT NULL,
  "finding_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "role" text NOT NULL,
  "text" text NOT NULL,
  "value" numeric,
  "source" jsonb NOT NULL,
  "other_document_id" text COLLATE "C"
);

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_key" PRIMARY KEY ("document_id", "finding_id", "ordinal");

CREATE TABLE "hypotheses" (
  "document_id" text COLLATE "C" NOT NULL,
  "finding_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "generator" text NOT NULL,
  "change_source" jsonb NOT NULL,
  "change_from" text NOT NULL,
  "change_to" text NOT NULL,
  "reason_zh" text NOT NULL,
  "reason_en" text NOT NULL,
  "resolves" text[] NOT NULL,
  "breaks" text[] NOT NULL,
  "score" numeric NOT NULL,
  "suggested" boolean NOT NULL
);

ALTER TABLE "hypotheses" ADD CONSTRAINT "hypotheses_key" PRIMARY KEY ("document_id", "finding_id", "ordinal");

CREATE TABLE "related" (
  "document_id" text COLLATE "C" NOT NULL,
  "finding_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "zh" text NOT NULL,
  "en" text NOT NULL
);

ALTER TABLE "related" ADD CONSTRAINT "related_key" PRIMARY KEY ("document_id", "finding_id", "ordinal");

CREATE TABLE "coverage" (
  "document_id" text COLLATE "C" NOT NULL,
  "ordinal" integer NOT NULL,
  "filing_id" text COLLATE "C",
  "rule" text NOT NULL,
  "applicable" integer NOT NULL,
  "consistent" integer NOT NULL,
  "explained" integer NOT NULL,
  "violated" integer NOT NULL,
  "not_evaluated" integer NOT NULL,
  "reasons" jsonb NOT NULL
);

ALTER TABLE "coverage" ADD CONSTRAINT "coverage_key" PRIMARY KEY ("document_id", "ordinal");

CREATE TABLE "exact_values" (
  "document_id" text COLLATE "C" NOT NULL,
  "record_table" text NOT NULL,
  "record_id" text COLLATE "C" NOT NULL,
  "field" text NOT NULL,
  "text" text NOT NULL
);

ALTER TABLE "exact_values" ADD CONSTRAINT "exact_values_key" PRIMARY KEY ("document_id", "record_table", "record_id", "field");

CREATE TABLE "decisions" (
  "finding_id" text COLLATE "C" NOT NULL,
  "at" timestamptz NOT NULL,
  "decision" text NOT NULL CHECK ("decision" IN ('confirm', 'dismiss')),
  "reason" text,
  "by" text
);

ALTER TABLE "decisions" ADD CONSTRAINT "decisions_key" PRIMARY KEY ("finding_id", "at");
