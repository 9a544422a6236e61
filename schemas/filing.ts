import { z } from 'zod';
import { Confidences, Doubts } from './doubt.ts';
import { Source } from './location.ts';

/** The family of a form, by its labels. */
export const FormType = z.enum([
  'department_targets',
  'project_targets',
  'project_self_evaluation',
  'department_self_evaluation',
  'scoring_framework',
  'base_data',
  'budget_table',
  'allocation_table',
  'unknown',
]);
export type FormType = z.infer<typeof FormType>;

/** Unit of the money cells of a form. */
export const MoneyUnit = z.enum(['元', '万元', '亿元', '千元', '百万元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

/** One filled-in form with its own title and at least one grid. */
export const Filing = z.object({
  /** Stable, derived from the document and the place in it. */
  filing_id: z.string(),
  /** The document that it stands in. */
  document_id: z.string(),
  /** From 0, in reading order. */
  ordinal: z.int().min(0),
  /** The family of the form. */
  form_type: FormType,
  /** As printed, of the form and not of the file. */
  title: z.string().nullable(),
  /** 部门（单位）名称, 预算单位, 实施单位, 填报单位 …; a printed code stays in it. Never 主管部门. */
  organisation: z.string().nullable(),
  /** Code printed in front of the name: 203001-…, [015001]…. */
  organisation_code: z.string().nullable(),
  /** 主管部门. */
  supervisor: z.string().nullable(),
  /** The budget year that the figures are for. */
  year: z.int().nullable(),
  /** 项目名称 without its code; null where the form is of a whole unit. */
  project: z.string().nullable(),
  /** The code of the project. */
  project_code: z.string().nullable(),
  /** ISO date. */
  filed_on: z.string().nullable(),
  /** As printed in a caption, a label or the cells; null where none is, never assumed. */
  money_unit: MoneyUnit.nullable(),
  /** Points of the 预算执行 row; null where not printed. */
  execution_weight: z.number().nullable(),
  /** 得分 of the 预算执行 row. */
  execution_score: z.number().nullable(),
  /** Per cent as printed in the 预算执行 row. */
  execution_rate: z.number().nullable(),
  /** Per cent from which on the 预算执行 row gives all its points, where it prints less than 100: ≥95%. Absent where it prints none. */
  execution_target: z.number().optional(),
  /** The row 总分 / 合计: points and self score. */
  total_weight: z.number().nullable(),
  /** Self score of the row 总分 / 合计. */
  total_score: z.number().nullable(),
  /** What the row 总分 / 合计 prints below other columns of points: those of a level, scores that others gave, what was taken off, the score rate of all, and the sum of the scores where a field apart says the total score. Absent where it prints none. */
  other_totals: z
    .array(
      z.object({
        /** The field of an indicator that it adds up. */
        of: z.enum(['level1_weight', 'level2_weight', 'other_score', 'deducted', 'score', 'score_rate']),
        /** The head of its column as printed. */
        label: z.string(),
        /** As printed; a rate in per cent. */
        value: z.number(),
      }),
    )
    .optional(),
  /** Masked unless asked for. */
  contacts: z.array(
    z.object({
      /** As printed: 填报人, 联系电话, 项目负责人 … */
      role: z.string(),
      /** Name of the person. */
      name: z.string().nullable(),
      /** Telephone number. */
      phone: z.string().nullable(),
    }),
  ),
  /** Fields taken from the other forms of the document because this one does not print them. */
  inferred: z.array(z.string()),
  /** Indexes of the grids of the document that the form stands in. */
  grids: z.array(z.int().min(0)),
  /**
   * Whether the form has a place for the weight of 预算执行率, filled or not: decides whether weights are to sum to 100 or may to 90.
   */
  has_execution_weight_field: z.boolean(),
  /** Rows of indicator tables that hold neither a name nor a value: they give no indicator. Levels as printed, without points. */
  placeholders: z
    .array(
      z.object({
        /** First level as printed, without points. */
        level1: z.string().nullable(),
        /** Second level as printed, without points. */
        level2: z.string().nullable(),
        source: Source,
      }),
    )
    .optional(),
  /**
   * Rows that stand where indicators do, with figures, and could not be read: they give no indicator, and what is counted over all of
   * them is open. Absent where there are none.
   */
  unread_rows: z.int().min(1).optional(),
  /**
   * Figures of the form that no label explains and no record holds, as printed, 20 at most: a sum that is off by one of them is open.
   * Absent where there are none.
   */
  unread_figures: z.array(z.number()).min(1).max(20).optional(),
  /** The file ends within or behind the form before it is whole: what is counted over all rows, a sum that does not close and a part that is missing are open. Absent where it does not. */
  cut_off: z.boolean().optional(),
  /** How much of the filled cells a role explains, 0 to 1. */
  coverage: z.number().min(0).max(1),
  /** The fields whose cells were read with doubt, by field name; absent where none was. */
  doubts: Doubts,
  /** The confidence of every field whose cell is not certain, by field name; absent where all are. */
  confidences: Confidences,
  /** The cell of every field. */
  source: Source,
  /** 0 to 1: of the least sure indicator or figure of the form; `confidences` has that of the fields of its head. */
  confidence: z.number().min(0).max(1),
});
export type Filing = z.infer<typeof Filing>;
