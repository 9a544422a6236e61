import type { Issue, IssueCode } from '../../schemas/index.ts';
import { isErrorValue } from '../../src/values/error-value.ts';
import { cellWithPicture, errorValue, innerTable, uncomputed } from '../cell-doubts.ts';
import { issue } from '../issue.ts';
import type { CellDraft, Draft, GridDraft } from './drafts.ts';

/** Stands in a cell for the result of a formula that was never worked out. */
export const missingResult = '\ue00f';

/**
 * Text and inner tables of a cell by what stands in it. A table of one column within a cell only frames its lines, as what is pasted into
 * a cell brings it along, and is text of the cell.
 */
export function cellContent(
  content: readonly (Draft | { kind: 'picture' })[],
): Pick<CellDraft, 'text' | 'inner' | 'doubt'> {
  const lines: string[] = [];
  const inner: GridDraft[] = [];
  for (const piece of content) {
    if (piece.kind === 'paragraph') lines.push(piece.text);
    else if (piece.kind === 'grid' && isFrame(piece)) lines.push(...piece.cells.map(({ text }) => text));
    else if (piece.kind === 'grid') inner.push(piece);
  }
  const written = lines.filter((line) => line.trim() !== '').join('\n');
  const text = written.replaceAll(missingResult, '');
  const isShown = content.some(({ kind }) => kind === 'picture');
  const doubt = doubtOf(written, text, inner) ?? (isShown && text.trim() === '' ? cellWithPicture : null);
  return doubt === null ? { text, inner } : { text, inner, doubt };
}

const isFrame = ({ columns, cells }: GridDraft): boolean =>
  columns === 1 && cells.every(({ inner, hidden }) => inner.length === 0 && hidden !== true);

/** What Word writes where a formula or a reference comes to nothing. */
const failedField =
  /^(?:[!！](?:语法错误|除数为零|未定义书签|Syntax Error|Zero Divide|Undefined Bookmark).{0,40}|错误[!！].{2,30}|Error! .{2,60})$/;

function doubtOf(written: string, text: string, inner: readonly GridDraft[]): string | null {
  if (failedField.test(text) || isErrorValue(text)) return `${errorValue} ${text}`;
  if (text.trim() !== '') return null;
  if (text !== written) return uncomputed;
  return inner.length > 0 ? innerTable : null;
}

/** What cells had to say and was not read, by their doubts. */
const losses: readonly [holds: (cell: CellDraft) => boolean, code: IssueCode, zh: string, en: string][] = [
  [
    ({ doubt, inner }) => doubt === innerTable && inner.every(({ rows }) => rows === 1),
    'text_left_out',
    '个单元格的内容写在其中的小表格里，未作为该单元格的文字读取',
    'cells say what they say in a row of inner cells, which was not read as their text',
  ],
  [
    ({ doubt }) => doubt === cellWithPicture,
    'text_left_out',
    '个单元格显示的是图片，其中的文字未读取',
    'cells show a picture, whose text was not read',
  ],
  [
    ({ doubt }) => doubt === uncomputed,
    'figures_left_out',
    '个公式域没有计算结果，数值未能读取；在 Word 中更新域并保存后再读',
    'formulas have no result and were not read: update the fields in Word, save the document and read it again',
  ],
  [
    ({ doubt }) => doubt?.startsWith(errorValue) === true,
    'figures_left_out',
    '个单元格显示的是公式或域的出错信息，没有数值',
    'cells show the error of a formula or a field and no figure',
  ],
];

/** Tells of cells whose content was lost. */
export function cellWarnings(drafts: readonly Draft[]): Issue[] {
  return losses.flatMap(([holds, code, zh, en]) => {
    const n = drafts.reduce((sum, draft) => sum + (draft.kind === 'grid' ? count(draft, holds) : 0), 0);
    return n === 0 ? [] : [issue(code, `有 ${n} ${zh}`, `${n} ${en}`)];
  });
}

const count = ({ cells }: GridDraft, holds: (cell: CellDraft) => boolean): number =>
  cells.reduce(
    (sum, cell) =>
      sum + (holds(cell) ? 1 : 0) + cell.inner.reduce((within, grid) => within + count(grid, holds), 0),
    0,
  );
