ALTER TABLE "documents" DROP CONSTRAINT "documents_error_code_check";

ALTER TABLE "documents" ADD CONSTRAINT "documents_error_code_check" CHECK ("error_code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'uncertain_grid', 'unknown_form', 'scores_left_out', 'figures_left_out', 'unreadable', 'internal'));

ALTER TABLE "warnings" DROP CONSTRAINT "warnings_code_check";

ALTER TABLE "warnings" ADD CONSTRAINT "warnings_code_check" CHECK ("code" IN ('encrypted', 'corrupt', 'empty', 'unknown_format', 'unsupported_format', 'too_large', 'timeout', 'out_of_memory', 'crashed', 'no_table', 'no_text', 'picture_only', 'page_failed', 'sheet_failed', 'hidden_content', 'text_left_out', 'uncertain_grid', 'unknown_form', 'scores_left_out', 'figures_left_out', 'unreadable', 'internal'));

ALTER TABLE "texts" ADD COLUMN "confidence" double precision;
