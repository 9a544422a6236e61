import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from 'xlsx';
import { processContext } from '../../src/cli/context.ts';
import { exportWorkbook } from '../../src/cli/export-workbook.ts';
import { examine } from '../../src/index.ts';
import { keepDecisions } from '../../src/warehouse/decide.ts';
import { csvLine, harmless, quoted } from '../../src/warehouse/export/csv.ts';
import { exportWarehouse } from '../../src/warehouse/export/export.ts';
import { copyTables } from '../../src/warehouse/export/parquet-copies.ts';
import { selectedRecords } from '../../src/warehouse/export/records.ts';
import { exportedTables } from '../../src/warehouse/export/tables.ts';
import { tableOf } from '../../src/warehouse/model/tables.ts';
import { root } from '../house/sources.ts';
import { refusals } from '../report/workbook/refusals.ts';
import { duckdbEngine, load, postgresEngine, withReader } from './engines.ts';
import { hostile, invented } from './invented.ts';

const postgres = await postgresEngine();
const engines = [duckdbEngine(), ...(postgres === null ? [] : [postgres])];
const out = mkdtempSync(join(tmpdir(), 'hedui-export-'));
afterAll(async () => {
  for (const engine of engines) await engine.stop();
  rmSync(out, { recursive: true, force: true });
});

describe.each(engines)('an export from $name', ({ place, name }) => {
  let at: string;
  const folder = join(out, name);
  beforeAll(async () => {
    at = await place();
    await load(at, [invented(1), invented(2), hostile()]);
  });
  const write = (format: 'csv' | 'parquet') =>
    withReader(at, (reader) => exportWarehouse(reader, join(folder, format), format, {}));

  test('as CSV has a header of stable names, plain figures, harmless texts and a dictionary', async () => {
    await write('csv');
    const [header, ...rows] = csvOf(readFileSync(join(folder, 'csv/indicators.csv'), 'utf8'));
    expect(header).toEqual(tableOf('indicators').columns.map((column) => column.name));
    expect(rows).toHaveLength(9);
    const cell = (row: string[], column: string) => row[header!.indexOf(column)];
    expect(rows.map((row) => cell(row, 'weight')).sort()).toContain('2');
    expect(rows.map((row) => cell(row, 'target_upper'))).toContain('-0.005');
    const [titles, ...filings] = csvOf(readFileSync(join(folder, 'csv/filings.csv'), 'utf8'));
    expect(filings.map((row) => row[titles!.indexOf('title')])).toContain(
      '\'=HYPERLINK("http://example.invalid")',
    );
    const [words, ...findings] = csvOf(readFileSync(join(folder, 'csv/findings.csv'), 'utf8'));
    for (const row of findings)
      expect(row[words!.indexOf('first_seen')]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(findings.length).toBeGreaterThan(0);
    const dictionary = csvOf(readFileSync(join(folder, 'csv/dictionary.csv'), 'utf8'));
    expect(dictionary).toHaveLength(1 + exportedTables().flatMap(({ columns }) => columns).length);
    expect(readFileSync(join(folder, 'csv/dictionary.md'), 'utf8')).toContain('## indicators');
  });

  test('as Parquet is partitioned by year, compressed with zstd and typed', async () => {
    const exported = await write('parquet');
    const parts = readdirSync(join(folder, 'parquet/indicators'));
    expect(parts.every((part) => part.startsWith('year='))).toBe(true);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    const all = `'${join(folder, 'parquet/indicators/*/*.parquet')}'`;
    expect(
      await rows(`SELECT count(*)::INTEGER, min(typeof(target_value)) FROM read_parquet(${all})`),
    ).toEqual([[exported.get('indicators'), 'DECIMAL(30,10)']]);
    expect(await rows(`SELECT DISTINCT compression FROM parquet_metadata(${all})`)).toEqual([['ZSTD']]);
    const [filing] = invented(1).filings;
    expect(
      await rows(
        `SELECT count(*)::INTEGER FROM read_parquet(${all}) WHERE filing_id = '${filing!.filing_id}' AND year = ${filing!.year}`,
      ),
    ).toEqual([[3]]);
    connection.closeSync();
    instance.closeSync();
  });

  test('as Parquet has files for tables without rows too, which the same query reads', async () => {
    const none = join(folder, 'none');
    const exported = await withReader(at, (reader) =>
      exportWarehouse(reader, none, 'parquet', { year: 1949 }),
    );
    expect(exported.get('indicators')).toBe(0);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    for (const { name } of exportedTables()) {
      const sql = `SELECT count(*)::INTEGER FROM read_parquet('${none}/${name}/**/*.parquet')`;
      const [[count]] = (await connection.runAndReadAll(sql)).getRowsJson() as [[number]];
      expect([name, count]).toEqual([name, exported.get(name)]);
    }
    const typed = `SELECT typeof(t) FROM (SELECT max(target_value) t FROM read_parquet('${none}/indicators/*/*.parquet') WHERE year = 1949)`;
    expect((await connection.runAndReadAll(typed)).getRowsJson()).toEqual([['DECIMAL(30,10)']]);
    connection.closeSync();
    instance.closeSync();
  });

  test('as Parquet holds every row once, in however many shares it is copied', async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '3' });
    const connection = await instance.connect();
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    await connection.run(
      'CREATE TABLE filings AS SELECT i::VARCHAR AS filing_id, (2020 + i % 3)::INTEGER AS year FROM range(100) r(i)',
    );
    const shares = join(folder, 'shares');
    const tables = [tableOf('filings')];
    const exported = await copyTables(
      () => instance.connect(),
      tables,
      () => 'year > 2020',
      shares,
      7,
    );
    const all = `read_parquet('${shares}/filings/*/*.parquet')`;
    const [[files, count, distinct]] = (await rows(
      `SELECT count(DISTINCT filename)::INTEGER, count(*)::INTEGER, count(DISTINCT filing_id)::INTEGER FROM read_parquet('${shares}/filings/*/*.parquet', filename = true)`,
    )) as [[number, number, number]];
    expect([files, count, distinct]).toEqual([6, 66, 66]);
    expect(exported.get('filings')).toBe(66);
    expect(await rows(`SELECT DISTINCT year::INTEGER FROM ${all} ORDER BY 1`)).toEqual([[2021], [2022]]);
    expect(await rows(`SELECT current_setting('threads')::INTEGER`)).not.toEqual([[1]]);
    connection.closeSync();
    instance.closeSync();
  });

  test('as a workbook has figures as numbers, every text as text and nothing that Excel refuses', async () => {
    const told: string[] = [];
    const context = { ...processContext('zh'), tell: (line: string) => void told.push(line) };
    await withReader(at, (reader) =>
      exportWorkbook(reader, join(folder, 'xlsx'), { severity: 'error' }, undefined, context),
    );
    const bytes = readFileSync(join(folder, 'xlsx/hedui.xlsx'));
    expect(refusals(bytes)).toEqual([]);
    const book = read(bytes, { cellFormula: true });
    expect(book.SheetNames).toEqual(['概览', '问题', '依据', '核对范围', '表单', '文件', '指标', '金额']);
    const cells = book.SheetNames.flatMap((sheet) =>
      Object.entries(book.Sheets[sheet]!).filter(([ref]) => !ref.startsWith('!')),
    ).map(([, cell]) => cell as { t: string; v: unknown; f?: string });
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(cells).toContainEqual(
      expect.objectContaining({ t: 's', v: '=HYPERLINK("http://example.invalid")' }),
    );
    expect(cells).toContainEqual(expect.objectContaining({ t: 'n', v: 6951.77 }));
    const overview = Object.values(book.Sheets.概览!).map((cell) => (cell as { v?: unknown }).v);
    expect(overview.filter((value) => value === '全部')).toEqual([]);
    const severities = Object.entries(book.Sheets.问题!).filter(([ref]) => /^A\d+$/.test(ref));
    expect(new Set(severities.slice(1).map(([, cell]) => (cell as { v: string }).v))).toEqual(
      new Set(['错误']),
    );
    // The invented filings name a table that was not kept.
    expect(told).toEqual([expect.stringContaining('另有 3 份表没有单列工作表')]);
  });

  test('has the tables of a document as they were seen, and what a reviewer decided', async () => {
    const path = 'samples/project-targets-transposed-total.docx';
    const examination = await examine(readFileSync(join(root, path)), { path });
    const own = await place();
    await load(own, [examination]);
    const finding_id = examination.findings[0]!.finding_id;
    const dismissal = { finding_id, decision: 'dismiss', reason: "附注'已说明", by: '李审' } as const;
    const unknown = { finding_id: 'nothing', decision: 'confirm', at: '2031-03-02' } as const;
    expect(await keepDecisions(own, [dismissal, unknown])).toEqual({ written: 2, known: 0, unmatched: 1 });
    expect(await keepDecisions(own, [dismissal, unknown])).toEqual({ written: 0, known: 2, unmatched: 1 });
    await withReader(own, async (reader) => {
      const { grids, states } = await selectedRecords(reader, {});
      expect(await grids(examination.document.document_id)).toEqual(examination.grids);
      expect((await states()).get(finding_id)).toEqual({
        decision: 'dismiss',
        reason: "附注'已说明",
        by: '李审',
        firstSeen: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
    });
  });
});

