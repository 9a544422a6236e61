import { isOn, propertiesFrom, propertiesOf, property, readCell, readRow } from './layout.ts';
import { isStray, leaveStray } from './left-out.ts';
import { attribute, elementEnd, encodeEntities, type Tag } from './markup.ts';
import type { Handler, Pass } from './pass.ts';
import { noteShading } from './unseen.ts';

/** Name of the bookmark that says in mammoth's model which cell of the layout a content belongs to. */
export const cellBookmark = 'hedui-cell-';

/** Tables, rows, cells and paragraphs (ECMA-376 part 1 §17.4, §17.3.1). */
export const blockHandlers: [string, Handler][] = [
  ['w:tbl', table],
  ['w:tr', row],
  ['w:tc', cell],
  ['w:p', paragraph],
  ['w:sectPr', dropped],
  ['w:bookmarkStart', dropped],
  ['w:bookmarkEnd', dropped],
  ['w:proofErr', dropped],
  ['w:lastRenderedPageBreak', dropped],
];

function dropped(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  pass.replace(tag.start, end, '');
  return end;
}

function table(pass: Pass, tag: Tag): number {
  if (tag.kind === 'close') {
    pass.openTables.pop();
    pass.openCells.pop();
    return tag.end;
  }
  if (tag.kind === 'empty') return tag.end;
  if (isStray(pass)) return leaveStray(pass, tag);
  const index = pass.tables.length;
  if (pass.openTables.length >= pass.limits.maxNesting) {
    const most = pass.limits.maxNesting;
    return refuse(pass, tag, index, `表格嵌套超过 ${most} 层`, `tables are nested deeper than ${most}`);
  }
  const properties = propertiesOf(pass.xml, tag, 'w:tblPr');
  noteShading(pass, tag, properties?.text ?? '', styleOf(properties?.text, 'w:tblStyle'));
  const grid = propertiesFrom(pass.xml, properties?.end ?? tag.end, 'w:tblGrid');
  const rightToLeft = isOn(properties?.text ?? '', 'w:bidiVisual');
  const layout = { index, gridColumns: countColumns(grid?.text ?? ''), rightToLeft, rows: [] };
  pass.tables.push(layout);
  pass.openTables.push(layout);
  pass.openCells.push(0);
  const end = grid?.end ?? properties?.end ?? tag.end;
  pass.replace(tag.end, end, '');
  return end;
}

function styleOf(properties: string | undefined, name: string): string | null {
  const tag = properties === undefined ? null : property(properties, name);
  return tag === null ? null : attribute(tag, 'w:val');
}

const countColumns = (grid: string): number => grid.match(/<w:gridCol[\s/>]/g)?.length ?? 0;

function row(pass: Pass, tag: Tag): number {
  const open = pass.openTables.at(-1);
  if (tag.kind === 'close' || !open) return tag.end;
  const exceptions = propertiesOf(pass.xml, tag, 'w:tblPrEx');
  if (exceptions !== null) noteShading(pass, tag, exceptions.text);
  const properties = propertiesFrom(pass.xml, exceptions?.end ?? tag.end, 'w:trPr');
  const text = properties?.text ?? '';
  const hidden = isOn(text, 'w:hidden');
  if (hidden || property(text, 'w:del') || property(text, 'w:moveFrom')) {
    const end = elementEnd(pass.xml, tag);
    if (hidden) pass.hiddenTexts++;
    pass.replace(tag.start, end, '');
    return end;
  }
  const layout = readRow(text);
  open.rows.push(layout);
  if (open.rows.length > pass.limits.maxRows) return refuseSize(pass, tag, open.index);
  const end = tag.kind === 'open' ? (properties?.end ?? exceptions?.end ?? tag.end) : tag.end;
  pass.replace(tag.end, end, '');
  return layout.before + layout.after > pass.limits.maxColumns ? refuseSize(pass, tag, open.index) : end;
}

