CREATE TABLE "grids" (
  "document_id" text COLLATE "C" NOT NULL,
  "grid" integer NOT NULL,
  "filing_id" text COLLATE "C",
  "rows" integer NOT NULL,
  "columns" integer NOT NULL,
  "widths" integer[] NOT NULL,
  "parts" jsonb NOT NULL,
  "cells" jsonb NOT NULL
);

ALTER TABLE "grids" ADD CONSTRAINT "grids_key" PRIMARY KEY ("document_id", "grid");
