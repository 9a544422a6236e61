import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { parseDocument } from '../../../parsers/index.ts';
import { readZipDirectory, unzipEntry } from '../../../parsers/zip.ts';
import { cellAt, gridsOf, merges, onlyGrid, packageOf, read, rowsOf, textsOf, zip } from './package.ts';

const form = [
  ['指标', '目标值', '权重'],
  ['养护里程', '≥120公里', 20],
  ['完成率', '100%', 30],
];
const codes = (source: { warnings: { code: string }[] }) => source.warnings.map((warning) => warning.code);

describe('hidden parts', () => {
  it('are read and marked: a row', async () => {
    const rows = rowsOf(form).replace('<row r="2">', '<row r="2" hidden="1">');
    const source = await read(packageOf([{ rows }]));
    expect(
      onlyGrid(source)
        .cells.filter((cell) => cell.hidden)
        .map((cell) => cell.text),
    ).toEqual(['养护里程', '≥120公里', '20']);
    expect(source.warnings).toMatchObject([{ code: 'hidden_content', place: '表1' }]);
  });

  it('are read and marked: columns', async () => {
    const before = '<cols><col min="3" max="16384" width="9" hidden="1"/></cols>';
    const source = await read(packageOf([{ rows: rowsOf(form), before }]));
    expect(
      onlyGrid(source)
        .cells.filter((cell) => cell.hidden)
        .map((cell) => cell.text),
    ).toEqual(['权重', '20', '30']);
    expect(codes(source)).toEqual(['hidden_content']);
  });

  it('are read and marked: sheets', async () => {
    const source = await read(
      packageOf([{ rows: rowsOf(form) }, { name: '底稿', rows: rowsOf(form), state: 'veryHidden' }]),
    );
    expect(source.pages.map((page) => page.hidden)).toEqual([false, true]);
    expect(gridsOf(source)[1]?.cells.every((cell) => cell.hidden)).toBe(true);
    expect(source.warnings).toMatchObject([{ code: 'hidden_content', place: '底稿' }]);
  });

  it('say nothing where nothing stands in them', async () => {
    const rows = `${rowsOf(form)}<row r="4" hidden="1"/>`;
    const before = '<cols><col min="9" max="9" width="9" hidden="1"/></cols>';
    expect(
      (
        await read(
          packageOf([
            { rows, before },
            { name: '空', rows: '', state: 'hidden' },
          ]),
        )
      ).warnings,
    ).toEqual([]);
  });
});

describe('sheets', () => {
  it('are read under names that objects already know', async () => {
    const names = ['__proto__', 'constructor', 'toString', '!ref'];
    const sheets = names.map((name) => ({
      name,
      rows: rowsOf([
        ['表', name],
        ['甲', 1],
      ]),
    }));
    const source = await read(packageOf(sheets));
    expect(gridsOf(source).map((grid) => [grid.parts[0]?.sheet, cellAt(grid, 0, 1).text])).toEqual(
      names.map((name) => [name, name]),
    );
    expect(({} as Record<string, unknown>)['!data']).toBeUndefined();
  });

  it('that cannot be read are named, and the others kept', async () => {
    const lost = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>';
    const source = await read(
      packageOf([
        { name: '坏表', rows: lost },
        { name: '好表', rows: rowsOf(form) },
      ]),
    );
    expect(source.warnings).toMatchObject([{ code: 'sheet_failed', place: '坏表' }]);
    expect(source.pages.map((page) => page.name)).toEqual(['坏表', '好表']);
    expect(textsOf(onlyGrid(source))[0]).toBe('指标 | 目标值 | 权重');
  });

  it('that are cut off or hold no bytes are named, and never taken for sheets without cells', async () => {
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      for (const share of [0.5, 0.001]) {
        const source = await read(withPart(form, part, (bytes) => bytes.subarray(0, bytes.length * share)));
        expect(source.warnings).toMatchObject([{ code: 'sheet_failed' }]);
        expect(source.pages).toHaveLength(2);
      }
    }
  });

  it('in UTF-16 are read as those in UTF-8', async () => {
    const wide = (bytes: Buffer) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le');
    const source = await read(withPart(form, 'xl/worksheets/sheet1.xml', wide));
    expect(source.blocks).toEqual((await read(withPart(form, 'xl/worksheets/sheet1.xml', (b) => b))).blocks);
  });

  it('named __proto__ that cannot be read are named too', async () => {
    const lost = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>';
    const source = await read(packageOf([{ name: '__proto__', rows: lost }]));
    expect(source.warnings).toMatchObject([{ code: 'sheet_failed', place: '__proto__' }]);
  });

  it('that hold only a picture say so', async () => {
    const sheet = {
      name: '扫描件',
      rows: '',
      after: '<drawing r:id="rId1"/>',
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
        'xl/drawings/drawing1.xml':
          '<xdr:wsDr><xdr:pic><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></xdr:wsDr>',
      },
    };
    expect((await read(packageOf([sheet]))).warnings).toMatchObject([
      { code: 'picture_only', place: '扫描件' },
    ]);
    const beside = { ...sheet, rows: rowsOf(form) };
    expect((await read(packageOf([beside]))).warnings).toEqual([]);
  });

  it('are read by their cells, whatever range they claim', async () => {
    const before = '<dimension ref="A1:XFD1048576"/>';
    const far = '<row r="1048576"><c r="XFD1048576" s="1" t="inlineStr"><is><t>远</t></is></c></row>';
    const source = await read(packageOf([{ before, rows: rowsOf(form) + far }]));
    expect(gridsOf(source)).toHaveLength(1);
    expect(source.blocks[1]).toMatchObject({
      kind: 'paragraph',
      text: '远',
      location: { ref: 'XFD1048576' },
    });
  });

  it('are read where a link covers the whole sheet', async () => {
    const after = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="表1!A1"/></hyperlinks>';
    expect(onlyGrid(await read(packageOf([{ rows: rowsOf(form), after }]))).rows).toBe(3);
  });

  it('without any table give what they have', async () => {
    const source = await read(packageOf([{ rows: rowsOf([['今年没有项目。']], 1, 0) }]));
    expect(source.blocks).toMatchObject([{ kind: 'paragraph', text: '今年没有项目。', role: 'body' }]);
  });
});