describe('CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
    '\rx',
    ' =1',
    '\u200b=1',
    '\ufeff@x',
  ])('makes %j harmless', (text) => expect(harmless(text)).toBe(`'${text}`));

  test.each(['', '1-2', 'a=b', '（1）', '10.5', '无', '=', '>=', '-'])('leaves %j as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  test('is read back as it was written, whatever a text holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        expect(csvOf(`${texts.map(quoted).join(',')}\r\n`)).toEqual([texts]);
      }),
    );
  });

  test('tells an empty text from none, and leaves no zeros behind a figure', () => {
    const columns = [
      { name: 'a', type: 'text' },
      { name: 'b', type: 'text' },
      { name: 'c', type: 'decimal' },
      { name: 'd', type: 'decimal' },
    ].map((column) => ({ ...column, nullable: true, optional: false, oneOf: null, comment: '', path: null }));
    expect(csvLine({ columns: columns as never }, ['', null, '-12.5000000000', '300.0000000000'])).toBe(
      '"",,-12.5,300\r\n',
    );
  });
});

/** RFC 4180, without looking at what writes it. */
function csvOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else for (; text[at] !== ',' && text[at] !== '\r'; at += 1) cell += text[at];
    row.push(cell);
    if (text[at] === '\r') {
      rows.push(row);
      row = [];
      at += 2;
    } else at += 1;
  }
  return rows;
}
