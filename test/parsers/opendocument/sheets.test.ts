import { expect, it } from 'vitest';
import { parseExcel } from '../../../parsers/excel/index.ts';
import { parseDocument } from '../../../parsers/index.ts';
import type { defaultLimits } from '../../../parsers/limits.ts';
import { errorOf, gridsOf, readAs, sketch } from '../grids.ts';
import {
  cell,
  covered,
  flat,
  number,
  openDocument,
  p,
  row,
  sheet,
  style,
  stylesPart,
} from './open-document.ts';

const readSheets = (
  body: string,
  styles = '',
  parts: Record<string, string> = {},
  limits: Partial<typeof defaultLimits> = {},
) => readAs(parseExcel, 'ods', openDocument('spreadsheet', body, styles, parts), limits);

const sketches = async (body: string, styles = '') => gridsOf(await readSheets(body, styles)).map(sketch);

it('reads texts and numbers as they are shown, with value, format and formula', async () => {
  const styles =
    '<number:percentage-style style:name="N11"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>' +
    '<number:number-style style:name="N4P0" style:volatile="true"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
    '<number:number-style style:name="N4"><number:text>-</number:text><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N4P0"/></number:number-style>' +
    '<number:date-style style:name="N36"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>' +
    style('c1', 'table-cell', '', 'style:data-style-name="N11"') +
    style('c2', 'table-cell', '', 'style:data-style-name="N4"') +
    style('c3', 'table-cell', '', 'style:data-style-name="N36"');
  const body = sheet(
    '表一',
    row('执行率', cell('99.8%', 'table:style-name="c1" office:value-type="percentage" office:value="0.998"')),
    row(
      '金额',
      number(
        '-1234.5',
        '-1,234.50',
        `table:style-name="c2" table:formula="of:=SUM([.B5:.B6];[$'一 月'.C1])*2"`,
      ),
    ),
    row(
      '日期',
      cell('2024年5月', 'table:style-name="c3" office:value-type="date" office:date-value="2024-05-01"'),
    ),
    row('是', cell('TRUE', 'office:value-type="boolean" office:boolean-value="true"')),
    row('错', cell('#DIV/0!', 'office:value-type="string" calcext:value-type="error"')),
    row('未存', cell('', 'office:value-type="float" office:value="0.5" table:style-name="c1"')),
  );
  const [grid] = gridsOf(await readSheets(body, styles));
  const right = grid?.cells.filter(({ column }) => column === 1);
  expect(
    right?.map(({ text, value, numberFormat, formula }) => [text, value, numberFormat, formula]),
  ).toEqual([
    ['99.8%', 0.998, '0.0%', undefined],
    ['-1,234.50', -1234.5, '#,##0.00;-#,##0.00', "SUM(B5:B6,'一 月'!C1)*2"],
    ['2024年5月', 45413, 'yyyy"年"m"月"', undefined],
    ['TRUE', true, undefined, undefined],
    ['#DIV/0!', undefined, undefined, undefined],
    ['50.0%', 0.5, '0.0%', undefined],
  ]);
  expect(grid?.cells[1]?.location).toMatchObject({ sheet: '表一', ref: 'B1' });
});

it('reads formats of signs that only stand there, and of hours beyond a day', async () => {
  const digits = (more: string, inside = '') =>
    `<number:number number:decimal-places="2" number:min-integer-digits="1" ${more}>${inside}</number:number>`;
  const formats = [
    ['number-style', '', `${digits('')}<number:text>%</number:text>`],
    [
      'time-style',
      'number:truncate-on-overflow="false"',
      '<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>',
    ],
    [
      'number-style',
      '',
      '<number:number number:decimal-places="0" number:min-integer-digits="2" number:display-factor="1000"><number:embedded-text number:position="1">.</number:embedded-text></number:number><number:text>万元</number:text>',
    ],
    [
      'currency-style',
      '',
      `<number:currency-symbol>￥</number:currency-symbol>${digits('number:grouping="true"')}`,
    ],
  ];
  const styles = formats.map(
    ([kind, attributes, content], n) =>
      `<number:${kind} style:name="N${n}" ${attributes}>${content}</number:${kind}>${style(`c${n}`, 'table-cell', '', `style:data-style-name="N${n}"`)}`,
  );
  const body = sheet(
    'a',
    ...formats.map((_, n) =>
      row(`r${n}`, number('45678.9', n === 3 ? '#FMT' : 'shown', `table:style-name="c${n}"`)),
    ),
  );
  const [grid] = gridsOf(await readSheets(body, styles.join('')));
  const right = grid?.cells.filter(({ column }) => column === 1);
  expect(right?.map(({ text, numberFormat }) => [text, numberFormat])).toEqual([
    ['shown', '0.00"%"'],
    ['shown', '[h]:mm'],
    ['4.6万元', '0\\.0,"万元"'],
    ['￥45,678.90', '"￥"#,##0.00'],
  ]);
});

