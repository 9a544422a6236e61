import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../parsers/html/index.ts';
import { errorOf, gridsOf, readAs, sketch } from '../grids.ts';

const bytes = (html: string) => new TextEncoder().encode(html);
const read = (html: string) => readAs(parseHtml, 'html', bytes(html));
const grid = async (html: string) => gridsOf(await read(html))[0];

describe('the tables of a web page', () => {
  it('keep their spans', async () => {
    const html = '<table><tr><td colspan=2>甲<td rowspan=2>乙<tr><td>丙<td>丁</table>';
    expect(sketch(await grid(html))).toEqual(['甲[1x2] | 乙[2x1]', '丙 | 丁']);
  });

  it('keep the lines of their source where a style says so', async () => {
    const table = (style: string, own = '') =>
      `<style>${style}</style><table><tr><td${own}>10\n20<td>甲</table>`;
    expect(sketch(await grid(table('td{padding:2px;white-space:pre-wrap}')))).toEqual(['10\n20 | 甲']);
    expect(sketch(await grid(table('', ' style="white-space: pre-line"')))).toEqual(['10\n20 | 甲']);
    expect(sketch(await grid(table('td{white-space:nowrap}')))).toEqual(['10 20 | 甲']);
    expect(sketch(await grid(table('td{white-space:pre}', ' style="white-space:normal"')))).toEqual([
      '10 20 | 甲',
    ]);
  });

  it('leave out what only readers of screens tell, and the answers that a box suggests', async () => {
    const html =
      '<style>.only{position:absolute;clip:rect(0, 0, 0, 0)}</style><table><tr><td>金额<td><span class="only">金额</span>980.50<td><i style="position:absolute;left:-9999px">1</i>20<td><input value="30" list="a"><datalist id="a"><option>111</datalist><td><b style="position:relative;left:-12px">40</b></table>';
    const source = await read(html);
    expect(gridsOf(source).map(sketch)).toEqual([['金额 | 980.50 | 20 | 30 | 40']]);
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });

  it('write raised digits as such, so that the mark of a note is no digit of a figure', async () => {
    const html = '<table><tr><td>14.99<sup>1</sup><td>≥200m<sup>2</sup><td>预算<sup>注</sup></table>';
    expect(sketch(await grid(html))).toEqual(['14.99¹ | ≥200m² | 预算注']);
    const moved = '<td>14.99<span style="position:relative;top:-3pt;mso-text-raise:3.0pt">1</span>';
    const below = `<table><tr><td>14.99<sub>1</sub><td>CO<sub>2</sub>${moved}</table>`;
    expect(sketch(await grid(below))).toEqual(['14.99₁ | CO2 | 14.99¹']);
  });

  it('end row spans with their group, and take 0 for all that is left', async () => {
    const html =
      '<table><thead><tr><th rowspan=9>甲<th>乙<tbody><tr><td rowspan=0>丙<td>丁<tr><td>戊<tfoot><tr><td>己<td>庚</table>';
    expect(sketch(await grid(html))).toEqual(['甲 | 乙', '丙[2x1] | 丁', '戊', '己 | 庚']);
  });

  it('tile exactly where spans overlap, run out or are absurd', async () => {
    const html =
      '<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<tr><td colspan=1000000000>e<td rowspan=-1>f</table>';
    expect(sketch(await grid(html))).toEqual(['a | b[2x1] | c | [1x2]', 'd | [1x3]', 'e[1x4] | f']);
  });

  it('show feet last, whatever their place in the file', async () => {
    const html = '<table><tfoot><tr><td>合计<tbody><tr><td>甲</table>';
    expect(sketch(await grid(html))).toEqual(['甲', '合计']);
  });

  it('are found in tables that only lay them out, and stay inside others', async () => {
    const layout = '<table><tr><td>绩效目标表<tr><td><table><tr><td>甲<td>乙</table></table>';
    const source = await read(layout);
    expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'grid']);
    const nested = await read('<table><tr><td>标签<td><table><tr><td>里<td>外</table></table>');
    expect(gridsOf(nested).map((one) => one.inside)).toEqual([null, { block: 0, row: 0, column: 1 }]);
    expect(gridsOf(nested)[0]?.cells[1]).toMatchObject({ text: '', doubt: expect.any(String) });
    expect(nested.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });

  it('of one column within a cell are its text', async () => {
    const source = await read('<table><tr><td>标签<td><table><tr><td>甲<tr><td>乙</table></table>');
    expect(gridsOf(source).map(sketch)).toEqual([['标签 | 甲\n乙']]);
    expect(source.warnings).toEqual([]);
  });

  it('read hidden rows and mark them, but not the empty one that ends a sheet', async () => {
    const html =
      '<style>.gone{display:none}</style><table><tr><td>甲<tr class=gone><td>乙<tr style="display:none"><td></td></table>';
    const source = await read(html);
    expect(gridsOf(source)[0]?.cells.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['甲', undefined],
      ['乙', true],
    ]);
    expect(source.warnings.map(({ code }) => code)).toEqual(['hidden_content']);
  });

  it('give the stored value and the number format of spreadsheets', async () => {
    const html =
      '<style>.xl65{mso-number-format:"0\\.0%"}</style><table><tr><td class=xl65 x:num="0.998">99.8%<td x:num>1,200<td sdval="3" sdnum="1033;0;0.00">3.00<td>12</table>';
    expect(
      (await grid(html))?.cells.map(({ text, value, numberFormat }) => [text, value, numberFormat]),
    ).toEqual([
      ['99.8%', 0.998, '0.0%'],
      ['1,200', 1200, undefined],
      ['3.00', 3, '0.00'],
      ['12', undefined, undefined],
    ]);
  });

  it('break lines at breaks and blocks only, and join Chinese text over line ends', async () => {
    const html =
      '<table><tr><td>年度\n   目标<br>two\n words<p>甲&nbsp;&ge;&#53;</p><td><input value=12><input type=checkbox checked>是</table>';
    expect((await grid(html))?.cells.map((cell) => cell.text)).toEqual([
      '年度目标\ntwo words\n甲 ≥5',
      '12☑是',
    ]);
  });

  it('leave out scripts and hidden texts, and read what Office hides for want of room', async () => {
    const cell = '<table><tr><td>项目<span style="display:none">名称</span><script>1</script></table>';
    const source = await read(cell);
    expect(gridsOf(source)[0]?.cells[0]?.text).toBe('项目');
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
    const office = '<html xmlns:x="urn:schemas-microsoft-com:office:excel">';
    expect((await grid(office + cell))?.cells[0]?.text).toBe('项目名称');
  });

  it('are too large when nested three thousand deep or with too many columns', async () => {
    expect(await errorOf(parseHtml, 'html', bytes('<table><tr><td>'.repeat(3000)))).toBe('too_large');
    expect(await errorOf(parseHtml, 'html', bytes(`<table><tr>${'<td>1'.repeat(2001)}`))).toBe('too_large');
  });
});

