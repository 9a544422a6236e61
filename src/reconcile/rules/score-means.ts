import type { Indicator } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { judgedByMost, type Row } from '../edits/most-rows.ts';
import { isFact } from '../edits/points.ts';
import { halfUnit } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { edited, type FilingContext, type Outcome } from '../rule.ts';

/** 平均 | 平均分 | 平均得分 below a list of projects or units: a row of means, each rounded. */
export const isMeanRow = ({ scope }: Indicator): boolean =>
  /^(?:平均|均值)(?:得?分|[值数])?$/.test(scope ?? '');

const FEWEST = 2;

/** The row 平均 below a list of scores: in each column the mean of the rows above it, where most columns bear it out. */
export function meansBelow(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  const lists: Outcome[] = [];
  let above: Indicator[] = [];
  for (const row of indicators) {
    if (row.scope === undefined || (above[0] !== undefined && above[0].level3 !== row.level3)) above = [];
    if (row.scope === undefined) continue;
    if (!isMeanRow(row)) {
      above.push(row);
      continue;
    }
    const columns = columnsOf(context, row, above);
    above = [];
    const [only] = columns;
    // What one column alone does not bear out may be the mean of something else.
    if (columns.length === 1 && only !== undefined)
      lists.push(edited({ ...only.edit, severity: 'warning' } as LinearEdit));
    else lists.push(...judgedByMost(filing.filing_id, columns, 'most scores are no mean of those given'));
  }
  return lists;
}

function columnsOf({ facts, filing }: FilingContext, row: Indicator, above: readonly Indicator[]): Row[] {
  const columns: [label: string, mean: Fact | null, given: readonly (Fact | null)[]][] = [
    [row.level3 ?? '得分', facts.indicator(row, 'score'), above.map((one) => facts.indicator(one, 'score'))],
    ...(row.other_scores ?? []).map(({ label }, k): [string, Fact | null, (Fact | null)[]] => [
      label,
      facts.otherScore(row, k),
      above.map((one) => {
        const at = one.other_scores?.findIndex((other) => other.label === label) ?? -1;
        return at < 0 ? null : facts.otherScore(one, at);
      }),
    ]),
  ];
  return columns.flatMap(([label, mean, all]): Row[] => {
    const given = all.filter(isFact);
    if (mean === null || given.length < FEWEST || given.length < all.length) return [];
    const edit: LinearEdit = {
      type: 'linear',
      rule: 'SCR-14',
      filingId: filing.filing_id,
      documentId: filing.document_id,
      method: 'T1',
      relation: '=',
      soft: true,
      says: {
        zh: `“${row.scope}”行的${label}应为以上${given.length}行的平均`,
        en: `${label} in the row “${row.scope}” should be the mean of the ${given.length} rows above`,
      },
      terms: [
        { fact: mean, coefficient: BigInt(given.length), role: 'mean' },
        ...given.map((fact) => ({ fact, coefficient: -1n, role: 'given' })),
      ],
      constant: 0n,
      slack: halfUnit(mean.places) * BigInt(given.length),
    };
    return [{ edit }];
  });
}
