import { randomBytes } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { setFile } from '../intake.ts';
import type { Table } from '../model/column.ts';
import { recordTables, tableOf } from '../model/tables.ts';
import type { Loaded, RunInfo } from '../sink.ts';
import type { SpoolFile } from '../spool.ts';
import { identifier, literal } from '../sql-text.ts';
import { relationOf } from './lines.ts';
import { textRows } from './open.ts';

/** Tables whose rows stay when a document is replaced or no longer gives them: the history of findings. */
const ofFindings = new Set(['findings', 'evidence', 'hypotheses', 'related']);

type Files = ReadonlyMap<string, SpoolFile>;

/** Puts a run in place in one transaction: all of it or nothing. A run that changes nothing leaves no trace. */
export async function merge(
  connection: DuckDBConnection,
  files: Files,
  run: RunInfo,
  counts: { documents: number; unchanged: number },
): Promise<Loaded> {
  const runId = `${run.startedAt.toISOString()}-${randomBytes(3).toString('hex')}`;
  const at = `TIMESTAMPTZ ${literal(run.startedAt.toISOString())}`;
  await connection.run('BEGIN');
  try {
    for (const sql of stage(files)) await connection.run(sql);
    for (const sql of mergeSteps(files, runId, at)) await connection.run(sql);
    const [written = 0, replaced = 0, touched = 0] = await numbers(
      connection,
      'SELECT (SELECT count(*) FROM staged_documents), (SELECT count(*) FROM replaced), (SELECT count(*) FROM moved) + (SELECT count(*) FROM set_changed) + (SELECT count(*) FROM set_gone)',
    );
    const loaded = { ...counts, written, replaced };
    const isChanged = written + replaced + touched > 0;
    if (isChanged) await connection.run(runRow(runId, run, loaded));
    for (const name of temporary) await connection.run(`DROP TABLE ${name}`);
    await connection.run(isChanged ? 'COMMIT' : 'ROLLBACK');
    return loaded;
  } catch (thrown) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}

const temporary = [
  'staged_documents',
  'staged_files',
  'moved',
  'replaced',
  'seen',
  'set_changed',
  'set_gone',
];

function staged(table: string, files: Files, file = table): string {
  const found = files.get(file);
  if (found === undefined) return `(SELECT * FROM ${identifier(table)} WHERE false)`;
  return relationOf(tableOf(table), found.path, found.longestLine);
}

/** What the run brought, in small temporary tables; records stay in their files until they are put in place. */
function stage(files: Files): string[] {
  return [
    `CREATE TEMP TABLE staged_documents AS SELECT * FROM ${staged('documents', files)}`,
    `CREATE TEMP TABLE staged_files AS SELECT path, document_id FROM ${staged('files', files)}`,
    `CREATE TEMP TABLE moved AS SELECT s.path, s.document_id, f.document_id AS former
      FROM staged_files s LEFT JOIN files f USING (path) WHERE f.document_id IS DISTINCT FROM s.document_id`,
    `CREATE TEMP TABLE seen AS SELECT finding_id, min(first_seen) AS first_seen FROM findings GROUP BY ALL`,
  ];
}

function mergeSteps(files: Files, runId: string, at: string): string[] {
  return [
    ...filesAndDocuments(runId, at),
    ...setFindings(files, at),
    ...findings(files, at),
    ...recordTables()
      .filter(({ name }) => !ofFindings.has(name))
      .flatMap((table) => replaceRows(table, files)),
  ];
}

function filesAndDocuments(runId: string, at: string): string[] {
  const own = ['first_run', 'last_run', 'gone_since'];
  const columns = tableOf('documents').columns.map(({ name }) => name);
  const values = columns.map((name) =>
    own.includes(name) ? ownValues(runId)[name]! : `s.${identifier(name)}`,
  );
  return [
    'DELETE FROM files WHERE path IN (SELECT path FROM moved)',
    `INSERT INTO files SELECT path, document_id, ${literal(runId)} FROM moved`,
    `CREATE TEMP TABLE replaced AS SELECT document_id FROM documents d WHERE gone_since IS NULL
      AND document_id IN (SELECT former FROM moved) AND NOT EXISTS (FROM files f WHERE f.document_id = d.document_id)`,
    `UPDATE documents SET gone_since = ${at} WHERE document_id IN (SELECT document_id FROM replaced)`,
    `CREATE TEMP TABLE former AS SELECT document_id, first_run FROM documents WHERE document_id IN (SELECT document_id FROM staged_documents)`,
    'DELETE FROM documents WHERE document_id IN (SELECT document_id FROM staged_documents)',
    `INSERT INTO documents SELECT ${values.join(', ')} FROM staged_documents s LEFT JOIN former USING (document_id)`,
    'DROP TABLE former',
  ];
}

