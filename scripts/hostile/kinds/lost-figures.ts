import { changed, type Kind, page, told } from './kind.ts';
import { docx, p, table } from './word-markup.ts';

const figures = '<td>20.00';
const shows = (cell: string, from = figures) => Buffer.from(changed(page(), from, cell));
const inWord = (text: string) => docx(changed(table, p('20.00'), p(text)));
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
  [
    'error-in-a-text.csv',
    () => Buffer.from('项目,金额（万元）\n合计,30.00\n财政拨款,#REF!\n其他资金,10.00\n'),
    lost,
  ],
];
