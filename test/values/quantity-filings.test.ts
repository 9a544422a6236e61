import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readQuantity } from '../../src/values/quantity.ts';

const filings = fileURLToPath(new URL('../../../shared/filings/', import.meta.url));

interface Expected {
  raw: string;
  kind: string;
  op: string | null;
  value: number | null;
  upper: number | null;
  unit: string | null;
}

/** Every quantity of a truth, wherever it stands. */
function quantitiesIn(node: unknown): Expected[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('raw' in node && 'kind' in node) return [node as Expected];
  return Object.values(node).flatMap(quantitiesIn);
}

/** What the form prints in columns of its own is not in `raw`. */
function columnsOf(expected: Expected): { unit: string | null; op: string | null } {
  return {
    unit: expected.unit !== null && !expected.raw.includes(expected.unit) ? expected.unit : null,
    op: /[<>=≥≤]/.test(expected.raw) ? null : expected.op,
  };
}

test.skipIf(!existsSync(filings))(
  'reads every quantity of the acceptance filings (skipped without ../shared)',
  () => {
    const truths = readdirSync(filings).filter((name) => name.endsWith('.truth.json'));
    const all = truths.flatMap((name) => quantitiesIn(JSON.parse(readFileSync(filings + name, 'utf8'))));
    expect(all.length).toBeGreaterThan(300);
    const wrong = all.filter((expected) => {
      const { kind, op, value, upper, unit } = readQuantity(expected.raw, columnsOf(expected));
      return (
        JSON.stringify({ kind, op, value, upper, unit }) !==
        JSON.stringify({
          kind: expected.kind,
          op: expected.op,
          value: expected.value,
          upper: expected.upper,
          unit: expected.unit,
        })
      );
    });
    expect(wrong).toEqual([]);
  },
);
