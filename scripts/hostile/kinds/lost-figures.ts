import { changed, type Kind, page, told } from './kind.ts';
import { data, merges, sheetRows, xlsx } from './sheet-markup.ts';
import { docx, p, table } from './word-markup.ts';

const figures = '<td>20.00';
const shows = (cell: string, from = figures) => Buffer.from(changed(page(), from, cell));
const inWord = (text: string) => docx(changed(table, p('20.00'), p(text)));
const csvWith = (figure: string) =>
  Buffer.from(`项目,金额（万元）\n合计,30.00\n财政拨款,${figure}\n其他资金,10.00\n`);
const width = '<w:tcW w:w="2000" w:type="dxa"/>';
const merged = (xml: string, figure: string, how: string) =>
  changed(xml, `${width}</w:tcPr>${p(figure)}`, `${width}${how}</w:tcPr>${p(figure)}`);
const mergedInWord = () =>
  docx(merged(merged(table, '20.00', '<w:vMerge w:val="restart"/>'), '10.00', '<w:vMerge/>'));
const mergedInExcel = () =>
  xlsx({ sheet: data(sheetRows, changed(merges, '</mergeCells>', '<mergeCell ref="B5:B6"/></mergeCells>')) });
const lost = told('figures_left_out');

/** Cells that show an error, or that a column has no room for, where a figure should be: it is missing, and no sum is wrong. */
export const lostFigures: readonly Kind[] = [
  ['part-is-an-error.html', () => shows('<td x:err="#REF!">#REF!'), lost],
  ['total-is-an-error.html', () => shows('<td>#DIV/0!', '<td>30.00'), lost],
  ['weight-is-an-error.html', () => shows('<td>#N/A', '<td>60'), lost],
  ['share-is-an-error.html', () => shows('<td>#DIV/0!', '<td>100%'), lost],
  ['error-of-libreoffice.html', () => shows('<td>Err:502'), lost],
  ['no-number-of-a-program.html', () => shows('<td>NaN'), lost],
  ['no-room-for-a-figure.html', () => shows('<td>########'), lost],
  ['part-is-an-error.docx', () => inWord('#REF!'), lost],
  ['no-room-for-a-figure.docx', () => inWord('####'), lost],
  ['figure-below-a-figure.docx', mergedInWord, told('text_left_out')],
  ['figure-below-a-figure.xlsx', mergedInExcel, told('text_left_out')],
  ['field-of-a-letter.docx', () => inWord('«财政拨款»'), lost],
  ['field-of-a-template.docx', () => inWord('{{amount}}'), lost],
  ['null-of-a-program.html', () => shows('<td>null'), lost],
  ['undefined-of-a-program.html', () => shows('<td>undefined', '<td>30.00'), lost],
  ['null-of-a-program.csv', () => csvWith('null'), lost],
  ['error-in-a-text.csv', () => csvWith('#REF!'), lost],
];
