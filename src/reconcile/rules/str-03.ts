import type { Evidence, Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { type FilingContext, type FilingRule, found, type Outcome, passed } from '../rule.ts';

/** An indicator row with a value or points and no name. */
export const STR_03: FilingRule = {
  id: 'STR-03',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '三级指标名称缺失', en: 'Indicator without a name' },
  explanation: {
    zh: '该行填有指标值或分值，但没有三级指标名称；名称与指标值都空的行按占位行提示。',
    en: 'The row has a value or points and no name; a row without both is a placeholder and only noted.',
  },
  tolerance: 'TS',
  severity: 'error',
  parameters: {},
  example: { zh: '时效指标一行指标值 =100%，无名称', en: 'a row with the value =100% and no name' },
  check,
};

function check({ filing, indicators }: FilingContext): Outcome[] {
  return indicators.map((row): Outcome => {
    if (row.level3 !== '') return passed(filing.filing_id);
    const value = row.target?.kind === 'blank' ? null : row.target;
    const filled = value != null || row.weight !== null || row.score !== null;
    const level = [row.level1, row.level2].filter((name) => name !== null && name !== '').join('／');
    const text = value?.raw ?? '';
    return found({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      verdict: filled ? 'impossible' : 'explained',
      message: {
        zh: filled ? `${level}下有一行填了指标值“${text}”而没有三级指标名称` : `${level}下没有三级指标`,
        en: filled ? `a row of ${level} has the value “${text}” and no name` : `${level} has no indicator`,
      },
      evidence: cellsOf(row),
      operands: [indicatorKey(row), text],
    });
  });
}

function cellsOf(row: Indicator): Evidence[] {
  const { source } = row;
  const name = source.level3 ?? source.level2 ?? Object.values(source)[0]!;
  const blank: Evidence = { role: 'name', text: '', value: null, source: name, document_id: null };
  if (row.target === null || source.target === undefined) return [blank];
  const { raw, value } = row.target;
  return [blank, { role: 'target', text: raw, value, source: source.target, document_id: null }];
}
