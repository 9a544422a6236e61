import type { Evidence } from '../../../schemas/index.ts';
import { counted } from '../notice.ts';
import { type Outcome, passed, type SetRule } from '../rule.ts';
import type { FilingDigest } from '../set/digest.ts';
import { cell, named, report } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { isOneFigure, type PlacedFigure, placedFigures } from '../set/twins.ts';

/** Two readings of one filing give the same figures. */
export const XDOC_08: SetRule = {
  id: 'XDOC-08',
  scope: 'set',
  kind: 'cross_document',
  title: { zh: '同一份表的两种格式读数不同', en: 'Two readings of one filing disagree' },
  explanation: {
    zh: '同一份表以 PDF、Excel、扫描件等多种形式归档时，读出的数应完全相同；不同的多为识别或提取之误，以 Excel 为准，也可能是改动后未同步。同一格式的两份内容不同的，是两个版本；文件名写明“修订”“最终”或“旧”“作废”的，以修订的为准，只作提示；一份只是少列其中的分项金额的，也只作提示。',
    en: 'One filing kept as PDF, workbook and scan reads the same in all of them. A difference is ours more often than the filer’s, and the workbook is trusted; two files of one format that differ are two versions; where the name of a file says that it is revised (修订, 最终) or no longer counts (旧, 作废), the revised one is compared and the other noted; so is a version that only leaves out parts of its sums.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {
    listed: {
      value: 20,
      unit: 'pairs of cells',
      reason: 'more differences are one cause, and the first ones show it',
    },
  },
  example: { zh: 'PDF 读为 6857，Excel 为 6587', en: '6857 in the PDF, 6587 in the workbook' },
  check: ({ index }) =>
    index.twins.flatMap(({ kept, others }) => others.map((other) => compare(index, kept, other))),
};

function compare(index: SetIndex, kept: FilingDigest, other: FilingDigest): Outcome {
  const right = placedFigures(kept);
  const read = placedFigures(other);
  const differing = differences(right, read);
  if (differing.length === 0) return passed(other.filingId, right.size);
  const versions = kept.medium === other.medium && kept.confidence === 1 && other.confidence === 1;
  const list = named(differing.map(([a, b]) => `${(a ?? b)!.label} ${b?.raw ?? '—'}≠${a?.raw ?? '—'}`));
  const told = differing.slice(0, XDOC_08.parameters.listed!.value);
  // A file that calls itself revised takes the place of the other.
  const isRevised = versions && kept.revision > other.revision;
  // A layout without the parts of a sum contradicts none that has them.
  const isShort = versions && differing.every(([a, b]) => (a === null || b === null) && (a ?? b)!.isMoney);
  const isNoted = isRevised || isShort;
  return report(other, {
    verdict: isNoted ? 'explained' : versions ? 'improbable' : 'impossible',
    severity: isNoted ? 'info' : versions ? 'warning' : 'error',
    origin: versions ? 'filing' : 'extraction',
    message: versions
      ? {
          zh: `同一份表有两个版本${isRevised ? '（以修订的为准）' : ''}，${differing.length} 处不同：${list.zh}`,
          en: `two versions of one form${isRevised ? ' (the revised one counts)' : ''} differ in ${counted(differing.length, 'place')}: ${list.en}`,
        }
      : {
          zh: `同一份表的两种格式 ${differing.length} 处读数不同：${list.zh}`,
          en: `two readings of one form differ in ${counted(differing.length, 'place')}: ${list.en}`,
        },
    evidence: told.flatMap(([a, b]): Evidence[] => [
      ...(b === null ? [] : [cell(index, other, 'read here', b.label, b)]),
      ...(a === null ? [] : [cell(index, kept, 'trusted reading', a.label, a)]),
    ]),
    operands: ['reading', other.medium, ...differing.map(([a, b]) => (a ?? b)!.label)],
    expected: differing.length === 1 ? (differing[0]![0]?.value ?? null) : null,
    actual: differing.length === 1 ? (differing[0]![1]?.value ?? null) : null,
  });
}

type Pair = [trusted: PlacedFigure | null, read: PlacedFigure | null];

/** Figures that differ under one name, then those that stand in one reading only. A name that was misread loses no figure. */
function differences(
  right: ReadonlyMap<string, PlacedFigure>,
  read: ReadonlyMap<string, PlacedFigure>,
): Pair[] {
  const pairs: Pair[] = [];
  const strays = new Map<string, PlacedFigure[]>();
  const textOf = ({ value, unit }: PlacedFigure): string => `${value}${unit ?? ''}`;
  for (const [key, figure] of read) {
    if (right.has(key)) continue;
    strays.set(textOf(figure), [...(strays.get(textOf(figure)) ?? []), figure]);
  }
  for (const [key, figure] of right) {
    const twin = read.get(key) ?? strays.get(textOf(figure))?.shift() ?? null;
    if (twin === null || !isOneFigure(twin, figure)) pairs.push([figure, twin]);
  }
  const all = ofOneName(pairs, [...strays.values()].flat());
  const isMissing = ([right, read]: Pair): boolean => right === null || read === null;
  return [...all.filter((pair) => !isMissing(pair)), ...all.filter(isMissing)];
}

/** What only one reading has and what only the other has are one pair where they bear one name. */
function ofOneName(pairs: readonly Pair[], strays: readonly PlacedFigure[]): Pair[] {
  const byLabel = Map.groupBy(strays, ({ label }) => label);
  const joined = pairs.map(
    ([right, read]): Pair => [right, read ?? (right && byLabel.get(right.label)?.shift()) ?? null],
  );
  return [...joined, ...[...byLabel.values()].flat().map((figure): Pair => [null, figure])];
}
