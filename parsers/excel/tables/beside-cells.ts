import type { Block, Issue } from '../../../schemas/index.ts';
import { issue } from '../../issue.ts';
import { hiddenByRule, whiteLetters } from '../display/cell-text.ts';
import { isHiddenByRule } from '../ooxml/hiding-rules.ts';
import type { Sheet } from '../sheet.ts';

/** What a person sees on the sheet beside its cells and was not read, and texts in cells that nobody sees. */
export function besideCells(sheet: Sheet, blocks: Block[]): Issue[] {
  const { name } = sheet;
  const issues: Issue[] = [];
  const white = sheet.layout.looks.size === 0 ? 0 : cellsDoubted(blocks, whiteLetters);
  if (white > 0)
    issues.push(
      issue(
        'hidden_content',
        `工作表“${name}”有 ${white} 个单元格为白底白字，已读取`,
        `${white} cells of sheet "${name}" have white letters on white and were read`,
        name,
      ),
    );
  issues.push(...hiddenCells(sheet, blocks));
  const drawn = sheet.drawnTexts?.() ?? 0;
  if (drawn > 0)
    issues.push(
      issue(
        'text_left_out',
        `工作表“${name}”有 ${drawn} 个文本框或图形中的文字未读取`,
        `the texts of ${drawn} text boxes or shapes on sheet "${name}" were not read`,
        name,
      ),
    );
  if (sheet.layout.hasObjects)
    issues.push(
      issue(
        'picture_only',
        `工作表“${name}”上有嵌入对象，未读取其内容`,
        `embedded objects on sheet "${name}" were not read`,
        name,
      ),
    );
  return issues;
}

/** Cells that a rule of the sheet hides, and those of which it is not known whether it does. */
function hiddenCells(sheet: Sheet, blocks: Block[]): Issue[] {
  const { layout, name } = sheet;
  if (layout.rules.length === 0) return [];
  const hidden = cellsDoubted(blocks, hiddenByRule);
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  const unsure = cells.filter((cell) => isHiddenByRule(layout, cell) === null).length;
  const issues: Issue[] = [];
  if (hidden > 0)
    issues.push(
      issue(
        'hidden_content',
        `工作表“${name}”有 ${hidden} 个单元格被条件格式隐藏，已读取`,
        `${hidden} cells of sheet "${name}" are hidden by a conditional format and were read`,
        name,
      ),
    );
  if (unsure > 0)
    issues.push(
      issue(
        'hidden_content',
        `工作表“${name}”有 ${unsure} 个单元格可能被条件格式隐藏，已读取`,
        `${unsure} cells of sheet "${name}" may be hidden by a conditional format and were read`,
        name,
      ),
    );
  return issues;
}

function cellsDoubted(blocks: Block[], reason: string): number {
  let count = 0;
  for (const block of blocks)
    if (block.kind === 'grid') for (const { doubt } of block.cells) if (doubt === reason) count++;
  return count;
}
