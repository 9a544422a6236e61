import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDecisions } from '../../src/cli/decisions-file.ts';
import { decide, remaining } from '../../src/reconcile/decisions.ts';
import { SUM_01 } from '../../src/reconcile/rules/sum-01.ts';
import { amount, check } from './records.ts';

const english = { say: (_zh: string, en: string) => en };

const { findings } = check(
  {
    amounts: [
      amount({ item: '甲', value: 1 }),
      amount({ item: '乙', value: 2 }),
      amount({ item: '合计', value: 5 }),
    ],
  },
  SUM_01,
);
const id = findings[0]!.finding_id;
const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'decisions-')), 'decisions.jsonl');
  writeFileSync(path, text);
  return path;
};

describe('decisions', () => {
  it('take a dismissed finding out, keep a confirmed one, and name those that match nothing', () => {
    const gone = { finding_id: 'gone', decision: 'confirm' } as const;
    const dismissed = decide(findings, [{ finding_id: id, decision: 'dismiss', reason: '含待摊' }, gone]);
    expect(remaining(findings, dismissed)).toEqual([]);
    expect(dismissed.dismissed.get(id)).toBe('含待摊');
    expect(dismissed.unmatched).toEqual([gone]);
    expect(remaining(findings, decide(findings, [{ finding_id: id, decision: 'confirm' }]))).toEqual(
      findings,
    );
  });

  it('are overruled by later ones', () => {
    const both = decide(findings, [
      { finding_id: id, decision: 'dismiss', reason: '重复' },
      { finding_id: id, decision: 'confirm' },
    ]);
    expect(both.dismissed.size).toBe(0);
    expect(both.confirmed.has(id)).toBe(true);
  });

  it('are read from lines and from an array', () => {
    const one = { finding_id: id, decision: 'dismiss', reason: '含待摊', by: '审核员甲', at: '2031-03-01' };
    expect(readDecisions(file(`${JSON.stringify(one)}\n\n`), english)).toEqual([one]);
    expect(readDecisions(file(JSON.stringify([one, one])), english)).toEqual([one, one]);
    expect(readDecisions(file(''), english)).toEqual([]);
  });

  it.each([
    ['{"finding_id":"a","decision":"dismiss"}', 'needs a reason'],
    ['{"finding_id":"a","decision":"maybe"}', 'decision'],
    ['{"finding_id":"a","decision":"confirm","extra":1}', 'extra'],
    ['not json', ':1: not JSON'],
    ['[1', 'not JSON'],
  ])('are refused with the place: %s', (text, why) => {
    expect(readDecisions(file(text), english)).toContain(why);
  });

  it('are refused where there is no file', () => {
    expect(readDecisions(join(tmpdir(), 'no', 'such.jsonl'), english)).toContain('ENOENT');
  });
});
