import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Examination, IssueCode } from '../../schemas/index.ts';
import { openDuckdb } from '../../src/warehouse/duckdb/open.ts';
import { migrations, released } from '../../src/warehouse/migrate.ts';
import { connect, schemaName } from '../../src/warehouse/postgres/connect.ts';
import { ask, duckdbEngine, dump, load, postgresEngine, type TestEngine } from './engines.ts';
import { invented } from './invented.ts';

const postgres = await postgresEngine();
const engines: TestEngine[] = [duckdbEngine(), ...(postgres === null ? [] : [postgres])];
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

const newest = released().version;
/** The first goes through every migration; the last is what most archives have. */
const former = [1, newest - 1];
const startedAt = new Date('2024-05-06T07:08:09Z');
const gone = `'${'0'.repeat(64)}'`;
/** A document of before that no run sees again, with its warning. */
const rowsOfBefore = [
  `INSERT INTO documents (document_id, bytes, format, pages, ocr_pages, filings, status, digest, first_run, last_run)
   VALUES (${gone}, 12, 'xlsx', 1, 0, 1, 'ok', 'd', 'r', 'r')`,
  `INSERT INTO warnings (document_id, ordinal, code, message_zh, message_en)
   VALUES (${gone}, 0, 'hidden_content', '有隐藏行', 'hidden rows')`,
];
const columns = `SELECT table_name, column_name, data_type FROM information_schema.columns
  WHERE table_schema IN ('main', 'hedui') ORDER BY 1, 2`;
const kept = `SELECT d.format, w.code FROM documents d JOIN warnings w USING (document_id) WHERE d.document_id = ${gone}`;

/** A warehouse as the program of that version left it. */
async function olden(engine: TestEngine, version: number): Promise<string> {
  const place = await engine.place();
  const statements = [
    'CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TIMESTAMPTZ NOT NULL)',
    ...migrations(engine.name)
      .filter((step) => step.version <= version)
      .flatMap((step) => [...step.statements, `INSERT INTO schema_version VALUES (${step.version}, now())`]),
    ...rowsOfBefore,
  ];
  if (engine.name === 'duckdb') {
    const { connection, close } = await openDuckdb(place, 'write');
    for (const statement of statements) await connection.run(statement);
    close();
  } else {
    const client = await connect(place);
    await client.query(`CREATE SCHEMA ${schemaName}`);
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
  return place;
}

/** Words that were added to a check are stored only where the check was widened. */
function withEveryWarning(whole: Examination): Examination {
  const warnings = IssueCode.options.map((code) => ({ code, message: { zh: '有', en: 'is' }, place: null }));
  return { ...whole, document: { ...whole.document, warnings } };
}

describe.each(engines)('a warehouse in $name', (engine) => {
  const documents = [withEveryWarning(invented(1))];
  let fresh: { columns: (string | null)[][]; rows: Record<string, string[]> };
  beforeAll(async () => {
    const place = await engine.place();
    await load(place, documents, { startedAt });
    fresh = { columns: await ask(place, columns), rows: await dump(place) };
  });

  test.each(former)(
    'of version %i is refused for reading, brought up by a run, and keeps its rows',
    async (version) => {
      const place = await olden(engine, version);
      await expect(ask(place, kept)).rejects.toThrow(`tables of version ${version}`);
      await load(place, documents, { startedAt });
      expect(await ask(place, columns)).toEqual(fresh.columns);
      expect(await ask(place, kept)).toEqual([['xlsx', 'hidden_content']]);
      const { filings, indicators, amounts, findings } = await dump(place);
      expect({ filings, indicators, amounts, findings }).toEqual({
        filings: fresh.rows.filings,
        indicators: fresh.rows.indicators,
        amounts: fresh.rows.amounts,
        findings: fresh.rows.findings,
      });
    },
  );
});
