import type { Cell, SourceDocument } from '../../../schemas/index.ts';

/** Marks that specks of dirt, pieces of a seal and of a stroke are read as. */
const marks = "[.·…,，。'’`˙:：;；]";

/** A line of a cell that is nothing but marks. */
const onlyMarks = new RegExp(`^${marks}+$`, 'u');

/** A cell that is blank but for one or two marks: between figures it would be a word, and their head none. Three dots are an ellipsis. */
const loneMarks = /^[.·,，、'’‘`˙:：;；\s]{1,3}(?<!\.{3})$/u;

/** Dots before a text, more than a point can be: no text begins so. */
const before = /^(?:[.·…'’`˙]{2,}|[…·])(?=[^.·…])/u;

/** Marks before and behind a figure of two digits and more: 1. counts a row. */
const behindFigure =
  /(?<=^[≥≤<>=-]?(?:\d[\d,]*\d(?:\.\d+)?|\d\.\d+)(?:[%‰]|\p{Script=Han}{0,3}))[.·…,，。'’`˙]+$/u;
/** A point before a figure that has its own. */
const secondPoint = /^[.．](?=\d[\d,]*\.\d+[.．]?$)/u;

const beforeFigure = /^[·，。'’`˙,]+(?=[≥≤<>=-]?\d[\d,]*(?:\.\d+)?[%‰]?$)/u;

/** Marks that begin no text of a form before a word; a list may begin with a dash, which says nothing. */
const beforeWord = /^[\s.·…,，、’'`:：;；-]+(?=[（([【]?\p{Script=Han}{2})/u;

/** Before a code or a year with its words a point may be one of a figure: other marks are none. */
const beforeCode = /^[\s·…,，、’`:：;；]+(?=\d{4,}[^\d.,]?\p{Script=Han}{2})/u;

/** Marks that end no text behind a word: its full stop is 。 */
const behindWord = /(?<=[\p{Script=Han}）)\]】])(?!……$)[\s.·…‘'`-]*[.·…‘'`-]$/u;

/** Points within a word, or one half of an ellipsis. */
const withinWord = /(?<=\p{Script=Han})(?:\.+|(?<!…)…(?!…))(?=\p{Script=Han})/gu;

/** What a figure is worth beside which marks were left out: one of them may be a point or what is left of a %. */
const besideDirt = 0.6;

const reason = 'marks beside it may be dirt';

/** Leaves marks out that stand in recognised cells beside a text; a figure among them is in doubt. An ellipsis alone stays. */
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
  if (loneMarks.test(cell.text)) return { ...cell, text: '' };
  const lines = cell.text.split('\n').filter((line) => !onlyMarks.test(line.trim()));
  const text = withoutMarks(lines.join('\n'));
  if (text === '' || text === cell.text) return cell;
  const isWord = text === besideWords(cell.text) && !behindFigure.test(cell.text);
  if (!/\d/.test(text) || isWord) return { ...cell, text };
  const read = { text: cell.text, by: 'lines', confidence: cell.confidence };
  return {
    ...cell,
    text,
    confidence: Math.min(cell.confidence, besideDirt),
    doubt: cell.doubt ?? reason,
    alternatives: [...(cell.alternatives ?? []), read],
  };
}

/** A text without the marks beside its words: no figure has one of them for a point. A head with one is no head that anyone knows. */
const besideWords = (text: string): string =>
  text.replace(beforeWord, '').replace(beforeCode, '').replace(behindWord, '').replace(withinWord, '');

const withoutMarks = (text: string): string =>
  besideWords(text.trim())
    .replace(before, '')
    .replace(secondPoint, '')
    .replace(behindFigure, '')
    .replace(beforeFigure, '');
