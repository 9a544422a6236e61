import type { Decision } from '../../schemas/decision.ts';
import { isPostgres } from './location.ts';
import { literal } from './sql-text.ts';

/** What came of decisions that were handed to a warehouse. */
export interface Decided {
  /** New, or other than the latest one on their finding. */
  written: number;
  /** The same as the latest one. */
  known: number;
  /** On findings that the warehouse has never had; they are kept too. */
  unmatched: number;
}

interface Session {
  run: (sql: string) => Promise<void>;
  numbers: (sql: string) => Promise<number[]>;
}

/** Keeps what reviewers decided: all of it or nothing. A decision that is the latest one already is not written again. */
export async function keepDecisions(
  location: string,
  decisions: readonly Decision[],
  now = new Date(),
): Promise<Decided> {
  return await transaction(location, async ({ run, numbers }) => {
    const count = async (sql: string) => (await numbers(sql))[0] ?? 0;
    const before = await count('SELECT count(*) FROM decisions');
    let unmatched = 0;
    for (const decision of decisions) {
      const id = literal(decision.finding_id);
      if ((await count(`SELECT count(*) FROM findings WHERE finding_id = ${id}`)) === 0) unmatched += 1;
      await run(insertion(decision, now));
    }
    const written = (await count('SELECT count(*) FROM decisions')) - before;
    return { written, known: decisions.length - written, unmatched };
  });
}

function insertion({ finding_id, decision, reason, by, at }: Decision, now: Date): string {
  const moment = literal(new Date(at ?? now).toISOString());
  const text = (value: string | undefined) =>
    `CAST(${value === undefined ? 'NULL' : literal(value)} AS VARCHAR)`;
  return `INSERT INTO decisions (finding_id, "at", decision, reason, "by")
    SELECT ${literal(finding_id)}, TIMESTAMPTZ ${moment}, ${literal(decision)}, ${text(reason)}, ${text(by)}
    WHERE NOT EXISTS (SELECT 1 FROM v_decisions v WHERE v.finding_id = ${literal(finding_id)} AND v.decision = ${literal(decision)}
      AND v.reason IS NOT DISTINCT FROM ${text(reason)} AND v."by" IS NOT DISTINCT FROM ${text(by)})
    ON CONFLICT DO NOTHING`;
}

async function transaction<T>(location: string, work: (session: Session) => Promise<T>): Promise<T> {
  return isPostgres(location) ? inPostgres(location, work) : inDuckdb(location, work);
}

async function inDuckdb<T>(folder: string, work: (session: Session) => Promise<T>): Promise<T> {
  const { openDuckdb, textRows } = await import('./duckdb/open.ts');
  const { prepare } = await import('./duckdb/prepare.ts');
  const { connection, close } = await openDuckdb(folder, 'write');
  try {
    await prepare(connection);
    await connection.run('BEGIN');
    const result = await work({
      run: async (sql) => void (await connection.run(sql)),
      numbers: async (sql) => ((await textRows(connection, sql))[0] ?? []).map(Number),
    });
    await connection.run('COMMIT');
    return result;
  } finally {
    // What is not committed is rolled back with the connection.
    close();
  }
}

async function inPostgres<T>(location: string, work: (session: Session) => Promise<T>): Promise<T> {
  const { connect } = await import('./postgres/connect.ts');
  const { prepare, writeLock } = await import('./postgres/prepare.ts');
  const client = await connect(location);
  try {
    await prepare(client);
    await client.query('BEGIN');
    await client.query(writeLock);
    const result = await work({
      run: async (sql) => void (await client.query(sql)),
      numbers: async (sql) => {
        const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
        return (rows[0] ?? []).map(Number);
      },
    });
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}
