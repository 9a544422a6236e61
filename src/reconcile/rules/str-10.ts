import { exact, roundTo, show } from '../facts/exact.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

const PARAMETERS = {
  coverage: {
    value: 0.5,
    unit: 'share of filled cells',
    reason: 'forms that are read well reach 0.9; below one half whole columns or blocks were not understood',
  },
} as const;

/** A form of whose filled cells many were read by no role: what stands there was not checked. */
export const STR_10: FilingRule = {
  id: 'STR-10',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '读取不完整', en: 'Form was read in part' },
  explanation: {
    zh: '有内容的单元格中，不少没有归入任何指标、金额或表头项目；这些单元格未经核对，须人工查看。',
    en: 'Many filled cells belong to no indicator, amount or header field; they were not checked and need a look.',
  },
  tolerance: 'T4',
  severity: 'warning',
  parameters: PARAMETERS,
  example: { zh: '只读懂了 55% 的单元格', en: 'only 55% of the cells were understood' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators } = context;
  // A table of labels without a figure has nothing to explain, unless it is a form whose answers were not understood.
  const isForm = /_(?:targets|self_evaluation)$/.test(filing.form_type);
  if (amounts.length + indicators.length === 0 && !isForm)
    return [notEvaluated(filing.filing_id, 'table has no rows')];
  if (exact(filing.coverage) >= exact(PARAMETERS.coverage.value)) return [passed(filing.filing_id)];
  const share = show(roundTo(100n * exact(filing.coverage), 0));
  return [
    notice(context, {
      verdict: 'improbable',
      origin: 'extraction',
      message: {
        zh: `只读懂了 ${share}% 的有内容单元格，其余未经核对`,
        en: `only ${share}% of the filled cells were understood, the others were not checked`,
      },
      evidence: [cellOf(filing, 'title', 'title', filing.title ?? '')],
      operands: ['coverage'],
    }),
  ];
}
