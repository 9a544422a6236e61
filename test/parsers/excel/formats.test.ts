import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { parseDocument } from '../../../parsers/index.ts';
import { cellAt, gridsOf, onlyGrid, paragraphsOf, read, textsOf } from './package.ts';

/** A form with a merged label, a fraction, a text that looks like a formula and a hidden row, as SheetJS writes it. */
function written(bookType: XLSX.BookType): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['项目支出绩效目标表'],
    ['指标', '目标值', '执行率'],
    ['养护里程', '=3人', { t: 'n', v: 0.998, z: '0.0%' }],
    [null, '≥95%', { t: 'n', v: 24216.22, z: '#,##0.00' }],
    ['合计', null, { t: 'n', v: 30, f: 'SUM(C3:C4)' }],
  ]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 3, c: 0 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '目标表');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['甲', '乙']]), '底稿');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return XLSX.write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer;
}

describe.each([
  ['xlsx', 'xlsx', 'form.xlsx'],
  ['xlsm', 'xlsx', 'form.xlsm'],
  ['xlsb', 'xlsb', 'form.xlsb'],
  ['biff8', 'xls', 'form.xls'],
  ['biff8', 'et', 'form.et'],
  ['xlml', 'xml_spreadsheet', 'form.xls'],
] as [XLSX.BookType, string, string][])('a workbook written as %s', (bookType, format, name) => {
  it(`is read as ${format}, with texts, values, formats, formulas and spans`, async () => {
    const source = await read(written(bookType), name);
    expect(source.format).toBe(format);
    expect(paragraphsOf(source).map((block) => block.text)).toEqual(['项目支出绩效目标表']);
    const grid = gridsOf(source)[0];
    if (grid === undefined) throw new Error('no grid');
    expect(textsOf(grid)).toEqual([
      '指标 | 目标值 | 执行率',
      '养护里程 | =3人 | 99.8%',
      '≥95% | 24,216.22',
      '合计 |  | 30',
    ]);
    expect(cellAt(grid, 1, 0)).toMatchObject({ rowSpan: 2, location: { ref: 'A3:A4', sheet: '目标表' } });
    expect(cellAt(grid, 1, 2)).toMatchObject({ value: 0.998, numberFormat: '0.0%' });
    expect(cellAt(grid, 3, 2).value).toBe(30);
    // SheetJS writes no formulas into the binary formats.
    const binary = format !== 'xlsx' && format !== 'xml_spreadsheet';
    expect(cellAt(grid, 3, 2).formula).toBe(binary ? undefined : 'SUM(C3:C4)');
  });

  it('marks its hidden row and sheet', async () => {
    const source = await read(written(bookType), name);
    expect(source.pages.map((page) => page.hidden)).toEqual([false, true]);
    // SheetJS does not write hidden rows into .xls.
    if (bookType === 'biff8') return;
    const hidden = gridsOf(source)[0]
      ?.cells.filter((cell) => cell.hidden)
      .map((cell) => cell.text);
    expect(hidden).toEqual(['≥95%', '24,216.22']);
    expect(source.warnings.map((warning) => warning.code)).toEqual(['hidden_content', 'hidden_content']);
  });
});

const spreadsheet = (
  table: string,
  styles = '',
) => `<?xml version="1.0" encoding="gb2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles>${styles}</Styles><Worksheet ss:Name="申报表"><Table>${table}</Table></Worksheet></Workbook>`;
const text = (value: string, more = '') => `<Cell${more}><Data ss:Type="String">${value}</Data></Cell>`;

