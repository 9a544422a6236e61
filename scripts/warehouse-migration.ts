// Writes the next migration of the warehouse, for both engines, where the model has changed since the last one:
//   node scripts/warehouse-migration.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { difference, modelShapes } from '../src/warehouse/difference.ts';
import { released } from '../src/warehouse/migrate.ts';

const folder = new URL('../src/warehouse/migrations/', import.meta.url);
const { version, shapes } = released();
const name = `${String(version + 1).padStart(3, '0')}.sql`;
if (difference('duckdb', shapes).length === 0) process.stdout.write('nothing has changed\n');
else {
  for (const engine of ['duckdb', 'postgres'] as const) {
    mkdirSync(new URL(`${engine}/`, folder), { recursive: true });
    writeFileSync(new URL(`${engine}/${name}`, folder), `${difference(engine, shapes).join(';\n\n')};\n`);
  }
  const snapshot = { version: version + 1, shapes: modelShapes() };
  writeFileSync(new URL('tables.json', folder), `${JSON.stringify(snapshot, null, 2)}\n`);
  process.stdout.write(`wrote ${name}\n`);
}
