// Writes the table of docs/limits.md anew from the limits as they are: `node scripts/limits.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { limitsTable } from '../src/ingest/limits.ts';

const page = new URL('../docs/limits.md', import.meta.url);
const table = /^\| name \| default [\s\S]*?\n(?=\n)/m;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(table, () => `${limitsTable()}\n`),
);