function ownValues(runId: string): Record<string, string> {
  return {
    first_run: `coalesce(former.first_run, ${literal(runId)})`,
    last_run: literal(runId),
    gone_since: 'NULL',
  };
}

const written = 'document_id IN (SELECT document_id FROM staged_documents)';
const writtenOrReplaced =
  'document_id IN (SELECT document_id FROM staged_documents UNION ALL SELECT document_id FROM replaced)';

/** Findings of a document that its new reading lacks stay as they were, no longer standing. */
function findings(files: Files, at: string): string[] {
  const lists = [...ofFindings].filter((name) => name !== 'findings');
  const again = `(document_id, finding_id) IN (SELECT (document_id, finding_id) FROM ${staged('findings', files)})`;
  return [
    `UPDATE findings SET standing = false WHERE standing AND scope = 'document' AND ${writtenOrReplaced}`,
    ...['findings', ...lists].map((name) => `DELETE FROM ${name} WHERE ${written} AND ${again}`),
    insertFindings(staged('findings', files), at),
    ...lists.map((name) => `INSERT INTO ${name} SELECT * FROM ${staged(name, files)}`),
  ];
}

function insertFindings(relation: string, at: string): string {
  const values = tableOf('findings').columns.map(({ name }) => {
    if (name === 'standing') return 'true';
    if (name === 'first_seen') return `coalesce(seen.first_seen, ${at})`;
    return name === 'last_seen' ? at : `s.${identifier(name)}`;
  });
  return `INSERT INTO findings SELECT ${values.join(', ')} FROM ${relation} s LEFT JOIN seen USING (finding_id)`;
}

/**
 * Findings between documents are told by the run as a whole. One that is not told again no longer stands, where the run
 * saw every document that it rests on.
 */
function setFindings(files: Files, at: string): string[] {
  const told = staged('findings', files, setFile('findings'));
  const lists = [...ofFindings].filter((name) => name !== 'findings');
  const changed = '(document_id, finding_id) IN (SELECT (document_id, finding_id) FROM set_changed)';
  return [
    `CREATE TEMP TABLE set_changed AS SELECT s.document_id, s.finding_id FROM ${told} s
      LEFT JOIN findings f ON f.document_id = s.document_id AND f.finding_id = s.finding_id
      WHERE f.finding_id IS NULL OR (f.scope = 'set' AND (NOT f.standing OR f.digest <> s.digest))`,
    `CREATE TEMP TABLE set_gone AS SELECT f.document_id, f.finding_id FROM findings f
      WHERE f.scope = 'set' AND f.standing AND (f.document_id, f.finding_id) NOT IN (SELECT (document_id, finding_id) FROM ${told})
      AND (f.document_id IN (SELECT document_id FROM replaced) OR (f.document_id IN (SELECT document_id FROM staged_files)
        AND NOT EXISTS (FROM evidence e WHERE e.document_id = f.document_id AND e.finding_id = f.finding_id
          AND e.other_document_id IS NOT NULL AND e.other_document_id NOT IN (SELECT document_id FROM staged_files UNION ALL SELECT document_id FROM replaced))))`,
    `UPDATE findings SET standing = false WHERE (document_id, finding_id) IN (SELECT (document_id, finding_id) FROM set_gone)`,
    ...['findings', ...lists].map((name) => `DELETE FROM ${name} WHERE ${changed}`),
    insertFindings(`(SELECT * FROM ${told} WHERE ${changed})`, at),
    ...lists.map(
      (name) => `INSERT INTO ${name} SELECT * FROM ${staged(name, files, setFile(name))} WHERE ${changed}`,
    ),
  ];
}

function replaceRows(table: Table, files: Files): string[] {
  const name = identifier(table.name);
  return [
    `DELETE FROM ${name} WHERE ${writtenOrReplaced}`,
    ...(files.has(table.name) ? [`INSERT INTO ${name} SELECT * FROM ${staged(table.name, files)}`] : []),
  ];
}

function runRow(runId: string, run: RunInfo, loaded: Loaded): string {
  const values = [
    literal(runId),
    literal(run.startedAt.toISOString()),
    literal(new Date().toISOString()),
    literal(run.program),
    literal(JSON.stringify(run.settings)),
    loaded.documents,
    loaded.written,
    loaded.unchanged,
    loaded.replaced,
  ];
  return `INSERT INTO runs VALUES (${values.join(', ')})`;
}

async function numbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const [row = []] = await textRows(connection, sql);
  return row.map(Number);
}
