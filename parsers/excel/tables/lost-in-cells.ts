import type { Block, Cell, Issue, IssueCode } from '../../../schemas/index.ts';
import { cellWithPicture, coversTexts, errorValue, lostFormat, uncomputed } from '../../cell-doubts.ts';
import { issue } from '../../issue.ts';
import { inPlaceOfNumber } from '../display/words-of-format.ts';

/** What cells hold that is no text, and is lost. */
interface Loss {
  holds: (cell: Cell) => boolean;
  code: IssueCode;
  zh: string;
  en: (sheet: string) => string;
}

const losses: readonly Loss[] = [
  {
    // A person sees a figure there, since the program at hand computes it.
    holds: ({ doubt, text }) => doubt === uncomputed && text === '',
    code: 'figures_left_out',
    zh: '个公式没有存下计算结果，数值未能读取；用 Excel 打开并保存后再读',
    en: (sheet) =>
      `formulas of sheet "${sheet}" have no stored result and were not read: open the file in Excel, save it and read it again`,
  },
  {
    holds: ({ doubt }) => doubt?.startsWith(errorValue) === true,
    code: 'figures_left_out',
    zh: '个单元格显示错误值（如 #REF!），没有数值',
    en: (sheet) => `cells of sheet "${sheet}" show an error (such as #REF!) and no figure`,
  },
  {
    holds: ({ doubt }) => doubt === inPlaceOfNumber,
    code: 'figures_left_out',
    zh: '个单元格的数字格式以文字代替数字，数值未读入',
    en: (sheet) => `cells of sheet "${sheet}" show words of their number format in place of a number`,
  },
  {
    holds: ({ doubt }) => doubt === lostFormat,
    code: 'sheet_failed',
    zh: '个数字的格式在文件中缺失，按存储的数值读取（百分比会读作小数）',
    en: (sheet) =>
      `figures of sheet "${sheet}" have a number format that is not in the file, and are read as they are stored: a share may be read as 0.95`,
  },
  {
    holds: ({ doubt }) => doubt === cellWithPicture,
    code: 'text_left_out',
    zh: '个单元格中是图片，未读取其中的文字',
    en: (sheet) => `cells of sheet "${sheet}" hold a picture, whose text was not read`,
  },
  {
    holds: ({ doubt }) => doubt?.startsWith(coversTexts) === true,
    code: 'text_left_out',
    zh: '个合并单元格之下还有其他内容，表上不显示，未读取',
    en: (sheet) => `merged cells of sheet "${sheet}" hide other texts, which were not read`,
  },
];

/** Says what the cells of a sheet hold and was not read. */
export function lostInCells(sheet: string, blocks: readonly Block[]): Issue[] {
  const counts = losses.map(() => 0);
  for (const block of blocks)
    if (block.kind === 'grid')
      for (const cell of block.cells)
        if (cell.doubt !== undefined)
          for (const [at, { holds }] of losses.entries()) if (holds(cell)) counts[at] = (counts[at] ?? 0) + 1;
  return losses.flatMap(({ code, zh, en }, at) => {
    const n = counts[at] ?? 0;
    return n === 0 ? [] : [issue(code, `工作表“${sheet}”有 ${n} ${zh}`, `${n} ${en(sheet)}`, sheet)];
  });
}
