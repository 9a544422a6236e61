import type { Client } from 'pg';

/** The schema that everything of ours stands in. */
export const schemaName = 'hedui';

/** A session whose names are those of our schema. Its times are UTC, and its figures those of the warehouse. */
export async function connect(location: string): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: location, application_name: 'hedui' });
  // A server that ends the session shows in the next query; without this it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `SET search_path = ${schemaName}, pg_temp; SET TIME ZONE 'UTC'; SET client_min_messages = warning`,
  );
  return client;
}
