import type {
  Format,
  Issue,
  Page,
  Paragraph,
  Block as SourceBlock,
  SourceDocument,
} from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import { showCell } from './display/cell-text.ts';
import { namesUnit } from './ooxml/print-header.ts';
import { type Area, isHiddenColumn, reference, type Sheet, type Workbook } from './sheet.ts';
import { partedRecords } from './split-thousands.ts';
import { besideCells } from './tables/beside-cells.ts';
import { type Block, findBlocks } from './tables/blocks.ts';
import { peelCaptions } from './tables/captions.ts';
import { buildGrid } from './tables/grid.ts';
import { lostInCells } from './tables/lost-in-cells.ts';

/** Sheets → pages, grids and paragraphs in reading order, with warnings for what was lost, cut or hidden. The cells of the workbook are let go of on the way. */
export function buildSource(workbook: Workbook, format: Format, limits: ParserLimits): SourceDocument {
  const source: SourceDocument = { format, pages: [], blocks: [], warnings: [] };
  const counter = { grids: 0 };
  for (const sheet of workbook.sheets.slice(0, limits.maxPages)) {
    source.pages.push(page(sheet));
    readSheet(sheet, source, counter, limits);
    // A workbook of many long sheets need not be held twice.
    sheet.rows = [];
  }
  if (workbook.sheets.length > limits.maxPages) {
    source.warnings.push(tooMany('工作表', 'sheets', workbook.sheets.length, limits.maxPages, null));
  }
  for (const lost of workbook.failed) {
    source.pages.push(page(lost));
    source.warnings.push(
      issue(
        'sheet_failed',
        `工作表“${lost.name}”无法读取`,
        `sheet "${lost.name}" could not be read`,
        lost.name,
      ),
    );
  }
  if (workbook.isCut === true) {
    source.cut = true;
    source.warnings.push(
      issue(
        'sheet_failed',
        '文件在表格中间结束，其后的内容缺失',
        'the file ends within a table: what stood behind is missing',
      ),
    );
  }
  source.warnings.push(...lostOf(workbook));
  source.pages.sort((a, b) => a.number - b.number);
  return source;
}

/** What of a workbook was not read, or may read otherwise. */
function lostOf({
  lostTexts = 0,
  lostCells = 0,
  lostFormats = false,
  struckTexts = 0,
  lostParts = [],
  joinedRecords = 0,
  lostRecords = 0,
  unknownTexts,
}: Workbook): Issue[] {
  const warnings = lostParts.map((name) =>
    issue('sheet_failed', '部件已损坏，未读取', 'a part of the package is damaged and was not read', name),
  );
  if (lostTexts > 0) {
    warnings.push(
      issue(
        'sheet_failed',
        `有 ${lostTexts} 个单元格的文字缺失（共享文字表不完整）`,
        `the texts of ${lostTexts} cells are missing: the list of shared texts is not whole`,
      ),
    );
  }
  if (lostCells > 0) {
    warnings.push(
      issue(
        'sheet_failed',
        `有 ${lostCells} 个单元格的位置无效、与其他单元格重复或标记不合规范，未读取`,
        `${lostCells} cells say no place on their sheet, or that of another cell, or are written as none is, and were not read`,
      ),
    );
  }
  if (lostFormats) {
    warnings.push(
      issue(
        'sheet_failed',
        '单元格格式表不完整，数字可能按其他格式读取（如百分比读作小数）',
        'the list of formats is not whole: figures may be read in others, as 0.95 for 95%',
      ),
    );
  }
  if (struckTexts > 0) {
    warnings.push(
      issue(
        'text_left_out',
        `有 ${struckTexts} 处带删除线的文字未读取`,
        `${struckTexts} texts with a line through them were not read`,
      ),
    );
  }
  warnings.push(...partedRecords(joinedRecords, lostRecords));
  if (unknownTexts !== undefined) {
    const { page, count } = unknownTexts;
    warnings.push(
      issue(
        'no_text',
        `有 ${count} 处文字的代码页 ${page} 不支持，读出的字母不是原文`,
        `${count} texts are in code page ${page}, which is not known: their letters are others than were written`,
      ),
    );
  }
  return warnings;
}

function page(sheet: { name: string; number: number; hidden: boolean }): Page {
  const { name, number, hidden } = sheet;
  return { number, name, width: null, height: null, rotation: 0, kind: 'digital', hidden };
}

function readSheet(
  sheet: Sheet,
  source: SourceDocument,
  counter: { grids: number },
  limits: ParserLimits,
): void {
  const before = source.blocks.length;
  const found = findBlocks(sheet);
  const { head, foot } = sheet.layout.printed;
  for (const [index, block] of found.entries()) {
    const { above, grid, below } = peelCaptions(sheet, block);
    const role = grid === null ? 'body' : 'caption';
    if (index === 0) printLines(sheet, head, source);
    else if (grid !== null && above.length > 0) printLines(sheet, head.filter(namesUnit), source);
    for (const line of above) source.blocks.push(paragraph(sheet, line, role, source.blocks.length));
    if (grid !== null && hasText(sheet, grid)) {
      const area = withinLimits(grid, limits, sheet.name, source.warnings);
      const place = { block: source.blocks.length, grid: counter.grids++ };
      source.blocks.push(buildGrid(sheet, area, mergesWithin(block, area), place));
    }
    for (const line of below) source.blocks.push(paragraph(sheet, line, role, source.blocks.length));
  }
  if (found.length > 0) printLines(sheet, foot, source);
  const added = source.blocks.slice(before);
  markHeadings(added);
  if (added.length === 0 && sheet.hasPicture()) {
    source.warnings.push(
      issue(
        'picture_only',
        `工作表“${sheet.name}”只有图片或图表`,
        `sheet "${sheet.name}" holds only a picture or a chart`,
        sheet.name,
      ),
    );
  }
  const hidden = hiddenParts(sheet, added);
  if (hidden !== null) source.warnings.push(hidden);
  source.warnings.push(...lostInCells(sheet.name, added));
  source.warnings.push(...besideCells(sheet, added));
}