it('reads formats of a Chinese Excel that LibreOffice took for others', async () => {
  const formats = [
    '<number:number-style style:name="N0"><number:number number:decimal-places="4" number:min-integer-digits="1"><number:embedded-text number:position="0">!</number:embedded-text></number:number></number:number-style>',
    '<number:date-style style:name="N1"><number:era/><number:text>/通用格式万元</number:text></number:date-style>',
    '<number:number-style style:name="N2" number:transliteration-format="一" number:transliteration-language="zh"><number:number number:min-integer-digits="1"/></number:number-style>',
  ];
  const styles = formats.map(
    (format, n) => format + style(`c${n}`, 'table-cell', '', `style:data-style-name="N${n}"`),
  );
  const body = sheet(
    'a',
    row('a', number('12345600', '12345600!.0000', 'table:style-name="c0"')),
    row(
      'b',
      cell(
        'CE/通用格式万元',
        'table:style-name="c1" office:value-type="date" office:date-value="1903-05-18T13:26:24"',
      ),
    ),
    row('c', number('1234.56', '一千二百三十四．五六', 'table:style-name="c2"')),
  );
  expect(await sketches(body, styles.join(''))).toEqual([
    ['a | 1234.5600', 'b | 1234.56万元', 'c | 1234.56'],
  ]);
});

