import { expect, it } from 'vitest';
import { cellAt, onlyGrid, packageOf, read, rowsOf, type SheetParts, textsOf } from './package.ts';

/** Formats: 1 white letters, 2 white by the theme, 3 white on blue, 4 struck through, 5 white on white, 6 a white that is hardly grey. */
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font><font><strike/></font><font><color theme="0" tint="-0.5"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>
<cellXfs><xf numFmtId="0"/><xf fontId="1"/><xf fontId="2" fillId="0"/><xf fontId="1" fillId="2"/><xf fontId="3"/>
<xf fontId="1" fillId="3"/><xf fontId="4"/></cellXfs></styleSheet>`;

async function sheetOf(value: string, sheet: Partial<SheetParts> = {}) {
  const text = (ref: string, words: string) => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const rows =
    `<row r="1">${text('A1', '指标')}${text('B1', '目标值')}</row>` +
    `<row r="2">${text('A2', '养护里程')}${value}</row>`;
  const parts = { 'xl/styles.xml': styles, ...sheet.parts };
  const source = await read(packageOf([{ rows, ...sheet, parts }]));
  const { doubt, text: shown } = cellAt(onlyGrid(source), 1, 1);
  return { shown, doubt, warned: source.warnings.map(({ code }) => code) };
}

it.each([
  [1, 'white letters on white', ['hidden_content']],
  [2, 'white letters on white', ['hidden_content']],
  [3, undefined, []],
  [4, 'struck through', []],
  [5, 'white letters on white', ['hidden_content']],
  [6, undefined, []],
])('a figure in format %i is read with the doubt %s', async (format, doubt, warned) => {
  expect(await sheetOf(`<c r="B2" s="${format}"><v>120</v></c>`)).toEqual({ shown: '120', doubt, warned });
  // The same sheet as SheetJS reads it.
  const formula = `<c r="B2" s="${format}"><f>60*2</f><v>120</v></c>`;
  expect(await sheetOf(formula)).toEqual({ shown: '120', doubt, warned });
});

it('white letters are seen where a rule may colour the cell', async () => {
  const after = '<conditionalFormatting sqref="B2"><cfRule type="cellIs" dxfId="0"/></conditionalFormatting>';
  const { doubt } = await sheetOf('<c r="B2" s="1"><v>120</v></c>', { after });
  expect(doubt).toBeUndefined();
});

it('a piece of a text with a line through it is left out, and told', async () => {
  const runs = '<r><rPr><strike/></rPr><t>77</t></r><r><rPr/><t>120公里</t></r>';
  expect(await sheetOf(`<c r="B2" t="inlineStr"><is>${runs}</is></c>`)).toEqual({
    shown: '120公里',
    doubt: undefined,
    warned: ['text_left_out'],
  });
});

it('a nought is a blank on a sheet that shows it so', async () => {
  const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
  expect((await sheetOf('<c r="B2"><v>0</v></c>', { before })).shown).toBe('');
  expect((await sheetOf('<c r="B2"><v>120</v></c>', { before })).shown).toBe('120');
  expect((await sheetOf('<c r="B2"><v>0</v></c>')).shown).toBe('0');
});

it('a picture in a cell is no text', async () => {
  const name = '=DISPIMG("ID_7",1)';
  const { shown } = await sheetOf(`<c r="B2" t="str"><f>_xlfn.${name.slice(1)}</f><v>${name}</v></c>`);
  expect(shown).toBe('');
});

it('rows and columns without a size are hidden', async () => {
  const form = [
    ['指标', '目标值', '备注'],
    ['养护里程', '120', '无'],
    ['作废', '77', '无'],
  ];
  const rows = rowsOf(form).replace('<row r="3">', '<row r="3" ht="0" customHeight="1">');
  const before = '<cols><col min="3" max="3" width="0" customWidth="1"/></cols>';
  const source = await read(packageOf([{ rows, before }]));
  const grid = onlyGrid(source);
  expect(grid.cells.filter(({ hidden }) => hidden).map(({ text }) => text)).toEqual([
    '备注',
    '无',
    '作废',
    '77',
    '无',
  ]);
  expect(source.warnings.map(({ code }) => code)).toEqual(['hidden_content']);
  expect(textsOf(grid)[1]).toBe('养护里程 | 120 | 无');
});

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawing = (content: string) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
  'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>${content}</xdr:twoCellAnchor></xdr:wsDr>`,
});

it.each([
  [
    'text',
    '<xdr:sp><xdr:txBody><a:p><a:r><a:t>单位：万元</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
    ['text_left_out'],
  ],
  ['no text', '<xdr:sp><xdr:txBody><a:p/></xdr:txBody></xdr:sp>', []],
])('a shape with %s is told, or not', async (_, shape, warned) => {
  const sheet = { after: '<drawing r:id="rId1"/>', parts: drawing(shape) };
  expect((await sheetOf('<c r="B2"><v>120</v></c>', sheet)).warned).toEqual(warned);
});

it('an embedded object is told', async () => {
  const after = '<oleObjects><oleObject progId="Worksheet" shapeId="1025" r:id="rId5"/></oleObjects>';
  expect((await sheetOf('<c r="B2"><v>120</v></c>', { after })).warned).toEqual(['picture_only']);
});

/** Rules' formats: 0 white letters, 1 nothing is shown, 2 white letters on red, 3 green letters. */
const ruled = styles.replace(
  '</styleSheet>',
  `<dxfs count="4"><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><numFmt numFmtId="180" formatCode=";;;"/></dxf>
<dxf><font><color theme="0"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill></dxf><dxf><font><color rgb="FF00B050"/></font></dxf></dxfs></styleSheet>`,
);
const sure = ['hidden by a conditional format', ['hidden_content']] as const;

it.each([
  ['cellIs" operator="equal', 0, '120', 0, ...sure],
  ['cellIs" operator="equal', 1, '120', 0, ...sure],
  ['cellIs" operator="lessThan', 0, '100', 0, undefined, []],
  ['cellIs" operator="greaterThan', 0, '100', 0, ...sure],
  ['expression', 0, 'B2=120', 0, ...sure],
  ['expression', 0, '$A2="养护里程"', 0, undefined, ['hidden_content']],
  ['containsErrors', 0, 'ISERROR(B2)', 0, undefined, []],
  ['cellIs" operator="equal', 2, '120', 0, undefined, []],
  ['cellIs" operator="equal', 3, '120', 0, undefined, []],
  // A cell that has a colour of its own.
  ['cellIs" operator="equal', 0, '120', 3, undefined, []],
])(
  'a rule of type %s with format %i and %s is applied to a cell of format %i',
  async (type, format, formula, own, doubt, warned) => {
    const after = `<conditionalFormatting sqref="B2:B9"><cfRule type="${type}" dxfId="${format}" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    const sheet = { after, parts: { 'xl/styles.xml': ruled } };
    expect(await sheetOf(`<c r="B2" s="${own}"><v>120</v></c>`, sheet)).toEqual({
      shown: '120',
      doubt,
      warned,
    });
    expect(await sheetOf(`<c r="B2" s="${own}"><f>60*2</f><v>120</v></c>`, sheet)).toEqual({
      shown: '120',
      doubt,
      warned,
    });
  },
);

it('a sheet with nothing but a chart is told', async () => {
  const after = '<drawing r:id="rId1"/>';
  const parts = drawing('<xdr:graphicFrame><a:graphic/></xdr:graphicFrame>');
  const source = await read(packageOf([{ rows: '', after, parts }]));
  expect(source.warnings.map(({ code }) => code)).toEqual(['picture_only']);
});