function mergesWithin(block: Block, area: Area): Area[] {
  return block.merges.filter((merge) => merge.bottom >= area.top && merge.top <= area.bottom);
}

function hasText(sheet: Sheet, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    for (const key of Object.keys(cells)) {
      const column = Number(key);
      const cell = cells[column];
      if (
        column >= area.left &&
        column <= area.right &&
        cell !== undefined &&
        cell.t !== 'z' &&
        cell.v !== ''
      )
        return true;
    }
  }
  return false;
}

/** A grid over a limit is cut at the bottom or the right, and says so. */
function withinLimits(area: Area, limits: ParserLimits, sheet: string, warnings: Issue[]): Area {
  const columns = Math.min(area.right - area.left + 1, limits.maxColumns);
  const rows = Math.min(
    area.bottom - area.top + 1,
    limits.maxRows,
    Math.max(1, Math.floor(limits.maxCells / columns)),
  );
  const cut = { ...area, bottom: area.top + rows - 1, right: area.left + columns - 1 };
  if (cut.bottom < area.bottom) warnings.push(tooMany('行', 'rows', area.bottom - area.top + 1, rows, sheet));
  if (cut.right < area.right)
    warnings.push(tooMany('列', 'columns', area.right - area.left + 1, columns, sheet));
  return cut;
}

function tooMany(zh: string, en: string, found: number, read: number, place: string | null): Issue {
  return issue(
    'too_large',
    `共 ${found} ${zh}，只读取前 ${read} ${zh}`,
    `${found} ${en}, of which the first ${read} were read`,
    place,
  );
}

/** What is printed around the cells: what the money is counted in often stands only there, for each table with a title of its own. */
function printLines(sheet: Sheet, lines: readonly string[], source: SourceDocument): void {
  for (const line of lines) {
    const role = namesUnit(line) ? 'caption' : 'furniture';
    source.blocks.push(paragraphOf(sheet, line, role, source.blocks.length, null));
  }
}

function paragraph(sheet: Sheet, area: Area, role: Paragraph['role'], block: number): Paragraph {
  const stored = sheet.rows[area.top]?.[area.left];
  const text = stored === undefined ? '' : showCell(stored).text;
  return paragraphOf(sheet, text, role, block, reference(area));
}

function paragraphOf(
  sheet: Sheet,
  text: string,
  role: Paragraph['role'],
  block: number,
  ref: string | null,
): Paragraph {
  return {
    kind: 'paragraph',
    text,
    role,
    confidence: 1,
    location: {
      block,
      grid: null,
      row: null,
      column: null,
      page: null,
      box: null,
      sheet: sheet.name,
      ref,
      table: null,
    },
  };
}

/** A text that stands alone before the first grid of its sheet heads it. */
function markHeadings(blocks: SourceBlock[]): void {
  const first = blocks.findIndex((block) => block.kind === 'grid');
  for (const block of blocks.slice(0, Math.max(0, first))) {
    if (block.kind === 'paragraph' && block.role === 'body') block.role = 'heading';
  }
}

/** A hidden row or column counts where something stands in it: what was read though a person at the screen does not see it. */
function hiddenParts(sheet: Sheet, blocks: SourceBlock[]): Issue | null {
  if (blocks.length === 0) return null;
  if (sheet.hidden) {
    return issue(
      'hidden_content',
      `隐藏的工作表“${sheet.name}”已读取`,
      `the hidden sheet "${sheet.name}" was read`,
      sheet.name,
    );
  }
  if (sheet.layout.hiddenRows.size === 0 && sheet.layout.hiddenColumns.length === 0) return null;
  const hiddenCell = blocks.some(
    (block) => block.kind === 'grid' && block.cells.some((cell) => cell.hidden === true && cell.text !== ''),
  );
  const hiddenLine = blocks.some(
    (block) => block.kind === 'paragraph' && isHiddenRef(sheet, block.location.ref),
  );
  if (!hiddenCell && !hiddenLine) return null;
  return issue(
    'hidden_content',
    `工作表“${sheet.name}”中隐藏的行或列已读取`,
    `hidden rows or columns of sheet "${sheet.name}" were read`,
    sheet.name,
  );
}

function isHiddenRef(sheet: Sheet, ref: string | null): boolean {
  const match = /^([A-Z]+)(\d+)/.exec(ref ?? '');
  if (match === null) return false;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return sheet.layout.hiddenRows.has(Number(match[2]) - 1) || isHiddenColumn(sheet.layout, column);
}
