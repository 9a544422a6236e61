import { randomBytes } from 'node:crypto';
import { setFile } from './intake.ts';
import type { Table } from './model/column.ts';
import { recordTables, tableOf } from './model/tables.ts';
import type { Loaded, RunInfo } from './sink.ts';
import type { SpoolFile } from './spool.ts';
import { identifier, literal } from './sql-text.ts';

/** What an engine does for a merge, inside one transaction of its own. */
export interface Engine {
  run: (sql: string) => Promise<void>;
  /** The figures of one row. */
  numbers: (sql: string) => Promise<number[]>;
  /** Loads the lines of a file into `target`, which has the columns of the table. */
  load: (target: string, table: Table, file: SpoolFile) => Promise<void>;
}

type Files = ReadonlyMap<string, SpoolFile>;

/**
 * Puts a run in place; the caller commits where it changed something and rolls back else, so that a run that finds
 * everything as it was leaves no trace. The SQL is common to the engines.
 */
export async function merge(
  engine: Engine,
  files: Files,
  run: RunInfo,
  counts: { documents: number; unchanged: number },
): Promise<{ loaded: Loaded; isChanged: boolean }> {
  const runId = `${run.startedAt.toISOString()}-${randomBytes(3).toString('hex')}`;
  const at = `TIMESTAMPTZ ${literal(run.startedAt.toISOString())}`;
  await stage(engine, files);
  for (const sql of [...filesAndDocuments(runId, at), ...changedSetFindings()]) await engine.run(sql);
  await mergeFindings(engine, files, at);
  await replaceRecords(engine, files);
  const [written = 0, replaced = 0, touched = 0] = await engine.numbers(
    `SELECT (SELECT count(*) FROM staged_documents), (SELECT count(*) FROM replaced),
      (SELECT count(*) FROM moved) + (SELECT count(*) FROM set_changed) + (SELECT count(*) FROM set_gone)`,
  );
  const loaded = { ...counts, written, replaced };
  const isChanged = written + replaced + touched > 0;
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
  ...tablesOfFindings.map((name) => [setFile(name), name] as const),
]);

function stagedName(file: string): string {
  return `staged_${file.replace('-', '_')}`;
}

const temporary = [
  ...[...stagedTables.keys()].map(stagedName),
  'moved',
  'seen',
  'replaced',
  'former',
  'set_changed',
  'set_gone',
];

/** The small part of what the run brought, in temporary tables; records stay in their files until they are put in place. */
async function stage(engine: Engine, files: Files): Promise<void> {
  for (const [file, table] of stagedTables) {
    const target = stagedName(file);
    await engine.run(`CREATE TEMP TABLE ${target} AS SELECT * FROM ${identifier(table)} WHERE false`);
    const found = files.get(file);
    if (found !== undefined) await engine.load(target, tableOf(table), found);
  }
  await engine.run(`CREATE TEMP TABLE moved AS SELECT s.path, s.document_id, f.document_id AS former
    FROM staged_files s LEFT JOIN files f ON f.path = s.path WHERE f.document_id IS DISTINCT FROM s.document_id`);
  await engine.run(
    'CREATE TEMP TABLE seen AS SELECT finding_id, min(first_seen) AS first_seen FROM findings GROUP BY finding_id',
  );
}

function filesAndDocuments(runId: string, at: string): string[] {
  const values = tableOf('documents').columns.map(({ name }) => {
    if (name === 'first_run') return `coalesce(former.first_run, ${literal(runId)})`;
    if (name === 'last_run') return literal(runId);
    return name === 'gone_since' ? 'NULL' : `s.${identifier(name)}`;
  });
  return [
    'DELETE FROM files WHERE path IN (SELECT path FROM moved)',
    `INSERT INTO files SELECT path, document_id, ${literal(runId)} FROM moved`,
    `CREATE TEMP TABLE replaced AS SELECT d.document_id FROM documents d WHERE d.gone_since IS NULL
      AND d.document_id IN (SELECT m.former FROM moved m)
      AND NOT EXISTS (SELECT 1 FROM files f WHERE f.document_id = d.document_id)`,
    `UPDATE documents SET gone_since = ${at} WHERE document_id IN (SELECT document_id FROM replaced)`,
    `CREATE TEMP TABLE former AS SELECT document_id, first_run FROM documents WHERE ${isWritten}`,
    `DELETE FROM documents WHERE ${isWritten}`,
    `INSERT INTO documents SELECT ${values.join(', ')} FROM staged_documents s LEFT JOIN former ON former.document_id = s.document_id`,
  ];
}

const isWritten = 'document_id IN (SELECT document_id FROM staged_documents)';
const isWrittenOrReplaced =
  'document_id IN (SELECT document_id FROM staged_documents UNION ALL SELECT document_id FROM replaced)';

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
      AND (f.document_id IN (SELECT document_id FROM replaced) OR (f.document_id IN (SELECT document_id FROM staged_files)
        AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.document_id = f.document_id AND e.finding_id = f.finding_id
          AND e.other_document_id IS NOT NULL AND e.other_document_id NOT IN
            (SELECT document_id FROM staged_files UNION ALL SELECT document_id FROM replaced))))`,
  ];
}

/** A finding that its document's new reading lacks stays as it was, no longer standing; one that is given again is put anew. */
async function mergeFindings(engine: Engine, files: Files, at: string): Promise<void> {
  const again = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM staged_findings s)';
  const changed = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM set_changed s)';
  const gone = '(document_id, finding_id) IN (SELECT s.document_id, s.finding_id FROM set_gone s)';
  const steps = [
    `UPDATE findings SET standing = false WHERE standing AND scope = 'document' AND ${isWrittenOrReplaced}`,
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
    const file = files.get(name);
    if (file !== undefined) await engine.load(name, tableOf(name), file);
    const list = stagedName(setFile(name));
    await engine.run(`INSERT INTO ${name} SELECT * FROM ${list} WHERE ${changed}`);
  }
}

function insertFindings(relation: string, condition: string, at: string): string {
  const values = tableOf('findings').columns.map(({ name }) => {
    if (name === 'standing') return 'true';
    if (name === 'first_seen') return `coalesce(seen.first_seen, ${at})`;
    return name === 'last_seen' ? at : `s.${identifier(name)}`;
  });
  return `INSERT INTO findings SELECT ${values.join(', ')} FROM (SELECT * FROM ${relation} WHERE ${condition}) s
    LEFT JOIN seen ON seen.finding_id = s.finding_id`;
}

async function replaceRecords(engine: Engine, files: Files): Promise<void> {
  for (const table of recordTables()) {
    if (tablesOfFindings.includes(table.name)) continue;
    await engine.run(`DELETE FROM ${identifier(table.name)} WHERE ${isWrittenOrReplaced}`);
    const file = files.get(table.name);
    if (file !== undefined) await engine.load(identifier(table.name), table, file);
  }
}

function runRow(runId: string, run: RunInfo, loaded: Loaded): string {
  const { documents, written, unchanged, replaced } = loaded;
  const texts = [runId, run.startedAt.toISOString(), new Date().toISOString(), run.program];
  const values = [...texts, JSON.stringify(run.settings)].map(literal);
  return `INSERT INTO runs VALUES (${[...values, documents, written, unchanged, replaced].join(', ')})`;
}
