CREATE TABLE "grids" (
  "document_id" VARCHAR NOT NULL,
  "grid" INTEGER NOT NULL,
  "filing_id" VARCHAR,
  "rows" INTEGER NOT NULL,
  "columns" INTEGER NOT NULL,
  "widths" INTEGER[] NOT NULL,
  "parts" JSON NOT NULL,
  "cells" JSON NOT NULL,
  PRIMARY KEY ("document_id", "grid")
);
