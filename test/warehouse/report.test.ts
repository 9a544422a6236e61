import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { examine } from '../../src/index.ts';
import { form, hedui } from '../cli/run.ts';
import { duckdbEngine, load, postgresEngine } from './engines.ts';

const postgres = await postgresEngine();
const duckdb = duckdbEngine();
const folder = mkdtempSync(join(tmpdir(), 'hedui-report-'));

afterAll(async () => {
  await duckdb.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(postgres === null)(
  'a report from PostgreSQL is the one from DuckDB',
  { timeout: 120_000 },
  async () => {
    const examinations = [];
    for (const [path, total] of [
      ['a.html', '30.00'],
      ['b.html', '40.00'],
      ['<script>.html', '50.00'],
    ] as const)
      examinations.push(await examine(Buffer.from(form(total)), { path }));
    const reports: Record<string, string>[] = [];
    for (const engine of [duckdb, postgres!]) {
      const place = await engine.place();
      await load(place, examinations);
      const to = join(folder, engine.name);
      const { code, stderr } = hedui(['report', '--warehouse', place, '--to', to, '--title', '核对']);
      expect([code, stderr]).toEqual([0, expect.stringContaining('3 个文件')]);
      const names = readdirSync(to, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      reports.push(
        Object.fromEntries(
          names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
        ),
      );
    }
    const [fromDuckdb, fromPostgres] = reports;
    expect(Object.keys(fromDuckdb!)).toHaveLength(4);
    expect(fromPostgres).toEqual(fromDuckdb);
  },
);
