import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { readFilings } from '../../src/reading/index.ts';

const shared = join(import.meta.dirname, '../../../shared');
const filings = join(shared, 'filings');
const office = /\.(?:xlsx|xls|docx)$/;
const absent = !existsSync(filings);

interface Row {
  document: string;
  forms: number;
  formsFound: number;
  fields: number;
  ok: number;
  spurious: number;
  meta: number;
  metaOk: number;
  amounts: number;
  amountsOk: number;
  amountsSpurious: number;
}

test.skipIf(absent)(
  'acceptance filings in Word and Excel (skipped where ../shared/filings is not beside the repository)',
  { timeout: 120_000 },
  async () => {
    const out = mkdtempSync(join(tmpdir(), 'hedui-reading-'));
    const lines: Record<string, string[]> = {
      documents: [],
      filings: [],
      indicators: [],
      amounts: [],
      findings: [],
    };
    for (const name of readdirSync(filings).filter((each) => office.test(each))) {
      const bytes = readFileSync(join(filings, name));
      const parsed = await parseDocument(bytes, { name });
      if (parsed.status !== 'read') throw new Error(`${name}: ${parsed.error.code}`);
      const id = createHash('sha256').update(bytes).digest('hex');
      const readout = readFilings(parsed.source, id);
      lines.documents?.push(JSON.stringify({ document_id: id, path: name }));
      for (const kind of ['filings', 'indicators', 'amounts'] as const) {
        lines[kind]?.push(...readout[kind].map((record) => JSON.stringify(record)));
      }
    }
    for (const [kind, records] of Object.entries(lines))
      writeFileSync(join(out, `${kind}.jsonl`), records.join('\n'));
    const scored = execFileSync(
      'node',
      [join(shared, 'tools/score.mjs'), out, filings, '--json', '--only', office.source],
      { maxBuffer: 1e8 },
    );
    rmSync(out, { recursive: true });
    const { rows } = JSON.parse(scored.toString()) as { rows: Row[] };
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const lettered = /^[a-e]-/.test(row.document);
      expect(row, row.document).toMatchObject({ spurious: 0, amountsSpurious: 0, formsFound: row.forms });
      expect(row.ok / Math.max(1, row.fields), row.document).toBeGreaterThanOrEqual(
        row.fields === 0 ? 0 : lettered ? 1 : 0.98,
      );
      expect([row.metaOk, row.amountsOk], row.document).toEqual([row.meta, row.amounts]);
    }
  },
);
