import { expect, it } from 'vitest';
import { cellAt, onlyGrid, packageOf, read } from './package.ts';

const lost = 'its number format is not in the file';
const styles = (formats: string) =>
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>${formats}</cellXfs></styleSheet>`;
const list = styles('<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/>');

it.each([
  ['beyond the list', 9, list, '0.8', lost],
  ['whose own number format is not spelt out', 2, list, '0.8', lost],
  ['of Excel', 1, list, '80%', undefined],
  ['that is plain, without a list', 0, styles(''), '0.8', undefined],
  ['without a list', 1, styles(''), '0.8', lost],
])('a share in a format %s', async (_, format, parts, text, doubt) => {
  // With a formula SheetJS reads the sheet, without one it is read here.
  for (const formula of ['', '<f>4/5</f>']) {
    const rows = `<row r="1"><c r="A1" t="str"><v>指标</v></c><c r="B1" t="str"><v>完成率</v></c></row><row r="2"><c r="A2" t="str"><v>及时率</v></c><c r="B2" s="${format}">${formula}<v>0.8</v></c></row>`;
    const source = await read(packageOf([{ rows, parts: { 'xl/styles.xml': parts } }]));
    const { text: shown, doubt: why } = cellAt(onlyGrid(source), 1, 1);
    expect([shown, why]).toEqual([text, doubt]);
    expect(source.warnings.map(({ code }) => code)).toEqual(doubt === undefined ? [] : ['sheet_failed']);
  }
});
