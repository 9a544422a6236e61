ALTER TABLE "amounts" RENAME TO "amounts_former";

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
  "factors" JSON,
  "blank_parts" VARCHAR[],
  "column_number" VARCHAR,
  "column_formula" VARCHAR,
  "project" VARCHAR,
  "formula" VARCHAR,
  "doubts" JSON,
  "confidences" JSON,
  "source" MAP(VARCHAR, STRUCT("block" INTEGER, "grid" INTEGER, "row" INTEGER, "column" INTEGER, "page" INTEGER, "box" STRUCT("x0" DOUBLE, "y0" DOUBLE, "x1" DOUBLE, "y1" DOUBLE), "sheet" VARCHAR, "ref" VARCHAR, "table" INTEGER)) NOT NULL,
  "confidence" DOUBLE NOT NULL,
  PRIMARY KEY ("amount_id")
);

INSERT INTO "amounts" BY NAME SELECT * FROM "amounts_former";

DROP TABLE "amounts_former";
