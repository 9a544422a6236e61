import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Examination } from '../../schemas/index.ts';
import { exportWarehouse } from '../../src/warehouse/export/export.ts';
import { openSink } from '../../src/warehouse/location.ts';
import { storedOf } from '../../src/warehouse/sink.ts';
import { jsonLinesOf } from '../cli/run.ts';
import { textOf } from '../house/sources.ts';
import { amount } from '../reconcile/records.ts';
import { ask, duckdbEngine, dump, load, postgresEngine, type TestEngine, withReader } from './engines.ts';
import { between, hostile, invented, samples, unreadable } from './invented.ts';

const postgres = await postgresEngine();
const engines: TestEngine[] = [duckdbEngine(), ...(postgres === null ? [] : [postgres])];
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

let documents: Examination[];
beforeAll(async () => {
  documents = [...(await samples()), hostile(), unreadable('archive/torn.pdf')];
});

describe.each(engines)('a warehouse in $name', ({ place, name }) => {
  test('gives back every record as it was read', async () => {
    const at = await place();
    await load(at, documents);
    const exported = await exportedRecords(at);
    for (const [file, records] of Object.entries(recordsOf(documents)))
      expect(sorted(exported[file]!), file).toEqual(sorted(records));
  });

  test('tells what was watched within the year by its title or by the head of what was spent', async () => {
    const at = await place();
    const whole = invented(3);
    const [form] = whole.filings;
    const forms = ['部门自评表', '中期绩效评估表', '运行监控表'].map((title, n) => ({
      ...form!,
      filing_id: `${form!.filing_id}-${n}`,
      ordinal: n,
      title,
      form_type: 'project_self_evaluation' as const,
    }));
    const amounts = ['全年执行数', '1-6月执行数', '执行数'].map((label, n) => ({
      ...amount({ item: '年度资金总额', value: 12 }),
      filing_id: forms[n]!.filing_id,
      document_id: form!.document_id,
      measure: 'executed' as const,
      column_label: label,
    }));
    await load(at, [{ ...whole, filings: forms, amounts, indicators: [], texts: [], findings: [] }]);
    const rows = await ask(at, 'SELECT title, stage FROM v_filings ORDER BY filing_id');
    expect(rows.map((row) => Object.values(row)[1])).toEqual(['evaluation', 'monitoring', 'monitoring']);
  });

  test('is not changed by the same documents once more, not by one row', async () => {
    const at = await place();
    await load(at, documents, { findings: [between('x', documents[0]!, documents[1]!)] });
    const before = await dump(at);
    const loaded = await load(at, documents, { findings: [between('x', documents[0]!, documents[1]!)] });
    expect(loaded).toMatchObject({ written: 0, unchanged: documents.length, gone: 0 });
    expect(await dump(at)).toEqual(before);
  });

  test('changes only the rows of a file that was edited', async () => {
    const at = await place();
    await load(at, [invented(1), invented(2)]);
    const before = await dump(at);
    expect(await load(at, [invented(1), invented(2, 1)])).toMatchObject({
      written: 1,
      unchanged: 1,
      gone: 1,
    });
    const after = await dump(at);
    const kept = invented(1).document.document_id;
    for (const table of ['filings', 'indicators', 'findings', 'evidence', 'documents'])
      expect(rowsWith(after[table]!, kept), table).toEqual(rowsWith(before[table]!, kept));
    const former = invented(2).document.document_id;
    for (const table of ['filings', 'indicators']) expect(rowsWith(after[table]!, former)).toEqual([]);
    const standing = await ask(
      at,
      `SELECT document_id FROM findings WHERE standing GROUP BY document_id ORDER BY 1`,
    );
    expect(standing.flat().sort()).toEqual([kept, invented(2, 1).document.document_id].sort());
    const gone = await ask(at, 'SELECT document_id FROM documents WHERE gone_since IS NOT NULL');
    expect(gone).toEqual([[former]]);
  });

  test('takes a document back that had gone', async () => {
    const at = await place();
    await load(at, [invented(1)]);
    await load(at, [invented(1, 1)]);
    await load(at, [invented(1)]);
    const rows = await ask(at, 'SELECT document_id, gone_since IS NULL FROM documents ORDER BY 2');
    expect(rows.map(([id, stands]) => [id, stands?.startsWith('t')])).toEqual([
      [invented(1, 1).document.document_id, false],
      [invented(1).document.document_id, true],
    ]);
    expect(await ask(at, 'SELECT count(*) FROM indicators')).toEqual([['3']]);
  });

  test('keeps one set of records for the same bytes in two places', async () => {
    const at = await place();
    const copy = { ...invented(1), document: { ...invented(1).document, path: 'archive/copy.xlsx' } };
    await load(at, [invented(1), copy]);
    expect(await ask(at, 'SELECT count(*) FROM indicators')).toEqual([['3']]);
    const { documents: lines } = await exportedRecords(at);
    expect(lines!.map((line) => (line as { path: string }).path)).toEqual([
      'archive/1.xlsx',
      'archive/copy.xlsx',
    ]);
    await load(at, [copy], { roots: ['archive'] });
    expect(await ask(at, 'SELECT path FROM files')).toEqual([['archive/copy.xlsx']]);
    expect(await ask(at, 'SELECT count(*) FROM indicators')).toEqual([['3']]);
  });

  test('marks what left the folders of a run, and misses nothing below what could not be read', async () => {
    const at = await place();
    await load(at, [invented(1), invented(2), invented(3)], { roots: ['archive/'] });
    expect(await load(at, [], { roots: ['archive/'] })).toMatchObject({ gone: 0 });
    expect(await load(at, [unreadable('archive')], { roots: ['archive/'] })).toMatchObject({ gone: 0 });
    expect(await load(at, [invented(1)], { roots: ['elsewhere'] })).toMatchObject({ gone: 0 });
    expect(await load(at, [invented(1), invented(3)], { roots: ['archive/'] })).toMatchObject({ gone: 1 });
    expect(await ask(at, 'SELECT count(*) FROM filings')).toEqual([['2']]);
  });

  test('says since when a finding is known, and keeps it when it is gone', async () => {
    const at = await place();
    const [first, later] = [new Date('2024-01-01T00:00:00Z'), new Date('2024-06-01T00:00:00Z')];
    const whole = invented(1);
    const [kept, dropped] = whole.findings;
    await load(at, [whole], { startedAt: first });
    await load(at, [{ ...whole, findings: [{ ...kept!, severity: 'info' }] }], { startedAt: later });
    const rows = await ask(
      at,
      `SELECT finding_id, severity, CAST(standing AS VARCHAR), CAST(extract(month FROM first_seen) AS integer), CAST(extract(month FROM last_seen) AS integer) FROM findings`,
    );
    expect(rows.sort()).toEqual(
      [
        [kept!.finding_id, 'info', 'true', '1', '6'],
        [dropped!.finding_id, dropped!.severity, 'false', '1', '1'],
      ].sort(),
    );
  });

  test('has what was checked between documents beside what was checked within them, as the last run found it', async () => {
    const at = await place();
    const [a, b, c] = [invented(1), invented(2), invented(3)];
    const row = ({ filings: [form] }: Examination, rule: string, consistent: number) => ({
      ...{ filing_id: form!.filing_id, rule, applicable: consistent, consistent },
      ...{ explained: 0, violated: 0, not_evaluated: 0, reasons: {} },
    });
    const coverage = [row(a, 'XDOC-03', 4), row(b, 'XDOC-03', 2), row(a, 'XDOC-09', 1)];
    const sql = `SELECT c.document_id, c.rule, c.consistent FROM coverage c WHERE c.rule LIKE 'XDOC%' ORDER BY c.ordinal`;
    const rows = async () => (await ask(at, sql)).map(([id, rule, count]) => [id, rule, Number(count)]);
    const idOf = ({ document }: Examination) => document.document_id;
    await load(at, [a, b], { coverage });
    expect(await rows()).toEqual([
      [idOf(a), 'XDOC-03', 4],
      [idOf(b), 'XDOC-03', 2],
      [idOf(a), 'XDOC-09', 1],
    ]);
    const before = await dump(at);
    await load(at, [a, b], { coverage });
    expect(await dump(at)).toEqual(before);
    await load(at, [b, c], { coverage: [row(b, 'XDOC-03', 3)] });
    expect(await rows()).toEqual([
      [idOf(a), 'XDOC-03', 4],
      [idOf(a), 'XDOC-09', 1],
      [idOf(b), 'XDOC-03', 3],
    ]);
  });

  test('replaces findings between documents by those of a run that saw both', async () => {
    const at = await place();
    const [a, b, c] = [invented(1), invented(2), invented(3)];
    const standing = async () =>
      (
        await ask(at, "SELECT finding_id, actual FROM findings WHERE standing AND scope = 'set' ORDER BY 1")
      ).map(([id, actual]) => [id, Number(actual)]);
    await load(at, [a, b, c], { findings: [between('ab', a, b), between('bc', b, c)] });
    await load(at, [b, c], { findings: [] });
    expect(await standing()).toEqual([['ab', 1]]);
    await load(at, [a, b, c], { findings: [between('ab', a, b, 2), between('bc', b, c)] });
    expect(await standing()).toEqual([
      ['ab', 2],
      ['bc', 1],
    ]);
    expect(await ask(at, "SELECT count(*) FROM evidence WHERE finding_id = 'ab'")).toEqual([['3']]);
  });

  test('stays as it was when a run is given up', async () => {
    const at = await place();
    await load(at, [invented(1)]);
    const before = await dump(at);
    const sink = await openSink(at, { program: 'test', settings: {}, startedAt: new Date(), roots: [] });
    await sink.write(storedOf(invented(2)));
    await sink.abort();
    expect(await dump(at)).toEqual(before);
  });

  test('lets a query of a user change nothing', async () => {
    const at = await place();
    await load(at, [invented(1)]);
    const attacks = [
      'DELETE FROM findings',
      'DROP TABLE findings',
      'SELECT 1; DROP TABLE findings',
      'CREATE TABLE x (a integer)',
    ];
    for (const attack of attacks) await ask(at, attack).catch(() => undefined);
    expect(await ask(at, 'SELECT count(*) FROM findings')).toEqual([['2']]);
    if (name === 'duckdb')
      for (const reach of [
        "FROM read_csv('/etc/hostname')",
        "ATTACH 'other.duckdb'",
        'SET enable_external_access = true',
        'INSTALL httpfs',
      ])
        await expect(ask(at, reach), reach).rejects.toThrow();
  });

  test('exports what is asked for', async () => {
    const at = await place();
    await load(at, [invented(1), invented(2)]);
    const [filing] = invented(2).filings;
    const { filings, indicators, documents: files } = await exportedRecords(at, { year: filing!.year! });
    expect([files!.length, filings!.length, indicators!.length]).toEqual([1, 1, 3]);
    const { findings } = await exportedRecords(at, { severity: 'error' });
    expect(findings!.map((line) => (line as { severity: string }).severity)).toEqual(['error', 'error']);
    const named = await exportedRecords(at, { organisation: filing!.organisation_code! });
    expect(named.filings).toHaveLength(1);
    expect((await exportedRecords(at, { form: 'base_data' })).filings).toEqual([]);
    expect((await exportedRecords(at, { organisation: "x' OR '1'='1" })).filings).toEqual([]);
  });

  test('says of every column what it is', async () => {
    const at = await place();
    await load(at, [invented(1)]);
    const uncommented =
      name === 'duckdb'
        ? "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL AND table_name NOT LIKE 'schema\\_%' ESCAPE '\\'"
        : "SELECT c.table_name, c.column_name FROM information_schema.columns c WHERE c.table_schema = 'hedui' AND c.table_name NOT LIKE 'schema\\_%' AND col_description(format('hedui.%I', c.table_name)::regclass, c.ordinal_position) IS NULL";
    expect(await ask(at, uncommented)).toEqual([]);
  });

  describe('answers', () => {
    let at: string;
    beforeAll(async () => {
      at = await place();
      await load(at, documents);
    });
    const questions = [
      ...textOf('docs/questions.md').matchAll(/^## (\d+\. .+)$[\s\S]*?```sql\n([\s\S]*?)```/gm),
    ];

    test('questions', () => expect(questions).toHaveLength(15));

    test.each(questions.map(([, title, sql]) => ({ title: title!, sql: sql! })))(
      '$title',
      async ({ title, sql }) => {
        const rows = await ask(at, sql);
        const mayBeEmpty = /^(2|4|5|6|12)\./.test(title);
        if (!mayBeEmpty) expect(rows.length).toBeGreaterThan(0);
      },
    );
  });
});

test.skipIf(postgres === null)('loaders of one PostgreSQL schema may run at once', async () => {
  const at = await postgres!.place();
  const sets = [
    [invented(1), invented(2)],
    [invented(2), invented(3)],
    [invented(1), invented(3)],
  ];
  await Promise.all(sets.map((set) => load(at, set)));
  expect(await ask(at, 'SELECT count(*), count(DISTINCT indicator_id) FROM indicators')).toEqual([
    ['9', '9'],
  ]);
  expect(await ask(at, 'SELECT count(*) FROM files')).toEqual([['3']]);
});

type Selection = Parameters<typeof exportWarehouse>[3];

async function exportedRecords(place: string, selection: Selection = {}): Promise<Record<string, object[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-export-'));
  try {
    await withReader(place, (reader) => exportWarehouse(reader, folder, 'jsonl', selection));
    const files = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'];
    return Object.fromEntries(
      files.map((file) => [file, jsonLinesOf(readFileSync(join(folder, `${file}.jsonl`), 'utf8'))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function recordsOf(examinations: readonly Examination[]): Record<string, object[]> {
  return {
    documents: examinations.map(({ document }) => document),
    filings: examinations.flatMap(({ filings }) => filings),
    indicators: examinations.flatMap(({ indicators }) => indicators),
    amounts: examinations.flatMap(({ amounts }) => amounts),
    texts: examinations.flatMap(({ texts }) => texts),
    findings: examinations.flatMap(({ findings }) => findings),
  };
}

/** Records as JSON reads them, in an order of their own. */
function sorted(records: readonly object[]): object[] {
  const key = (record: object) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return records
    .map((record) => JSON.parse(JSON.stringify(record)) as object)
    .sort((a, b) => (idOf(a) + key(a) < idOf(b) + key(b) ? -1 : 1));
}

function idOf(record: object): string {
  const { document_id, path, filing_id, indicator_id, amount_id, text_id, finding_id } = record as Record<
    string,
    string
  >;
  return [document_id, path, filing_id, indicator_id, amount_id, text_id, finding_id].join('|');
}

function rowsWith(rows: readonly string[], text: string): string[] {
  return rows.filter((row) => row.includes(text));
}