describe('XML Spreadsheet 2003', () => {
  it('keeps the columns right of a merged cell without an end tag', async () => {
    const table = `<Row>${text('指标')}${text('说明')}${text('备注')}${text('权重')}</Row><Row>${text('里程')}<Cell ss:MergeAcross="1"/>${text('20')}</Row>`;
    const grid = onlyGrid(await read(Buffer.from(spreadsheet(table)), 'form.xls'));
    expect(textsOf(grid)).toEqual(['指标 | 说明 | 备注 | 权重', '里程 |  | 20']);
    expect(cellAt(grid, 1, 1).columnSpan).toBe(2);
  });

  it('keeps a text whole in a cell that says it holds a number, and sections of plain text', async () => {
    const number = (value: string) => `<Cell><Data ss:Type="Number">${value}</Data></Cell>`;
    const table = `<Row>${text('指标')}${text('数')}</Row><Row>${text('<![CDATA[甲<5]]>')}${number('12,345')}</Row><Row>${text('乙')}${number('7')}</Row>`;
    const grid = onlyGrid(await read(Buffer.from(spreadsheet(table)), 'form.xls'));
    expect(textsOf(grid)).toEqual(['指标 | 数', '甲<5 | 12,345', '乙 | 7']);
    expect(cellAt(grid, 2, 1).value).toBe(7);
  });

  it('gives two sheets of one name each their own cells', async () => {
    const sheet = (word: string) => spreadsheet(`<Row>${text(word)}${text('数')}</Row>`);
    const [second] = /<Worksheet[\s\S]*<\/Worksheet>/.exec(sheet('乙')) ?? [];
    const bytes = Buffer.from(sheet('甲').replace('</Workbook>', `${second}</Workbook>`));
    expect(gridsOf(await read(bytes, 'form.xls')).map(textsOf)).toEqual([['甲 | 数'], ['乙 | 数']]);
  });

  it('does not cut a form at a blank row inside its lines', async () => {
    const style =
      '<Style ss:ID="s1"><Borders><Border ss:Position="Left" ss:LineStyle="Continuous"/><Border ss:Position="Top" ss:LineStyle="Continuous"/></Borders></Style>';
    const blank = '<Row><Cell ss:StyleID="s1"/><Cell ss:StyleID="s1"/></Row>';
    const row = `<Row>${text('甲', ' ss:StyleID="s1"')}${text('乙', ' ss:StyleID="s1"')}</Row>`;
    expect(onlyGrid(await read(Buffer.from(spreadsheet(row + blank + row, style)))).rows).toBe(3);
    expect(gridsOf(await read(Buffer.from(spreadsheet(row + blank + row))))).toHaveLength(2);
  });
});

describe('delimited text', () => {
  const table = '指标,目标值,权重\n养护里程,"≥120公里，\n含支路",20\n"说""明""",,30\n';
  const gb = Buffer.from('d6b8b1ea2cc4bfb1ead6b50ac0efb3cc2c31320a', 'hex');

  it('is read as UTF-8, with or without its mark, and as UTF-16', async () => {
    const expected = ['指标 | 目标值 | 权重', '养护里程 | ≥120公里，\n含支路 | 20', '说"明" |  | 30'];
    const encodings = [
      Buffer.from(table),
      Buffer.from(`\ufeff${table}`),
      Buffer.from(`\ufeff${table}`, 'utf16le'),
    ];
    for (const bytes of encodings) {
      const source = await read(bytes, 'form.csv');
      expect(source.format).toBe('csv');
      expect(textsOf(onlyGrid(source))).toEqual(expected);
    }
  });

  it('is read with a damaged byte in it, which shows', async () => {
    const long = Buffer.concat([...Array<Buffer>(60).fill(gb), Buffer.from([0xff, 0x0a])]);
    expect(textsOf(onlyGrid(await read(long, 'form.csv')))[0]).toBe('指标 | 目标值');
    const broken = Buffer.concat([gb, ...Array<Buffer>(60).fill(Buffer.from([0xff, 0x0a]))]);
    expect(await parseDocument(broken, { name: 'form.csv' })).toMatchObject({ status: 'failed' });
  });

  it('is read as GB18030 where it is not UTF-8', async () => {
    expect(textsOf(onlyGrid(await read(gb, 'form.csv')))).toEqual(['指标 | 目标值', '里程 | 12']);
  });

  it.each([',', ';', '\t'])('finds the delimiter %j', async (delimiter) => {
    const lines =
      ['指标', '权重'].join(delimiter) +
      '\r\n' +
      ['里程，含支路', '1,5'.replaceAll(delimiter, '.')].join(delimiter);
    const grid = onlyGrid(await read(Buffer.from(lines), 'form.csv'));
    expect(grid.columns).toBe(2);
    expect(cellAt(grid, 1, 0).text).toBe('里程，含支路');
  });

  it('keeps every field as it stands', async () => {
    const grid = onlyGrid(await read(Buffer.from('编码,日期,数\n0012,2023/1/2,1e5\n'), 'form.csv'));
    expect(textsOf(grid)[1]).toBe('0012 | 2023/1/2 | 1e5');
  });

  it('cuts only at blank lines', async () => {
    const source = await read(
      Buffer.from('目标表,,\n\n指标,,权重\n里程,,20\n,,\n甲,,乙\n丙,,丁\n'),
      'form.csv',
    );
    expect(gridsOf(source).map(textsOf)).toEqual([
      ['指标 |  | 权重', '里程 |  | 20'],
      ['甲 |  | 乙', '丙 |  | 丁'],
    ]);
    expect(paragraphsOf(source)).toMatchObject([{ text: '目标表', role: 'heading' }]);
  });
});

