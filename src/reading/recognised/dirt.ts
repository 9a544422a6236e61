import type { Cell, SourceDocument } from '../../../schemas/index.ts';

/** Marks that specks of dirt, pieces of a seal and of a stroke are read as. */
const marks = "[.·…,，。'’`˙:：;；]";

/** A line of a cell that is nothing but marks. */
const onlyMarks = new RegExp(`^${marks}+$`, 'u');

/** Dots before a text, more than a point can be: no text begins so. */
const before = /^(?:[.·…'’`˙]{2,}|[…·])(?=[^.·…])/u;

/** Marks before and behind a figure of two digits and more: 1. counts a row. */
const behindFigure =
  /(?<=^[≥≤<>=-]?(?:\d[\d,]*\d(?:\.\d+)?|\d\.\d+)(?:[%‰]|\p{Script=Han}{0,3}))[.·…,，。'’`˙]+$/u;
const beforeFigure = /^[·，。'’`˙,]+(?=[≥≤<>=-]?\d[\d,]*(?:\.\d+)?[%‰]?$)/u;

/** What a figure is worth beside which marks were left out: one of them may be a point or what is left of a %. */
const besideDirt = 0.6;

const reason = 'marks beside it may be dirt';

/** Leaves marks out that stand in recognised cells beside a text; a figure among them is in doubt. A cell of marks alone stays. */
export function withoutDirt(source: SourceDocument): SourceDocument {
  let changed = false;
  const blocks = source.blocks.map((block) => {
    if (block.kind !== 'grid') return block;
    const cells = block.cells.map(cleaned);
    if (cells.every((cell, i) => cell === block.cells[i])) return block;
    changed = true;
    return { ...block, cells };
  });
  return changed ? { ...source, blocks } : source;
}

function cleaned(cell: Cell): Cell {
  if (cell.confidence >= 1 || cell.settled !== undefined) return cell;
  const lines = cell.text.split('\n').filter((line) => !onlyMarks.test(line.trim()));
  const text = withoutMarks(lines.join('\n'));
  if (text === '' || text === cell.text) return cell;
  if (!/\d/.test(text)) return { ...cell, text };
  const read = { text: cell.text, by: 'lines', confidence: cell.confidence };
  return {
    ...cell,
    text,
    confidence: Math.min(cell.confidence, besideDirt),
    doubt: cell.doubt ?? reason,
    alternatives: [...(cell.alternatives ?? []), read],
  };
}

const withoutMarks = (text: string): string =>
  text.trim().replace(before, '').replace(behindFigure, '').replace(beforeFigure, '');
