import { randomBytes } from 'node:crypto';
import { setFile } from './intake.ts';
import type { Table } from './model/column.ts';
import { recordTables, tableOf } from './model/tables.ts';
import type { Loaded, RunInfo } from './sink.ts';
import { identifier, literal } from './sql-text.ts';

/** What an engine does for a merge, inside one transaction of its own. */
export interface Engine {
  run: (sql: string) => Promise<void>;
  /** The figures of one row. */
  numbers: (sql: string) => Promise<number[]>;
  /** Loads what the run brought for `file`, where there is any, into `target`, which has the columns of the table. */
  load: (target: string, table: Table, file: string) => Promise<void>;
}

/**
 * Puts a run in place; the caller commits where it changed something and rolls back else, so that a run that finds
 * everything as it was leaves no trace. The SQL is common to the engines.
 */
export async function merge(
  engine: Engine,
  run: RunInfo,
  counts: { documents: number; unchanged: number },
): Promise<{ loaded: Loaded; isChanged: boolean }> {
  const runId = `${run.startedAt.toISOString()}-${randomBytes(3).toString('hex')}`;
  const at = `TIMESTAMPTZ ${literal(run.startedAt.toISOString())}`;
  await stage(engine);
  for (const sql of [
    ...documents(runId),
    ...filesOf(run.roots, runId),
    ...goneDocuments(at),
    ...changedSetFindings(),
  ])
    await engine.run(sql);
  await mergeFindings(engine, at);
  await replaceRecords(engine);
  for (const sql of setCoverage()) await engine.run(sql);
  const [written = 0, gone = 0, touched = 0] = await engine.numbers(
    `SELECT (SELECT count(*) FROM staged_documents), (SELECT count(*) FROM gone), (SELECT count(*) FROM moved)
      + (SELECT count(*) FROM vanished) + (SELECT count(*) FROM set_changed) + (SELECT count(*) FROM set_gone)`,
  );
  const loaded = { ...counts, written, gone };
  const isChanged = written + gone + touched > 0;
  if (isChanged) await engine.run(runRow(runId, run, loaded));
  for (const name of temporary) await engine.run(`DROP TABLE ${name}`);
  return { loaded, isChanged };
}

/** Lists that belong to a finding. */
const listsOfFindings = ['evidence', 'hypotheses', 'related'];
const tablesOfFindings = ['findings', ...listsOfFindings];

/** Temporary tables of what the run brought, by the spool file that fills them. */
const stagedTables = new Map([
  ['documents', 'documents'],
  ['files', 'files'],
  ['findings', 'findings'],
  ...[...tablesOfFindings, 'coverage'].map((name) => [setFile(name), name] as const),
]);

function stagedName(file: string): string {
  return `staged_${file.replace('-', '_')}`;
}

const temporary = [
  ...[...stagedTables.keys()].map(stagedName),
  'moved',
  'seen',
  'former',
  'unread',
  'vanished',
  'gone',
  'set_changed',
  'set_gone',
];

/** The small part of what the run brought, in temporary tables; records stay in their files until they are put in place. */
async function stage(engine: Engine): Promise<void> {
  for (const [file, table] of stagedTables) {
    const target = stagedName(file);
    const columns = columnsOf(tableOf(table));
    await engine.run(
      `CREATE TEMP TABLE ${target} AS SELECT ${columns} FROM ${identifier(table)} WHERE false`,
    );
    await engine.load(target, tableOf(table), file);
  }
  await engine.run(`CREATE TEMP TABLE moved AS SELECT s.path, s.document_id, f.document_id AS former
    FROM staged_files s LEFT JOIN files f ON f.path = s.path WHERE f.document_id IS DISTINCT FROM s.document_id`);
  await engine.run(
    'CREATE TEMP TABLE seen AS SELECT finding_id, min(first_seen) AS first_seen FROM findings GROUP BY finding_id',
  );
}

function documents(runId: string): string[] {
  const values = tableOf('documents').columns.map(({ name }) => {
    if (name === 'first_run') return `coalesce(former.first_run, ${literal(runId)})`;
    if (name === 'last_run') return literal(runId);
    return name === 'gone_since' ? 'NULL' : `s.${identifier(name)}`;
  });
  return [
    `CREATE TEMP TABLE former AS SELECT document_id, first_run FROM documents WHERE ${isWritten}`,
    `DELETE FROM documents WHERE ${isWritten}`,
    `INSERT INTO documents (${columnsOf(tableOf('documents'))}) SELECT ${values.join(', ')} FROM staged_documents s LEFT JOIN former ON former.document_id = s.document_id`,
  ];
}

/**
 * Files that hold other bytes than before, and those that are no longer in a folder or an archive that was read. What
 * stands below a folder or in an archive that could not be read is not missed.
 */
function filesOf(roots: readonly string[], runId: string): string[] {
  const below = (path: string, root: string) =>
    `(starts_with(${path}, ${root} || '/') OR starts_with(${path}, ${root} || '!/'))`;
  const missed = roots.map((root) => {
    const name = literal(root.replace(/(?<=.)[/\\]+$/, ''));
    return `(${below('f.path', name)} AND EXISTS (SELECT 1 FROM staged_files s WHERE ${below('s.path', name)}))`;
  });
  return [
    `CREATE TEMP TABLE unread AS SELECT s.path FROM staged_files s JOIN documents d ON d.document_id = s.document_id
      WHERE d.status IN ('failed', 'unsupported')`,
    `CREATE TEMP TABLE vanished AS SELECT f.path, f.document_id AS former FROM files f
      WHERE (${missed.join(' OR ') || 'false'}) AND NOT EXISTS (SELECT 1 FROM staged_files s WHERE s.path = f.path)
      AND NOT EXISTS (SELECT 1 FROM unread u WHERE ${below('f.path', 'u.path')})`,
    'DELETE FROM files WHERE path IN (SELECT path FROM moved UNION ALL SELECT path FROM vanished)',
    `INSERT INTO files (path, document_id, run_id) SELECT path, document_id, ${literal(runId)} FROM moved`,
  ];
}

