import type { CoverageRow } from '../../../schemas/index.ts';
import { reasonsInLine } from '../reasons.ts';
import { type Language, words } from '../wording.ts';
import { columnTable } from './columns.ts';
import type { Paint } from './paint.ts';

/** What was checked in one document, rule by rule, and what was not and why. */
export function coverageLines(
  rows: CoverageRow[],
  language: Language,
  width: number,
  paint: Paint,
): string[] {
  if (rows.length === 0) return [];
  const title = (word: keyof typeof words) => words[word][language];
  const columns = [
    { title: title('rule') },
    ...(['applicable', 'consistent', 'explained', 'violated', 'notEvaluated'] as const).map((word) => ({
      title: title(word),
      align: 'right' as const,
    })),
    { title: title('reasons'), least: 10 },
  ];
  const lines = columnTable(
    columns,
    byRule(rows).map((row) => [
      row.rule,
      ...[row.applicable, row.consistent, row.explained, row.violated, row.not_evaluated].map(String),
      reasonsInLine(row.reasons, language),
    ]),
    width - 2,
  );
  return lines.map((line, index) => `  ${index < 2 ? paint.faint(line) : line}`);
}

/** The rows of all filings added up, in the order the rules first appear. */
function byRule(rows: CoverageRow[]): CoverageRow[] {
  const sums = new Map<string, CoverageRow>();
  for (const row of rows) {
    const sum = sums.get(row.rule);
    if (!sum) {
      sums.set(row.rule, { ...row, filing_id: null, reasons: { ...row.reasons } });
      continue;
    }
    sum.applicable += row.applicable;
    sum.consistent += row.consistent;
    sum.explained += row.explained;
    sum.violated += row.violated;
    sum.not_evaluated += row.not_evaluated;
    for (const [reason, n] of Object.entries(row.reasons))
      sum.reasons[reason] = (sum.reasons[reason] ?? 0) + n;
  }
  return [...sums.values()];
}