it('reads merges, repeated cells, and the blanks that lines are drawn around', async () => {
  const lines = style('c1', 'table-cell', '<style:table-cell-properties fo:border="0.5pt solid #000000"/>');
  const body = sheet(
    'a',
    '<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="c1"/><table:table-column table:number-columns-repeated="16381"/>',
    row(
      cell('a', 'table:number-columns-spanned="2" table:number-rows-spanned="1"'),
      covered(),
      'b',
      cell('', 'table:number-columns-repeated="16381"'),
    ),
    row(cell('c', 'table:number-columns-repeated="2"'), cell('')),
    `<table:table-row table:number-rows-repeated="2">${cell('', 'table:number-columns-repeated="3"')}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:style-name="none" table:number-columns-repeated="16384"/></table:table-row>',
  );
  expect(await sketches(body, lines)).toEqual([['a[1x2] | b', 'c | c | ', ' |  | ', ' |  | ']]);
});

it('tells hidden rows, columns and sheets, white letters, and texts with a line through them', async () => {
  const styles =
    style('t', 'table', '<style:table-properties table:display="false"/>') +
    style('w', 'table-cell', '<style:text-properties fo:color="#ffffff"/>') +
    style(
      'b',
      'table-cell',
      '<style:table-cell-properties fo:background-color="#1f4e79"/>',
      'style:parent-style-name="w"',
    ) +
    style('s', 'text', '<style:text-properties style:text-line-through-style="solid"/>');
  const body =
    sheet(
      'a',
      '<table:table-column/><table:table-column table:visibility="collapse"/>',
      row('a', 'b', cell('5<text:span text:style-name="s">7</text:span>')),
      `<table:table-row table:visibility="filter">${cell('c')}${cell('d')}${cell('e')}</table:table-row>`,
      row(cell('f', 'table:style-name="w"'), cell('g', 'table:style-name="b"'), 'h'),
    ) + sheet('b', row('x', 'y')).replace('table:name', 'table:style-name="t" table:name');
  const source = await readSheets(body, styles);
  const [grid] = gridsOf(source);
  expect(grid?.cells.map(({ text, hidden, doubt }) => [text, hidden ?? false, doubt])).toEqual([
    ['a', false, undefined],
    ['b', true, undefined],
    ['5', false, undefined],
    ['c', true, undefined],
    ['d', true, undefined],
    ['e', true, undefined],
    ['f', false, 'white letters on white'],
    ['g', true, undefined],
    ['h', false, undefined],
  ]);
  expect(source.pages.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(source.warnings.map(({ code }) => code).sort()).toEqual([
    'hidden_content',
    'hidden_content',
    'hidden_content',
    'text_left_out',
  ]);
});

it('leaves out remarks, values of other files and earlier states, reads what is printed around the cells', async () => {
  const remark = '<office:annotation><text:p>no</text:p></office:annotation>';
  const body =
    `<table:tracked-changes>${sheet('no', row('no', 'no'))}</table:tracked-changes>` +
    sheet(
      'a',
      row(`<table:table-cell>${remark}<text:p>a</text:p></table:table-cell>`, 'b'),
      row('c', '5'),
    ).replace('table:name', 'table:style-name="t" table:name') +
    sheet("'file:///b.ods'#$x", '<table:table-source xlink:href="b.ods"/>', row('no', 'no'));
  const master = `<style:master-page style:name="m"><style:header>${p('单位：万元')}${p('第<text:page-number>1</text:page-number>页')}</style:header></style:master-page>`;
  const source = await readSheets(body, style('t', 'table', '', 'style:master-page-name="m"'), {
    'styles.xml': stylesPart('', master),
  });
  expect(source.blocks).toMatchObject([
    { kind: 'paragraph', text: '单位：万元', role: 'caption' },
    { kind: 'grid', rows: 2, columns: 2 },
  ]);
});

it('tells boxes with texts, embedded objects, and a sheet that is only a picture', async () => {
  const frame = (content: string) => `<draw:frame svg:width="16cm" svg:height="12cm">${content}</draw:frame>`;
  const shapes = (content: string) => `<table:shapes>${content}</table:shapes>`;
  const body =
    sheet(
      'a',
      shapes(
        frame(`<draw:text-box>${p('box')}</draw:text-box>`) + frame('<draw:object xlink:href="./Object 1"/>'),
      ),
      row('a', 'b'),
      row('c', 'd'),
    ) + sheet('b', shapes(frame('<draw:image xlink:href="Pictures/1.png"/>')));
  const { warnings } = await readSheets(body);
  expect(warnings.map(({ code, place }) => [code, place])).toEqual([
    ['text_left_out', 'a'],
    ['picture_only', 'a'],
    ['picture_only', 'b'],
  ]);
});

it('tells that the styles are damaged', async () => {
  const { warnings } = await readSheets(sheet('a', row('a', 'b'), row('c', 'd')), '', {
    'styles.xml': '<a>',
  });
  expect(warnings).toMatchObject([{ code: 'sheet_failed', place: 'styles.xml' }]);
});

it('tells texts in a row and in none of its cells', async () => {
  const odd = row('a', 'b', '<table:table-zell><text:p>no</text:p></table:table-zell>');
  expect((await readSheets(sheet('a', odd, row('c', 'd')))).warnings.map(({ code }) => code)).toEqual([
    'sheet_failed',
  ]);
});

it('reads a workbook that is one text', async () => {
  const result = await parseDocument(
    Buffer.from(flat('spreadsheet', sheet('a', row('a', '5'), row('b', '6')))),
    { name: 'a.fods' },
  );
  expect(result).toMatchObject({ status: 'read', format: 'ods' });
  expect(result.status === 'read' && gridsOf(result.source).map(sketch)).toEqual([['a | 5', 'b | 6']]);
});

it('keeps its limits where cells, rows and merges are repeated without end', async () => {
  const rows = (times: number, ...cells: string[]) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells.join('')}</table:table-row>`;
  const error = (...content: string[]) =>
    errorOf(parseExcel, 'ods', openDocument('spreadsheet', sheet('a', ...content)));
  const wide = cell('a', 'table:number-columns-repeated="1000000000"');
  expect(await error(rows(1_000_000_000, wide))).toBe('too_large');
  const long = await readSheets(
    sheet('a', rows(1_000_000_000, cell('a'), cell('b'))),
    '',
    {},
    { maxRows: 100 },
  );
  expect(gridsOf(long)[0]).toMatchObject({ rows: 100, columns: 2 });
  expect(long.warnings.map(({ code }) => code)).toEqual(['too_large']);
  // Blank rows that nothing is drawn around take no room.
  const blank = rows(1_000_000, cell(''));
  const ended = sheet('a', row('a', '1'), row('b', '2'), blank, blank, blank);
  expect(gridsOf(await readSheets(ended, '', {}, { maxCells: 9_000 }))[0]).toMatchObject({ rows: 2 });
  const far = await sketches(
    sheet(
      'a',
      row(cell('a', 'table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"'), 'b'),
      row('c', 'd'),
    ),
  );
  expect(far).toEqual([['a | b', 'c | d']]);
});
