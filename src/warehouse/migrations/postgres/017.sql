ALTER TABLE "amounts" ADD COLUMN "blank_parts" text[];

ALTER TABLE "amounts" ADD COLUMN "column_number" text;

ALTER TABLE "amounts" ADD COLUMN "column_formula" text;
