ALTER TABLE "indicators" ADD COLUMN "level1_score" numeric;

ALTER TABLE "indicators" ADD COLUMN "level2_score" numeric;
