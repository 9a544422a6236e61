import { expect, it } from 'vitest';
import { cellAt, onlyGrid, packageOf, read } from './package.ts';

/** The second cell of the second row, with a number in the format of this code; plainly written, and as SheetJS reads it. */
async function shown(value: string, code: string): Promise<[text: string, doubt: string | undefined]> {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts>
<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="${code === '' ? 0 : 170}"/></cellXfs></styleSheet>`;
  const text = (ref: string) => `<c r="${ref}" t="inlineStr"><is><t>编号</t></is></c>`;
  const read1 = async (inside: string) => {
    const rows = `<row r="1">${text('A1')}${text('B1')}</row><row r="2">${text('A2')}<c r="B2" s="1">${inside}</c></row>`;
    const source = await read(packageOf([{ rows, parts: { 'xl/styles.xml': styles } }]));
    const cell = cellAt(onlyGrid(source), 1, 1);
    return [cell.text, cell.doubt] as [string, string | undefined];
  };
  const plain = await read1(`<v>${value}</v>`);
  expect(await read1(`<f>0+${value}</f><v>${value}</v>`)).toEqual(plain);
  return plain;
}

it.each([
  ['123456789012', '', '123456789012', undefined],
  ['-123456789012.55', '', '-123456789012.55', undefined],
  ['1234567', '0.00E+00', '1234567', undefined],
  ['0.0000000000555', '', '0.0000000000555', undefined],
  ['410203000000012345', '', '410203000000012000', 'more digits than a cell keeps'],
  ['410203000000012345', '0', '410203000000012000', 'more digits than a cell keeps'],
])('%s in the format "%s" is %s', async (value, code, text, doubt) => {
  const [found, why] = await shown(value, code);
  expect([found.slice(0, 12), why]).toEqual([text.slice(0, 12), doubt]);
});

it.each([
  ['aaaa', '星期一'],
  ['[$-804]aaaa;@', '星期一'],
  ['yyyy-m-d aaa', '2024-1-1 一'],
])('a date in the format %s shows its day of the week', async (code, text) => {
  expect(await shown('45292', code)).toEqual([text, undefined]);
});

it.each([
  ['320.5', '# ?/?', '320.5'],
  ['320.333', '# ?/8', '320.333'],
  ['45292', 'yyyy/m/d', '2024/1/1'],
])(
  '%s in the format "%s" is %s: a figure in fractions is read as it is stored',
  async (value, code, text) => {
    expect(await shown(value, code)).toEqual([text, undefined]);
  },
);

const said = (code: string): string => code.replaceAll('"', '&quot;');
const adds = 'words that its number format adds: ';
const inPlace = 'words of its number format in place of a number';

it.each([
  ['980.5', '"收入"0.00', '980.50', `${adds}收入`],
  ['980.5', '"收入："0.00"万元"', '980.50万元', `${adds}收入：`],
  ['980.5', '0.00"（含结转）"', '980.50', `${adds}（含结转）`],
  ['980.5', '"减少"0.00', '减少980.50', `${adds}减少`],
  ['980.5', '"USD"0.00', 'USD980.50', `${adds}USD`],
  ['980.5', '"已批复"', '已批复', inPlace],
  ['980.5', '[&gt;100]"多";0.00', '多', inPlace],
  ['980.5', '"—"', '—', inPlace],
])('words of a format are no part of a figure: %s in %s', async (value, code, text, doubt) => {
  expect(await shown(value, said(code))).toEqual([text, doubt]);
});

it.each([
  ['0.9', '"≥"0%', '≥90%'],
  ['980.5', '"约"0.00"万元"', '约980.50万元'],
  ['3', '"第"0"名"', '第3名'],
  ['1', '[=1]"是";[=0]"否"', '是'],
  ['0', '0.00;-0.00;"—"', '—'],
  ['12', '0"公里"', '12公里'],
  ['45292', 'yyyy"年"m"月"d"日"', '2024年1月1日'],
])('words that say what a figure is stay: %s in %s', async (value, code, text) => {
  expect(await shown(value, said(code))).toEqual([text, undefined]);
});
