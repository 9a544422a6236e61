import type { Client, QueryConfig } from 'pg';
import type { TextRow } from '../model/records.ts';
import type { Answer, WarehouseReader } from '../reader.ts';
import { connect } from './connect.ts';

/** Rows that are fetched at once. */
const batchSize = 2000;

/** The warehouse of a server, read in one transaction that changes nothing and sees one state; null where there is none. */
export async function postgresReader(location: string): Promise<WarehouseReader | null> {
  const client = await connect(location);
  const { rows } = await client.query("SELECT to_regclass('documents') IS NOT NULL AS found");
  if (!rows[0].found) {
    await client.end();
    return null;
  }
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  let cursors = 0;
  const cursor = (sql: string) => {
    cursors += 1;
    return fetched(client, `hedui_${cursors}`, sql);
  };
  return {
    engine: 'postgres',
    rows: (sql) => cursor(sql).batches,
    query: async (sql) => {
      const answer = cursor(sql);
      return { columns: await answer.columns(), batches: answer.batches };
    },
    close: () => client.end(),
  };
}

/** OIDs of PostgreSQL's numbers: int8, int2, int4, float4, float8, numeric. */
const numberTypes = new Set([20, 21, 23, 700, 701, 1700]);

interface Fetched {
  columns: () => Promise<Answer['columns']>;
  batches: AsyncGenerator<TextRow[]>;
}

/** Rows through a cursor of the server's, so that none but a batch is held. A cursor takes one query that gives rows. */
function fetched(client: Client, name: string, sql: string): Fetched {
  let first: Promise<Fetch> | undefined;
  const begin = () => {
    // The extended protocol takes one statement: what follows a semicolon is refused, not run.
    const text = `DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`;
    const query: QueryConfig & { queryMode: 'extended' } = { text, queryMode: 'extended' };
    first ??= client.query(query as QueryConfig).then(() => next(client, name));
    return first;
  };
  return {
    async columns() {
      const { fields } = await begin();
      return fields.map(({ name: column, dataTypeID }) => ({
        name: column,
        type: String(dataTypeID),
        isNumber: numberTypes.has(dataTypeID),
      }));
    },
    batches: (async function* () {
      for (let batch = await begin(); batch.rows.length > 0; batch = await next(client, name))
        yield batch.rows;
      await client.query(`CLOSE ${name}`);
    })(),
  };
}

interface Fetch {
  fields: { name: string; dataTypeID: number }[];
  rows: TextRow[];
}

async function next(client: Client, name: string): Promise<Fetch> {
  const { fields, rows } = await client.query({
    text: `FETCH ${batchSize} FROM ${name}`,
    rowMode: 'array',
    // Every cell as the server writes it.
    types: { getTypeParser: () => (text: string) => text },
  });
  return { fields, rows: rows as unknown as TextRow[] };
}
