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
  "coverage" DOUBLE NOT NULL,
  "doubts" JSON,
  "confidences" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("filing_id")
);

INSERT INTO "filings" BY NAME SELECT * FROM "filings_former";

DROP TABLE "filings_former";

ALTER TABLE "indicators" RENAME TO "indicators_former";

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
  "scope" VARCHAR,
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
  "other_scores" JSON,
  "deducted" DECIMAL(30, 10),
  "score_rate" DECIMAL(30, 10),
  "score_rate_raw" VARCHAR,
  "completion_rate" DECIMAL(30, 10),
  "completion_rate_raw" VARCHAR,
  "description" VARCHAR,
  "basis" VARCHAR,
  "category" VARCHAR,
  "scoring_rule" VARCHAR,
  "evidence" VARCHAR,
  "deviation" VARCHAR,
  "remark" VARCHAR,
  "doubts" JSON,
  "confidences" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("indicator_id")
);

INSERT INTO "indicators" BY NAME SELECT * FROM "indicators_former";

DROP TABLE "indicators_former";