describe('limits', () => {
  it('cut a grid at its last row and column, and say so', async () => {
    const source = await read(packageOf([{ rows: rowsOf(form) }]), 'form.xlsx', {
      maxRows: 2,
      maxColumns: 2,
    });
    expect(textsOf(onlyGrid(source))).toEqual(['指标 | 目标值', '养护里程 | ≥120公里']);
    expect(codes(source)).toEqual(['too_large', 'too_large']);
  });

  it('cut a grid at its most cells, spans included', async () => {
    const after = merges('A1:A3');
    const source = await read(packageOf([{ rows: rowsOf(form), after }]), 'form.xlsx', { maxCells: 6 });
    expect(onlyGrid(source)).toMatchObject({ rows: 2, columns: 3 });
    expect(cellAt(onlyGrid(source), 0, 0).rowSpan).toBe(2);
    expect(codes(source)).toEqual(['too_large', 'text_left_out']);
  });

  it('leave sheets beyond the last one out, and say so', async () => {
    const source = await read(packageOf([{ rows: rowsOf(form) }, { rows: rowsOf(form) }]), 'form.xlsx', {
      maxPages: 1,
    });
    expect(source.pages).toHaveLength(1);
    expect(codes(source)).toEqual(['too_large']);
  });

  it('stop a package that declares too much, and one that lies about it', async () => {
    const bytes = packageOf([{ rows: rowsOf(form) }]);
    const declared = await parseDocument(bytes, { name: 'form.xlsx', limits: { maxUnpackedBytes: 1_000 } });
    expect(declared).toMatchObject({ status: 'failed', format: 'xlsx', error: { code: 'too_large' } });
    const lying = Buffer.from(bytes);
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
      lying.writeUInt32LE(1, at + 24);
    const found = await parseDocument(lying, { name: 'form.xlsx', limits: { maxUnpackedBytes: 1_000 } });
    expect(found).toMatchObject({ status: 'failed', format: 'xlsx', error: { code: 'too_large' } });
  });
});

describe('SheetJS', () => {
  it('is the version without CVE-2023-30533 and CVE-2024-22363', () => {
    expect(XLSX.version).toBe('0.20.3');
  });
});

/** A workbook of two sheets with the form, one part of it changed. */
function withPart(rows: Parameters<typeof rowsOf>[0], name: string, change: (part: Buffer) => Buffer) {
  const bytes = packageOf([{ rows: rowsOf(rows) }, { rows: rowsOf(rows) }]);
  const parts = readZipDirectory(bytes)!.map((entry) => {
    const part = Buffer.from(unzipEntry(bytes, entry, 1e6) as Uint8Array);
    return [entry.name, entry.name === name ? change(part) : part] as const;
  });
  return zip(Object.fromEntries(parts));
}
