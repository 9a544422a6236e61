import type { Outcome, SetRule } from '../rule.ts';
import type { FilingDigest, SetIndicator } from '../set/digest.ts';
import { isAlike } from '../set/names.ts';
import { cell, report } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';

/** A block of indicators that another unit filed word for word. */
export const STA_03: SetRule = {
  id: 'STA-03',
  scope: 'set',
  kind: 'structure',
  title: { zh: '指标与另一单位雷同', en: 'Indicators copied from another unit' },
  explanation: {
    zh: '一张表的指标名称和指标值绝大部分与另一单位的另一项目相同，且并非多个单位共用的模板，可能是复制而未按本项目设定。',
    en: 'Nearly all names and values of a form’s indicators are those of another unit’s form, and not of many units as in a template: it may be copied rather than set for this project.',
  },
  tolerance: 'T3',
  severity: 'info',
  parameters: {
    least: { value: 6, unit: 'indicators', reason: 'fewer agree by chance' },
    shared: { value: 0.8, unit: 'share of indicators', reason: 'a copy changes a row or two' },
    template: { value: 5, unit: 'units', reason: 'what more units share is a template' },
  },
  example: { zh: '甲校、乙校两表九项指标八项相同', en: 'eight of nine indicators of two schools are equal' },
  check: ({ index }) => copies(index),
};

/** Names and values of three neighbouring rows: order and wording of a block. */
const SHINGLE = 3;

function copies(index: SetIndex): Outcome[] {
  const { least, shared, template } = STA_03.parameters;
  const blocks = index.filings
    .filter(({ organisation, family }) => organisation !== '' && family === 'targets')
    .map((filing) => ({ filing, shingles: shinglesOf(filing) }))
    .filter(({ filing }) => rowsOf(filing).length >= least!.value);
  const holders = new Map<string, FilingDigest[]>();
  for (const { filing, shingles } of blocks) {
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (known === undefined) holders.set(shingle, [filing]);
      else if (known.length <= template!.value) known.push(filing);
    }
  }
  return blocks.flatMap(({ filing, shingles }): Outcome[] => {
    const counts = new Map<FilingDigest, number>();
    for (const shingle of shingles) {
      const known = holders.get(shingle) ?? [];
      if (known.length > template!.value) continue;
      for (const other of known)
        if (isElsewhere(filing, other)) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    for (const [other, count] of counts) {
      // Told at the later one of the two; the order of the set decides nothing else.
      if (count < shingles.size * shared!.value || !isBefore(other, filing)) continue;
      return [told(index, filing, other)];
    }
    return [];
  });
}

function isElsewhere(a: FilingDigest, b: FilingDigest): boolean {
  return a.organisation !== b.organisation && !isAlike(a.organisation, b.organisation);
}

function isBefore(a: FilingDigest, b: FilingDigest): boolean {
  return a.filingId < b.filingId;
}

const rowsOf = ({ indicators }: FilingDigest): readonly SetIndicator[] =>
  indicators.filter(({ section, name, target }) => section !== 'long_term' && name !== '' && target !== null);

function shinglesOf(filing: FilingDigest): Set<string> {
  const rows = rowsOf(filing).map(({ key, target }) => `${key}=${target?.raw ?? ''}`);
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= rows.length; i++) shingles.add(rows.slice(i, i + SHINGLE).join('\n'));
  return shingles;
}

function told(index: SetIndex, filing: FilingDigest, other: FilingDigest): Outcome {
  const theirs = new Set(rowsOf(other).map(({ key, target }) => `${key}=${target?.raw}`));
  const equal = rowsOf(filing).filter(({ key, target }) => theirs.has(`${key}=${target?.raw}`));
  return report(filing, {
    verdict: 'explained',
    severity: 'info',
    message: {
      zh: `${rowsOf(filing).length} 项指标中 ${equal.length} 项与${other.organisationName}“${other.projectName ?? other.title ?? ''}”相同`,
      en: `${equal.length} of ${rowsOf(filing).length} indicators are those of ${other.organisationName}, “${other.projectName ?? other.title ?? ''}”`,
    },
    evidence: [
      ...equal.map((row) => cell(index, filing, 'indicator', row.name, row.target!)),
      index.evidence(other, 'sibling', other.organisationName ?? '', null, other.places.organisation),
    ],
    operands: ['copied', filing.organisation, other.organisation, other.project],
  });
}
