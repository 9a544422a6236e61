import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from '../../src/warehouse/difference.ts';
import { migrations, released } from '../../src/warehouse/migrate.ts';
import { stored } from '../../src/warehouse/model/cell.ts';
import { parsedCell } from '../../src/warehouse/model/records.ts';
import { tableOf, tables } from '../../src/warehouse/model/tables.ts';
import { wellFormed } from '../../src/warehouse/well-formed.ts';

describe('the model of the warehouse', () => {
  test('is what the migrations lead to; else run node scripts/warehouse-migration.ts', () => {
    expect(difference('duckdb', released().shapes)).toEqual([]);
    expect(difference('postgres', released().shapes)).toEqual([]);
  });

  test.each(['duckdb', 'postgres'] as const)('has the migrations of %s without a gap', (engine) => {
    const versions = migrations(engine).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: released().version }, (_, index) => index + 1));
  });

  test('has keys that are columns, and comments', () => {
    for (const { name, key, columns, comment } of tables()) {
      expect(
        key.filter((column) => columns.every((one) => one.name !== column)),
        name,
      ).toEqual([]);
      expect(
        [comment, ...columns.map((column) => column.comment)].filter((text) => text.trim() === ''),
        name,
      ).toEqual([]);
    }
  });

  test('keeps money and values as decimals, enums as checked words', () => {
    const column = (table: string, name: string) => tableOf(table).columns.find((one) => one.name === name);
    expect(column('amounts', 'value')?.type).toBe('decimal');
    expect(column('indicators', 'target_base_value')?.type).toBe('decimal');
    expect(column('findings', 'severity')?.oneOf).toEqual(['error', 'warning', 'info']);
    expect(column('documents', 'status')?.oneOf).toEqual(['ok', 'partial', 'failed', 'unsupported']);
    expect(column('indicators', 'target_value')?.comment).toContain('指标值');
  });
});

describe('a change of the model', () => {
  const { shapes } = released();
  const without = (table: string, column: string) => {
    const { [column]: _, ...rest } = shapes[table]!;
    return { ...shapes, [table]: rest };
  };

  test('that adds a column adds it', () => {
    expect(difference('postgres', without('amounts', 'share'))).toEqual([
      'ALTER TABLE "amounts" ADD COLUMN "share" numeric',
    ]);
    expect(difference('duckdb', without('amounts', 'share'))[0]).toBe(
      'ALTER TABLE "amounts" RENAME TO "amounts_former"',
    );
  });

  test('that adds a word widens the check', () => {
    const before = { ...shapes, findings: { ...shapes.findings!, severity: 'text: error warning' } };
    expect(difference('postgres', before)).toEqual([
      'ALTER TABLE "findings" DROP CONSTRAINT "findings_severity_check"',
      'ALTER TABLE "findings" ADD CONSTRAINT "findings_severity_check" CHECK ("severity" IN (\'error\', \'warning\', \'info\'))',
    ]);
  });

  test('that takes a column or a type away is left to a person', () => {
    const before = { ...shapes, findings: { ...shapes.findings!, old: 'text' } };
    expect(() => difference('duckdb', before)).toThrow('findings: what becomes of old');
  });
});

describe('decimals', () => {
  test('that a column keeps are exact, others are told', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (number) => {
        const { value, exact } = stored(String(number), 'decimal');
        if (exact) expect(parsedCell(String(value), 'decimal')).toBe(number + 0);
        if (value !== null) expect(String(value)).toMatch(/^-?\d{1,20}(\.\d+)?$/);
      }),
    );
  });

  test.each([
    ['6951.77', '6951.77', true],
    ['-0.0000000001', '-0.0000000001', true],
    ['99999999999999999999', '99999999999999999999', true],
    ['33.333333333333336', '33.333333333333336', false],
    ['1e-7', '0.0000001000', false],
    ['1e+21', null, false],
    ['Infinity', null, false],
    ['100000000000000000000', null, false],
  ])('%s is kept as %s', (text, value, exact) => {
    expect(stored(text, 'decimal')).toEqual({ value, exact });
  });
});

test('dates are those of the calendar', () => {
  expect(stored('2024-02-29', 'date').exact).toBe(true);
  expect(stored('2023-02-29', 'date')).toEqual({ value: null, exact: false });
  expect(stored('2023-2-1', 'date')).toEqual({ value: null, exact: false });
});

test('what no store takes as text becomes U+FFFD, an escaped backslash stays', () => {
  const text = ['a\0b', '\ud800', '𠮷', '\\u0000', '\\\\u0000'];
  expect(JSON.parse(wellFormed(JSON.stringify(text)))).toEqual([
    'a\ufffdb',
    '\ufffd',
    '𠮷',
    '\\u0000',
    '\\\\u0000',
  ]);
});
