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
  "cut_off" BOOLEAN,
  "coverage" DOUBLE NOT NULL,
  "doubts" JSON,
  "confidences" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("filing_id")
);

INSERT INTO "filings" BY NAME SELECT * FROM "filings_former";

DROP TABLE "filings_former";
