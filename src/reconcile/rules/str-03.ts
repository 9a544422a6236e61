import type { Evidence, Filing, Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, listed, notice } from '../notice.ts';
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

function check(context: FilingContext): Outcome[] {
  return [...named(context), ...empty(context)];
}

function named({ filing, indicators }: FilingContext): Outcome[] {
  const nameless = indicators.filter((row) => row.level3 === '');
  const held = indicators.length - nameless.length;
  const outcomes: Outcome[] = held > 0 ? [passed(filing.filing_id, held)] : [];
  for (const row of nameless) outcomes.push(unnamed(filing, row));
  return outcomes;
}

function unnamed(filing: Filing, row: Indicator): Outcome {
  const value = row.target?.kind === 'blank' ? null : row.target;
  const filled = value != null || row.weight !== null || row.score !== null;
  const level = [row.level1, row.level2].filter((name) => name !== null && name !== '').join('／');
  const text = value?.raw ?? '';
  const held =
    text === ''
      ? { zh: '分值或得分', en: 'points or a score' }
      : { zh: `指标值“${text}”`, en: `the value “${text}”` };
  return found({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    verdict: filled ? 'impossible' : 'explained',
    message: {
      zh: filled ? `${level}下有一行填了${held.zh}而没有三级指标名称` : `${level}下没有三级指标`,
      en: filled ? `a row of ${level} has ${held.en} and no name` : `${level} has no indicator`,
    },
    evidence: cellsOf(row),
    operands: [indicatorKey(row), text],
  });
}

/** Levels that the form prints and that no indicator of it stands under, once a form. */
function empty(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  if (filing.placeholders === undefined || filing.placeholders.length === 0) return [];
  const levels = ({ level1, level2 }: { level1: string | null; level2: string | null }): string =>
    [level1, level2].filter((name) => (name ?? '') !== '').join('／');
  // 产出指标 on a row of its own over 数量指标 and its indicators on theirs: they stand under both.
  const filled = new Set([...indicators.map(levels), ...indicators.map(({ level1 }) => level1 ?? '')]);
  const bare = new Map(filing.placeholders.map((row) => [levels(row), row]));
  const rows = [...bare].filter(([name]) => !filled.has(name));
  if (rows.length === 0 || indicators.length === 0) return [];
  const names = listed(rows.map(([name]) => name));
  return [
    notice(context, {
      verdict: 'explained',
      message: { zh: `${names.zh} 下没有三级指标`, en: `no indicator under ${names.en}` },
      evidence: rows.map(([name, row]) => cellOf(row, 'level2', 'level', name)),
      operands: rows.map(([name]) => name),
    }),
  ];
}

function cellsOf(row: Indicator): Evidence[] {
  const { source } = row;
  const name = source.level3 ?? source.level2 ?? Object.values(source)[0]!;
  const blank: Evidence = { role: 'name', text: '', value: null, source: name, document_id: null };
  if (row.target === null || source.target === undefined) return [blank];
  const { raw, value } = row.target;
  return [blank, { role: 'target', text: raw, value, source: source.target, document_id: null }];
}
