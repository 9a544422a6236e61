import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProfileFile } from '../../schemas/config.ts';
import { judgingOf } from '../../src/cli/judging.ts';
import { reconcile, reconcileSet } from '../../src/reconcile/index.ts';
import { effective, judging, PROFILES } from '../../src/reconcile/profiles/index.ts';
import { NATIONAL } from '../../src/reconcile/profiles/national.ts';
import { STA_02 } from '../../src/reconcile/rules/sta-02.ts';
import { amount, check, filing, indicator, quantity, under } from './records.ts';

const ok = (layers: Parameters<typeof judging>[0]) => {
  const found = judging(layers);
  if ('unknown' in found) throw new Error(found.unknown.join());
  return found;
};
const write = (name: string, value: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'profile-')), name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const records = {
  filings: [filing()],
  indicators: [],
  texts: [],
  amounts: [
    amount({ item: '甲', value: 1 }),
    amount({ item: '乙', value: 2 }),
    amount({ item: '合计', value: 5 }),
  ],
};
const sums = (settings: Parameters<typeof reconcile>[1]) =>
  reconcile(records, settings).findings.filter(({ rule }) => rule === 'SUM-01');

describe('profiles', () => {
  it('that hedui brings follow their schema and name what they come from', () => {
    for (const profile of PROFILES.values()) {
      expect(ProfileFile.safeParse(profile).error).toBeUndefined();
      expect(ok([profile]).profile.weightBase.source.document).not.toBe('');
    }
    expect([...PROFILES.keys()]).toEqual(['national', 'sichuan', 'hubei']);
  });

  it('change what they name and leave the rest', () => {
    const { profile } = ok([PROFILES.get('hubei')!]);
    expect(profile.weightBase.withoutExecution).toContain(80);
    expect(profile.compositions).toEqual(NATIONAL.compositions);
  });

  it('say what a whole is made of: a rule of theirs adds that up, and no other', () => {
    const parts = under(amount({ item: '三公经费', value: 10.5, role: 'total' }), [
      amount({ item: '因公出国（境）费', value: 5.25 }),
      amount({ item: '公务接待费', value: 2.25 }),
      amount({ item: '公务用车费', value: 4.25 }),
    ]);
    expect(check({ amounts: parts }).findings.map(({ rule }) => rule)).toEqual(['SUM-10']);
  });

  it('take the split of the points that a province prints, and say so of another', () => {
    const splits = (points: Record<string, number>, id: string) => {
      const indicators = Object.entries(points).map(([level1, weight]) => indicator({ level1, weight }));
      const given = { filings: [filing()], indicators, amounts: [], texts: [] };
      return reconcile(given, ok([PROFILES.get(id)!])).findings.filter(({ rule }) => rule === 'WGT-03')
        .length;
    };
    const printed: Record<string, number>[] = [
      { 产出指标: 60, 效益指标: 30 },
      { 产出指标: 22.5, 成本指标: 22.5, 效益指标: 22.5, 满意度指标: 22.5 },
    ];
    expect(printed.map((points) => splits(points, 'sichuan'))).toEqual([0, 0]);
    expect(printed.map((points) => splits(points, 'national'))).toEqual([1, 1]);
    expect(splits({ 产出指标: 50, 效益指标: 40 }, 'sichuan')).toBe(1);
  });

  it('switch rules off and change how loud they are', () => {
    expect(sums(ok([]))[0]?.severity).toBe('error');
    expect(sums(ok([{ severities: { 'SUM-01': 'warning' } }]))[0]?.severity).toBe('warning');
    expect(sums(ok([{ severities: { 'SUM-01': 'off' } }]))).toEqual([]);
  });

  it('change thresholds for their run only', () => {
    const filings = Array.from({ length: 4 }, (_, i) =>
      filing({ filing_id: `f${i}`, document_id: `d${i}`, organisation: `第${i}村` }),
    );
    const indicators = [300, 301, 302, 3000].map((value, i) =>
      indicator({
        filing_id: `f${i}`,
        document_id: `d${i}`,
        level3: '培训成本',
        target: quantity(value, '元/人'),
      }),
    );
    const set = { filings, indicators, amounts: [], texts: [] };
    const tuned = ok([{ parameters: { 'STA-02': { least: 4 } } }]);
    const told = (settings: Parameters<typeof reconcileSet>[1]) =>
      reconcileSet(set, settings).findings.filter(({ rule }) => rule === 'STA-02').length;
    expect(told(tuned)).toBe(1);
    expect(told(ok([]))).toBe(0);
    expect(STA_02.parameters.least?.value).toBe(8);
    expect(JSON.stringify(effective(tuned))).toContain('"parameters":{"least":4,');
  });

  it('are refused where they name a rule or a threshold that is none', () => {
    expect(judging([{ parameters: { 'STA-02': { most: 1 } } }])).toEqual({ unknown: ['STA-02.most'] });
    expect(judging([{ severities: { 'SUM-99': 'off' } }])).toEqual({ unknown: ['SUM-99'] });
  });
});

const english = { say: (_: string, en: string) => en };

describe('settings files', () => {
  it('name a profile beside them, which may extend another', async () => {
    const profile = write('county.json', {
      id: 'county',
      extends: 'sichuan',
      severities: { 'STR-06': 'off' },
    });
    const config = write('hedui.config.json', { profile, severities: { 'SUM-01': 'info' } });
    const found = await judgingOf({ config }, english);
    if (typeof found === 'string') throw new Error(found);
    expect(found.profile.id).toBe('county+config');
    expect(found.profile.severities).toEqual({ 'STR-06': 'off', 'SUM-01': 'info' });
    expect(found.profile.weightSplits).toEqual(PROFILES.get('sichuan')!.weightSplits);
  });

  it.each([
    [{ severities: { 'SUM-01': 'loud' } }, 'severities.SUM-01'],
    [{ weightBase: { execution: 10 } }, 'weightBase.withExecution'],
    [{ colour: 'red' }, 'colour'],
    ['{', 'JSON'],
  ])('are refused with the field: %j', async (value, why) => {
    expect(await judgingOf({ config: write('hedui.config.json', value) }, english)).toContain(why);
  });

  it('are refused where a profile is missing or extends itself', async () => {
    expect(await judgingOf({ profile: 'atlantis' }, english)).toContain(
      'expected one of national, sichuan, hubei',
    );
    const path = write('a.json', '');
    writeFileSync(path, JSON.stringify({ id: 'a', extends: path }));
    expect(await judgingOf({ profile: path }, english)).toContain('circle');
  });
});
