import type { Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, listed, nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** The first row of a page that has neither level, in a form whose other rows have both: a row cut by the page end. */
export const STR_09: FilingRule = {
  id: 'STR-09',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '换页后的孤立续行', en: 'Orphan row after a page break' },
  explanation: {
    zh: '换页后的第一行没有一级、二级指标，而其他行都有：可能是上一页末行的续行，或读表时断开。',
    en: 'The first row of a page has no levels where all others have: it may go on from the page before, or have been cut off in reading.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '第 3 页首行没有一级、二级指标', en: 'the first row of page 3 has no levels' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  const keyed = indicators.filter(hasLevel).length;
  const breaks = indicators.filter((row, i) => i > 0 && pageOf(row) > pageOf(indicators[i - 1]!));
  if (breaks.length === 0 || keyed === 0) return [];
  const orphans = breaks.filter((row) => !hasLevel(row));
  if (orphans.length === 0) return [passed(filing.filing_id, breaks.length)];
  // Where rows without levels are usual, one more says nothing.
  if (indicators.length - keyed > orphans.length) return [];
  const names = listed(orphans.map((row) => `${nameOf(row)}（第 ${pageOf(row)} 页）`));
  return [
    notice(context, {
      verdict: 'improbable',
      origin: 'undetermined',
      message: {
        zh: `换页后首行没有一级、二级指标：${names.zh}`,
        en: `first row after a page break has no levels: ${names.en}`,
      },
      evidence: orphans.map((row) => cellOf(row, 'level3', 'row', nameOf(row))),
      operands: orphans.map(indicatorKey),
    }),
  ];
}

function hasLevel({ level1, level2 }: Indicator): boolean {
  return (level1 ?? '') !== '' || (level2 ?? '') !== '';
}

function pageOf(row: Indicator): number {
  return (row.source.level3 ?? row.source.target ?? Object.values(row.source)[0])?.page ?? 0;
}