describe('bad input', () => {
  it('that is cut off is corrupt', async () => {
    const bytes = written('xlsx');
    expect(await parseDocument(bytes.subarray(0, bytes.length / 2), { name: 'form.xlsx' })).toMatchObject({
      status: 'failed',
      format: 'xlsx',
      error: { code: 'corrupt' },
    });
  });

  it('whose bytes are not those that were packed is corrupt, or names the sheet', async () => {
    const bytes = written('xlsx');
    /** Changes the checksum that the directory gives of a part. */
    const changed = (part: string) => {
      const copy = Buffer.from(bytes);
      const at = copy.lastIndexOf(part) - 46;
      copy.writeUInt8(copy.readUInt8(at + 16) ^ 1, at + 16);
      return copy;
    };
    expect(await parseDocument(changed('xl/styles.xml'), { name: 'form.xlsx' })).toMatchObject({
      status: 'failed',
      error: { code: 'corrupt', place: 'xl/styles.xml' },
    });
    const source = await read(changed('xl/worksheets/sheet1.xml'));
    expect(source.warnings.map(({ code, place }) => [code, place])).toEqual([
      ['hidden_content', '底稿'],
      ['sheet_failed', '目标表'],
    ]);
  });

  it('with a formula longer than its record is corrupt, and does not go on for ever', async () => {
    const record = Buffer.alloc(4 + 22);
    record.writeUInt16LE(6, 0);
    record.writeUInt16LE(22, 2);
    record.writeUInt16LE(82, 4 + 20);
    const file = XLSX.CFB.read(written('biff8'), { type: 'buffer' });
    const stream = XLSX.CFB.find(file, '/Workbook');
    const content = Buffer.from(stream.content);
    const beginning = content.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]), 8) + 20;
    stream.content = Buffer.concat([content.subarray(0, beginning), record, content.subarray(beginning)]);
    stream.size = stream.content.length;
    const bytes = XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
    expect(await parseDocument(bytes, { name: 'form.xls' })).toMatchObject({
      status: 'failed',
      error: { code: 'corrupt' },
    });
  });

  it('with a formula that SheetJS cannot spell keeps the cells and its result', async () => {
    const [tokens, value] = [[0x18, 0x02, 0, 0, 0, 0], Buffer.alloc(8)];
    value.writeDoubleLE(86.5);
    const body = [4, 0, 1, 0, 0, 0, ...value, 0, 0, 0, 0, 0, 0, tokens.length, 0, ...tokens];
    const record = Buffer.from([0x06, 0, body.length, 0, ...body]);
    const file = XLSX.CFB.read(written('biff8'), { type: 'buffer' });
    const stream = XLSX.CFB.find(file, '/Workbook');
    const content = Buffer.from(stream.content);
    const beginning = content.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]), 8);
    const end = content.indexOf(Buffer.from([0x0a, 0, 0, 0]), beginning);
    stream.content = Buffer.concat([content.subarray(0, end), record, content.subarray(end)]);
    stream.size = stream.content.length;
    const bytes = XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
    const texts = gridsOf(await read(bytes, 'form.xls')).flatMap(({ cells }) =>
      cells.map(({ text }) => text),
    );
    expect(texts).toContain('86.5');
    expect(texts).toContain('养护里程');
  });

  it.each([
    ['label of Excel 2', 0x09, 0x04, 0],
    ['label of Excel 3', 0x209, 0x204, 7],
    ['text of a formula of Excel 2', 0x09, 0x07, 0],
    ['formula of Excel 4', 0x409, 0x406, 17],
    ['array of Excel 4', 0x409, 0x221, 9],
    ['shared formula', 0x809, 0x4bc, 9],
  ])(
    'with a %s that ends before it says how long it is, is corrupt, and does not go on for ever',
    async (_, version, type, length) => {
      const record = (kind: number, bytes: number) => {
        const whole = Buffer.alloc(4 + bytes);
        whole.writeUInt16LE(kind, 0);
        whole.writeUInt16LE(bytes, 2);
        return whole;
      };
      const sheet = record(version, 6);
      sheet.writeUInt16LE(0x10, 6);
      const bytes = Buffer.concat([sheet, record(type, length), record(0x0a, 0)]);
      expect(await parseDocument(bytes, { name: 'form.xls' })).toMatchObject({
        status: 'failed',
        format: 'xls',
        error: { code: 'corrupt' },
      });
    },
  );

  it('of a damaged .xls is corrupt, not a throw', async () => {
    const bytes = Buffer.from(written('biff8'));
    bytes.fill(0x5a, 1024, 2048);
    const result = await parseDocument(bytes, { name: 'form.xls' });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'corrupt' } });
  });

  it('behind a password says so', async () => {
    const file = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(64));
    XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096));
    const bytes = XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
    expect(await parseDocument(bytes, { name: 'form.xlsx' })).toMatchObject({
      status: 'failed',
      format: 'xlsx',
      error: { code: 'encrypted' },
    });
  });
});
