import { generateDocument } from '../generate/document.ts';
import { renderXls } from '../generate/render/xls.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';
import { form } from './form.ts';
import { documentPart, docx, sheetPart, simpleRows, simpleTable, xlsx } from './office.ts';

const whole: Expectation = { status: ['ok'] };
const book = () => Buffer.from(renderXls(generateDocument(11).sections));

const stream = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const tabbed = '三级指标\t指标值\n演出场次\t12场\n';
const rich =
  '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\trowd\\cellx2000\\cellx4000 a\\cell b\\cell\\row}';
const mailed = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\nContent-Location: file:///C:/a.htm\n\n${form()}\n--b--\n`;

/** What bears another name than it should. */
const misnamed: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  ['page.xls', () => Buffer.from(form()), whole],
  ['page-without-end.xls', () => Buffer.from(form().replace('</table>', '')), { status: ['partial'] }],
  ['tabs.xls', () => stream(tabbed), whole],
  ['tabs-in-utf-16.xls', () => Buffer.from(`\ufeff${tabbed}`, 'utf16le'), whole],
  ['commas.xls', () => stream(tabbed.replaceAll('\t', ',')), whole],
  ['rich-text.doc', () => Buffer.from(rich), whole],
  ['rich-text.docx', () => Buffer.from(rich), whole],
  ['web-archive.doc', () => stream(mailed), whole],
  ['web-archive-cut.doc', () => stream(mailed).subarray(0, 150), { status: ['partial'] }],
  [
    'web-archive-other-boundary.doc',
    () => stream(mailed.replace('boundary="b"', 'boundary="c"')),
    refused('corrupt'),
  ],
  ['document.xlsx', () => docx(documentPart(simpleTable)), whole],
  ['book.docx', () => xlsx(sheetPart(simpleRows)), whole],
  ['book.xls', () => xlsx(sheetPart(simpleRows)), whole],
  ['old-book.xlsx', () => book(), whole],
  ['document.pdf', () => docx(documentPart(simpleTable)), whole],
  ['page.txt', () => Buffer.from(form()), whole],
];

/** Documents under a name of another kind. */
export const oddNames: readonly HostileCase[] = misnamed.map(([name, make, expected]) => ({
  name: `odd-${name}`,
  make,
  expected,
}));
