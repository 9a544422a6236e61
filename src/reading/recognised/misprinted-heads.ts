import type { Cell, Grid, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import { fields } from '../lexicon/fields.ts';
import { type IndicatorRole, indicatorColumns } from '../lexicon/indicator-columns.ts';
import { labelForms, lookUp } from '../lexicon/vocabulary.ts';
import { lookAlike } from './look-alike.ts';

/** Heads beside it that are known: enough to say that the row is one of heads. */
const FEWEST_KNOWN = 4;
/** Columns that a form cannot do without, and has once. */
const once = new Set<IndicatorRole>(['target', 'actual', 'weight', 'score', 'unit', 'operator']);
/** Confidence of what stands below a head that was taken for another word. */
const belowMisprint = 0.9;
const word = /^\p{Script=Han}{3,10}$/u;

/**
 * 实际完成直 among the heads of an indicator table: a digital copy of a page that was recognised once. The head is taken for the one known
 * label that differs in a character that looks alike, where no other column has its role, and what stands below it is in doubt. The same
 * document where there is none.
 */
export function withMisprintedHeads(source: SourceDocument): SourceDocument {
  const blocks = source.blocks.map((block) => (block.kind === 'grid' ? mended(block) : block));
  return blocks.every((block, i) => block === source.blocks[i]) ? source : { ...source, blocks };
}

function mended(grid: Grid): Grid {
  const candidates = grid.cells.filter(isCandidate);
  if (candidates.length === 0) return grid;
  const rows = new Set(candidates.map(({ row }) => row));
  const heads = new Map<Cell, string>();
  for (const [row, cells] of Map.groupBy(grid.cells, (cell) => cell.row)) {
    if (!rows.has(row)) continue;
    const roles = cells.map(({ text }) => roleOf(text)).filter((role) => role !== null);
    if (roles.length < FEWEST_KNOWN || !roles.some((role) => role.startsWith('level'))) continue;
    for (const cell of cells) {
      const known = isCandidate(cell) ? meant(cell.text.trim()) : null;
      const role = known === null ? null : roleOf(known);
      if (known !== null && role !== null && once.has(role) && !roles.includes(role)) heads.set(cell, known);
    }
  }
  return heads.size === 0 ? grid : withDoubts(grid, heads);
}

const roleOf = (text: string): IndicatorRole | null => lookUp(indicatorColumns, labelForms(foldLabel(text)));

/** A word of digital text that no list knows, and that a look-alike would make known. */
function isCandidate({ confidence, text }: Cell): boolean {
  const label = text.trim();
  return confidence === 1 && word.test(label) && mayBeMisprint(label) && meant(label) !== null;
}

const mayBeMisprint = (label: string): boolean => [...label].some((sign) => lookAlike(sign).length > 0);

function meant(label: string): string | null {
  const forms = labelForms(foldLabel(label));
  if (lookUp(indicatorColumns, forms) !== null || lookUp(fields, forms) !== null) return null;
  const found = new Set(
    [...label].flatMap((sign, i) =>
      lookAlike(sign)
        .map((other) => label.slice(0, i) + other + label.slice(i + 1))
        .filter((other) => indicatorColumns.exact.has(foldLabel(other))),
    ),
  );
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

function withDoubts(grid: Grid, heads: ReadonlyMap<Cell, string>): Grid {
  const below = new Map([...heads.keys()].map((head) => [head.column, head]));
  const cells = grid.cells.map((cell) => {
    const known = heads.get(cell);
    if (known !== undefined) return { ...cell, text: known };
    const head = below.get(cell.column);
    if (
      head === undefined ||
      cell.row <= head.row ||
      cell.text.trim() === '' ||
      cell.columnSpan > head.columnSpan
    )
      return cell;
    const confidence = Math.min(cell.confidence, belowMisprint);
    return {
      ...cell,
      confidence,
      doubt: cell.doubt ?? `its head was taken for another word: ${head.text.trim()}`,
    };
  });
  return { ...grid, cells };
}
