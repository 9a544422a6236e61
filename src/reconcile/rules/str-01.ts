import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  rows: {
    value: 1,
    unit: 'records',
    reason: 'a table that gives indicators or amounts is a form, whatever its labels',
  },
} as const;

/** A table whose labels tell no family of forms, though rows were read from it: most rules cannot speak of it. */
export const STR_01: FilingRule = {
  id: 'STR-01',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '未能辨认表种', en: 'Form not recognised' },
  explanation: {
    zh: '按表头和标签辨认表种；读出了指标或金额而辨认不出表种的，多数规则无法适用，须人工核对。',
    en: 'The family of a form is told by its labels. Where rows were read and no family fits, most rules do not apply and a person has to look.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '有 12 项指标，标签不属于任何已知表种', en: '12 indicators under labels of no known form' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators } = context;
  if (filing.form_type !== 'unknown') return [passed(filing.filing_id)];
  const rows = amounts.length + indicators.length;
  if (rows < PARAMETERS.rows.value) return [notEvaluated(filing.filing_id, 'table has no rows')];
  return [
    notice(context, {
      verdict: 'improbable',
      origin: 'undetermined',
      message: {
        zh: `未能辨认“${filing.title ?? '无标题'}”的表种，读出指标 ${indicators.length} 项、金额 ${amounts.length} 项`,
        en: `form “${filing.title ?? 'untitled'}” is of no known family; ${indicators.length} indicators and ${amounts.length} amounts were read`,
      },
      evidence: [cellOf(filing, 'title', 'title', filing.title ?? '')],
      operands: ['form'],
    }),
  ];
}