/** Documents that no file holds any longer: the document stays with the time, its records go, its findings no longer stand. */
function goneDocuments(at: string): string[] {
  return [
    `CREATE TEMP TABLE gone AS SELECT d.document_id FROM documents d WHERE d.gone_since IS NULL
      AND d.document_id IN (SELECT m.former FROM moved m UNION ALL SELECT v.former FROM vanished v)
      AND NOT EXISTS (SELECT 1 FROM files f WHERE f.document_id = d.document_id)`,
    `UPDATE documents SET gone_since = ${at} WHERE document_id IN (SELECT document_id FROM gone)`,
  ];
}

const isWritten = 'document_id IN (SELECT document_id FROM staged_documents)';
const isWrittenOrGone =
  'document_id IN (SELECT document_id FROM staged_documents UNION ALL SELECT document_id FROM gone)';

/**
 * Findings between documents are told by the run as a whole. One that is not told again no longer stands, where the run
 * saw every document that it rests on.
 */
function changedSetFindings(): string[] {
  return [
    `CREATE TEMP TABLE set_changed AS SELECT s.document_id, s.finding_id FROM staged_set_findings s
      LEFT JOIN findings f ON f.document_id = s.document_id AND f.finding_id = s.finding_id
      WHERE f.finding_id IS NULL OR (f.scope = 'set' AND (NOT f.standing OR f.digest <> s.digest))`,
    `CREATE TEMP TABLE set_gone AS SELECT f.document_id, f.finding_id FROM findings f
      WHERE f.scope = 'set' AND f.standing
      AND NOT EXISTS (SELECT 1 FROM staged_set_findings s WHERE s.document_id = f.document_id AND s.finding_id = f.finding_id)
      AND (f.document_id IN (SELECT document_id FROM gone) OR (f.document_id IN (SELECT document_id FROM staged_files)
        AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.document_id = f.document_id AND e.finding_id = f.finding_id
          AND e.other_document_id IS NOT NULL AND e.other_document_id NOT IN
            (SELECT document_id FROM staged_files UNION ALL SELECT document_id FROM gone))))`,
  ];
}

/** A finding that its document's new reading lacks stays as it was, no longer standing; one that is given again is put anew. */
async function mergeFindings(engine: Engine, at: string): Promise<void> {
  const again = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM staged_findings s)';
  const changed = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM set_changed s)';
  const gone = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM set_gone s)';
  const steps = [
    `UPDATE findings SET standing = false WHERE standing AND scope = 'document' AND ${isWrittenOrGone}`,
    `UPDATE findings SET standing = false WHERE ${gone}`,
    ...tablesOfFindings.flatMap((name) => [
      `DELETE FROM ${name} WHERE ${isWritten} AND ${again}`,
      `DELETE FROM ${name} WHERE ${changed}`,
    ]),
    insertFindings('staged_findings', 'true', at),
    insertFindings('staged_set_findings', changed, at),
  ];
  for (const sql of steps) await engine.run(sql);
  for (const name of listsOfFindings) {
    await engine.load(name, tableOf(name), name);
    const list = stagedName(setFile(name));
    const columns = columnsOf(tableOf(name));
    await engine.run(`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM ${list} WHERE ${changed}`);
  }
}

function insertFindings(relation: string, condition: string, at: string): string {
  const values = tableOf('findings').columns.map(({ name }) => {
    if (name === 'standing') return 'true';
    if (name === 'first_seen') return `coalesce(seen.first_seen, ${at})`;
    return name === 'last_seen' ? at : `s.${identifier(name)}`;
  });
  return `INSERT INTO findings (${columnsOf(tableOf('findings'))}) SELECT ${values.join(', ')} FROM (SELECT * FROM ${relation} WHERE ${condition}) s
    LEFT JOIN seen ON seen.finding_id = s.finding_id`;
}

async function replaceRecords(engine: Engine): Promise<void> {
  for (const table of recordTables()) {
    if (tablesOfFindings.includes(table.name)) continue;
    await engine.run(`DELETE FROM ${identifier(table.name)} WHERE ${isWrittenOrGone}`);
    await engine.load(identifier(table.name), table, table.name);
  }
}

/** What comparing documents checked: its rows stand below 0, so that those of an unchanged document keep their places. */
function setCoverage(): string[] {
  const { columns } = tableOf('coverage');
  const values = columns.map(({ name }) => `${name === 'document_id' ? 'f' : 's'}.${identifier(name)}`);
  return [
    'DELETE FROM coverage WHERE ordinal < 0 AND document_id IN (SELECT document_id FROM staged_files)',
    `INSERT INTO coverage (${columnsOf(tableOf('coverage'))}) SELECT ${values.join(', ')} FROM staged_set_coverage s
      JOIN filings f ON f.filing_id = s.filing_id`,
  ];
}

function runRow(runId: string, run: RunInfo, loaded: Loaded): string {
  const { documents, written, unchanged, gone } = loaded;
  const texts = [runId, run.startedAt.toISOString(), new Date().toISOString(), run.program];
  const values = [...texts, JSON.stringify(run.settings)].map(literal);
  return `INSERT INTO runs (${columnsOf(tableOf('runs'))}) VALUES (${[...values, documents, written, unchanged, gone].join(', ')})`;
}

/** Columns by name: in a database that was brought up they may stand in another order than in the model. */
export function columnsOf({ columns }: Table): string {
  return columns.map(({ name }) => identifier(name)).join(', ');
}
