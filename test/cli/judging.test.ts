import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../schemas/index.ts';
import { hedui } from './run.ts';

const file = 'samples/project-targets-transposed-total.xlsx';
const folder = mkdtempSync(join(tmpdir(), 'judging-'));
const write = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};
const findingsOf = (stdout: string): Finding[] =>
  stdout
    .split('\n')
    .filter((line) => line.includes('"record":"finding"'))
    .map((line) => JSON.parse(line) as Finding);

describe('check', () => {
  const plain = hedui(['check', file, '--format', 'json']);
  const errors = findingsOf(plain.stdout).filter(({ severity }) => severity === 'error');

  test('leaves out what was dismissed, and names decisions that match nothing', () => {
    expect(plain.code).toBe(1);
    expect(errors.length).toBeGreaterThan(0);
    const decisions = write('decisions.json', [
      ...errors.map(({ finding_id }) => ({ finding_id, decision: 'dismiss', reason: '附注已说明' })),
      { finding_id: 'gone', decision: 'confirm' },
    ]);
    const run = hedui(['check', file, '--format', 'json', '--decisions', decisions, '--lang', 'en']);
    expect(run.code).toBe(0);
    expect(findingsOf(run.stdout).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(run.stderr).toContain(
      `${errors.length} findings dismissed, 0 confirmed, 1 decisions match nothing`,
    );
    expect(run.stderr).toContain('gone confirm');
  });

  test('writes dismissed findings as suppressed in SARIF', () => {
    const [first] = errors;
    const decisions = write('one.json', [
      { finding_id: first!.finding_id, decision: 'dismiss', reason: '附注' },
    ]);
    const { stdout } = hedui(['check', file, '--format', 'sarif', '--decisions', decisions]);
    const log = JSON.parse(stdout) as { runs: { results: { suppressions?: unknown[] }[] }[] };
    expect(log.runs[0]?.results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(1);
  });

  test('judges by the settings given, and refuses those that it cannot read', () => {
    const off = Object.fromEntries(errors.map(({ rule }) => [rule, 'off']));
    const run = hedui(['check', file, '--config', write('c.json', { severities: off })]);
    expect(run.code).toBe(0);
    const misspelt = write('e.json', { parameters: { 'STA-02': { leest: 12 } } });
    const refused = hedui(['check', file, '--config', misspelt], { HEDUI_LANG: 'en' });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`${misspelt}: no such rule or parameter: STA-02.leest`);
    const bad = hedui(['check', file, '--config', write('d.json', { severities: { 'SUM-01': 'loud' } })]);
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain('severities.SUM-01');
    const unknown = hedui(['check', file, '--profile', 'atlantis', '--lang', 'en']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('expected one of national');
  });
});

test('settings prints what is in effect', () => {
  const { code, stdout } = hedui(['settings', '--profile', 'hubei']);
  expect(code).toBe(0);
  const { profile, rules } = JSON.parse(stdout) as {
    profile: { id: string; weightBase: { withoutExecution: number[] } };
    rules: { id: string; parameters: Record<string, number> }[];
  };
  expect(profile.id).toBe('hubei');
  expect(profile.weightBase.withoutExecution).toContain(80);
  expect(rules.find(({ id }) => id === 'STA-02')?.parameters.least).toBe(8);
});
