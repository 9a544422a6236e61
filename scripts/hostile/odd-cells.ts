import type { Expectation, HostileCase } from './case.ts';
import { inline, sheetPart, xlsx } from './office.ts';

const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'] };

const head = `<row r="1">${inline('A1', '三级指标')}${inline('B1', '指标值')}</row>`;
const row = (inner: string, number = 2) => `${head}<row r="${number}">${inner}</row>`;
const beside = (inner: string) => row(`${inline('A2', '演出场次')}${inner}`);
const placed = (name: string, value: string, number = 2) =>
  row(inline(name, '演出场次') + inline(value, '12场'), number);
const brackets = '（'.repeat(100_000);

const cases: [name: string, rows: string, expected: Expectation, after?: string][] = [
  ['truth-in-words', beside('<c r="B2" t="b"><v>true</v></c>'), whole],
  ['type-unknown', beside('<c r="B2" t="zz"><v>12</v></c>'), whole],
  ['inline-as-value', beside('<c r="B2" t="inlineStr"><v>12场</v></c>'), whole],
  ['inline-as-formula', beside('<c r="B2" t="str"><is><t>12场</t></is></c>'), whole],
  ['inline-as-number', beside('<c r="B2"><is><t>12场</t></is></c>'), whole],
  ['in-sections', beside('<c r="B2" t="inlineStr"><is><t><![CDATA[12<13]]></t></is></c>'), whole],
  ['date-of-no-month', beside('<c r="B2" t="d"><v>2023-02-29</v></c>'), whole],
  ['date-a-number', beside('<c r="B2" t="d"><v>12</v></c>'), whole],
  ['number-with-sign', beside('<c r="B2"><v>+12</v></c>'), whole],
  ['formula-shared-lost', beside('<c r="B2"><f t="shared" si="99"/><v>5</v></c>'), whole],
  ['formula-outside', beside(`<c r="B2"><f>'[1]S'!A1</f><v>5</v></c>`), whole],
  ['character-beyond', beside('<c r="B2" t="str"><v>12&#x110000;场</v></c>'), inPart],
  ['style-negative', beside('<c r="B2" s="-1"><v>12</v></c>'), whole],
  ['style-a-word', beside('<c r="B2" s="abc"><v>12</v></c>'), whole],
  ['reference-fixed', placed('$A$2', '$B$2'), whole],
  ['reference-by-numbers', placed('R2C1', 'R2C2'), inPart],
  ['reference-with-blanks', placed(' A2', 'B2 '), inPart],
  ['row-of-other-number', placed('A2', 'B2', 9), whole],
  ['row-beyond', placed('A99999999', 'B99999999', 99_999_999), inPart],
  ['in-no-row', `${row(inline('A2', '演出场次'))}${inline('B2', '12场')}`, inPart],
  [
    'merges-overlap',
    beside(inline('B2', '12场')),
    whole,
    '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/></mergeCells>',
  ],
  [
    'merges-of-nothing',
    beside(inline('B2', '12场')),
    whole,
    '<mergeCells><mergeCell ref="B2"/><mergeCell ref="xx:yy"/><mergeCell/></mergeCells>',
  ],
  ['brackets', beside(inline('B2', brackets)), whole],
  ['text-beyond-a-cell', beside(inline('B2', '长'.repeat(40_000))), whole],
];

/** Cells as careless writers leave them: types, references and merges that do not fit. */
export const oddCells: readonly HostileCase[] = cases.map(([name, rows, expected, after]) => ({
  name: `cell-${name}.xlsx`,
  make: () => xlsx(sheetPart(rows, after)),
  expected,
}));