function cell(pass: Pass, tag: Tag): number {
  const open = pass.openTables.at(-1);
  const last = open?.rows.at(-1);
  if (tag.kind === 'close') return countCell(pass, tag, -1);
  if (!open || !last) return countCell(pass, tag, 1);
  // A cell within a cell is none: Word does not open it, and mammoth leaves it out.
  if (tag.kind === 'open' && !isStray(pass)) return leaveStray(pass, tag);
  const properties = propertiesOf(pass.xml, tag, 'w:tcPr');
  const text = properties?.text ?? '';
  if (property(text, 'w:cellDel')) {
    const end = elementEnd(pass.xml, tag);
    pass.replace(tag.start, end, '');
    return end;
  }
  if (tag.kind === 'open') noteShading(pass, tag, text);
  const id = pass.tableOfCell.length;
  const layout = readCell(text, id, () => pass.xml.slice(tag.end, elementEnd(pass.xml, tag)));
  last.cells.push(layout);
  pass.tableOfCell.push(open);
  if (layout.gridSpan > pass.limits.maxColumns) return refuseSize(pass, tag, open.index);
  if (tag.kind === 'empty') return tag.end;
  const end = properties?.end ?? tag.end;
  const first = open.rows.length === 1 && last.cells.length === 1;
  const blank = first ? null : blankCellEnd(pass, end);
  if (blank !== null) {
    pass.replace(tag.start, blank, '');
    return blank;
  }
  pass.replace(tag.end, end, `<w:bookmarkStart w:name="${cellBookmark}${id}"/>`);
  countCell(pass, tag, 1);
  return end;
}

/** Counts an open cell of the innermost table, or one that ends. */
function countCell({ openCells }: Pass, tag: Tag, change: 1 | -1): number {
  const innermost = openCells.length - 1;
  if (tag.kind !== 'empty' && innermost >= 0) openCells[innermost] = (openCells[innermost] ?? 0) + change;
  return tag.end;
}

// What shows something, or may: text, tabs, tables, text boxes, signs, pictures, fields, notes, list numbers.
const shows =
  /<(?:w:(?:t|sym|drawing|pict|object|fld|sdt|footnoteR|endnoteR|subDoc|altChunk|br|cr|ptab|ruby|numPr)|mc?:)/;

/** End of a cell that shows nothing: a form has many, and building a tree of them is no use. Null where it may show something. */
function blankCellEnd({ xml, labels }: Pass, from: number): number | null {
  const close = xml.indexOf('</w:tc>', from);
  if (close < 0) return null;
  const content = xml.slice(from, close);
  if (shows.test(content) || (labels.byStyle && content.includes('<w:pStyle'))) return null;
  return close + '</w:tc>'.length;
}

function paragraph(pass: Pass, tag: Tag): number {
  if (tag.kind === 'open' && isStray(pass)) return leaveStray(pass, tag);
  const properties = propertiesOf(pass.xml, tag, 'w:pPr');
  if (!properties) return tag.end;
  const { text } = properties;
  const style = property(text, 'w:pStyle');
  noteShading(pass, tag, text, styleOf(text, 'w:pStyle'));
  const hidden = style !== null && pass.styles.hidden.has(attribute(style, 'w:val') ?? '');
  if (hidden) pass.hiddenUntil = elementEnd(pass.xml, tag);
  const mark = text.slice(Math.max(0, text.indexOf('<w:rPr')));
  const deleted = text.includes('<w:rPr') && (property(mark, 'w:del') || property(mark, 'w:moveFrom'));
  const label = deleted || hidden ? '' : pass.labels.next(text);
  const breaks = property(text, 'w:sectPr') !== null || isOn(text, 'w:pageBreakBefore');
  const outside = pass.openTables.length === 0;
  const kept =
    (outside ? (style ?? '') : '') +
    (outside ? (property(text, 'w:jc') ?? '') : '') +
    (deleted ? '<w:rPr><w:del/></w:rPr>' : '');
  pass.replace(
    properties.start,
    properties.end,
    (kept ? `<w:pPr>${kept}</w:pPr>` : '') +
      (breaks ? '<w:r><w:br w:type="page"/></w:r>' : '') +
      (label ? `<w:r><w:t xml:space="preserve">${encodeEntities(label)}</w:t></w:r>` : ''),
  );
  return properties.end;
}

function refuse(pass: Pass, tag: Tag, index: number, zh: string, en: string): number {
  pass.tooLarge = { zh, en, place: `table ${index}` };
  return tag.end;
}

const refuseSize = (pass: Pass, tag: Tag, index: number): number =>
  refuse(
    pass,
    tag,
    index,
    `表格超过上限（${pass.limits.maxRows} 行，${pass.limits.maxColumns} 列）`,
    `a table is over the limits (${pass.limits.maxRows} rows, ${pass.limits.maxColumns} columns)`,
  );