describe('a web page', () => {
  it('gives its lines in order, with their roles', async () => {
    const source = await read(
      '<h1>绩效目标表</h1>单位：万元<table><tr><td>1</table><ol><li>甲<li>乙</ol>备注<br>其他<!-- 注释 -->',
    );
    expect(
      source.blocks.map((block) => (block.kind === 'paragraph' ? `${block.role} ${block.text}` : 'grid')),
    ).toEqual([
      'heading 绩效目标表',
      'caption 单位：万元',
      'grid',
      'body 1. 甲',
      'body 2. 乙',
      'body 备注',
      'body 其他',
    ]);
  });

  it('is read in GB18030, UTF-16 and what it declares', async () => {
    const gbk = Uint8Array.from([...bytes('<meta charset=gb2312><p>'), 0xbc, 0xa8, 0xd0, 0xa7]);
    const wide = Buffer.from('\ufeff<p>绩效', 'utf16le');
    const big5 = Uint8Array.from([...bytes('<meta charset=big5><p>'), 0xc1, 0x5a, 0xae, 0xc4]);
    const texts = await Promise.all(
      [gbk, wide, big5].map(async (page) => (await readAs(parseHtml, 'html', page)).blocks[0]),
    );
    expect(texts).toMatchObject([{ text: '绩效' }, { text: '绩效' }, { text: '績效' }]);
  });
});
