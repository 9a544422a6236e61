import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as cellDoubts from '../../parsers/cell-doubts.ts';
import { doubtName } from '../../src/report/doubts.ts';
import { roleName } from '../../src/report/finding/roles.ts';
import { reasonLines, reasonsInLine } from '../../src/report/reasons.ts';

/** role: 'part', evidenceOf(fact, 'part') and figureEvidence(claim, index, 'part'). */
const ROLE = /\brole: '([a-z ]+)'|\b(?:figureEvidence|evidenceOf)\([^()]*, '([a-z ]+)'\)/g;

/** doubt: 'its first …', doubt ?? `read as …` and reason = 'no figure …'. */
const DOUBT = /\b(?:doubt|reason)\b(?:[^;{}'`]{0,60}?(?:[=:]|\?\?)) ?['`]([a-z%]+ [^'`\n]+)['`]/g;

describe('what a reader of Chinese is told', () => {
  it('has reasons of the coverage in Chinese, and keeps those that it does not know', () => {
    const reasons = { 'total is blank': 2, 'no count of 户': 1, 'a reason of long ago': 1 };
    expect(reasonLines(reasons, 'zh')).toEqual([
      '合计空白 ×2',
      '没有以“户”计的数量 ×1',
      'a reason of long ago ×1',
    ]);
    expect(reasonsInLine(reasons, 'en')).toBe(
      'total is blank ×2; no count of 户 ×1; a reason of long ago ×1',
    );
  });

  it('has doubts in Chinese, with what was read', () => {
    expect(doubtName('error value #NAME?', 'zh')).toBe('单元格为错误值 #NAME?');
    expect(doubtName('read as 12, and as 72 at a second look', 'zh')).toBe('先读作“12”，复读作“72”');
    expect(doubtName('read as 12 and as 72', 'zh')).toBe('分别读作“12”和“72”');
    expect(doubtName('read: ocr, settled by sum', 'zh')).toBe('识别所得，由算式确定');
    expect(doubtName('error value', 'zh')).toBe('单元格为错误值');
    expect(doubtName('in a hidden row or column', 'zh')).toBe('位于隐藏的行或列');
    expect(doubtName('a doubt of long ago', 'zh')).toBe('a doubt of long ago');
    expect(doubtName('damaged characters', 'en')).toBe('damaged characters');
  });

  it('has every doubt that a reader of a format tells in Chinese', () => {
    const said = ['../../parsers', '../../src/reading'].flatMap((name) => {
      const folder = join(import.meta.dirname, name);
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      return files
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'));
    });
    const told = said.flatMap((text) => [...text.matchAll(DOUBT)].map(([, doubt]) => doubt!));
    expect(told.length).toBeGreaterThan(20);
    // read as ${[…].join(' and as ')}: a text within a text ends it too early.
    const whole = told.filter((doubt) => doubt.split('${').length === doubt.split('}').length);
    const all = new Set([...whole, ...Object.values(cellDoubts).map((doubt) => `${doubt}`)]);
    expect([...all].filter((doubt) => doubtName(doubt, 'zh') === doubt)).toEqual([]);
  });

  it('has every role that a rule gives to a cell in Chinese', () => {
    const folder = join(import.meta.dirname, '../../src/reconcile');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const given = files.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(ROLE)].map(
        ([, field, argument]) => field ?? argument!,
      ),
    );
    expect(given.length).toBeGreaterThan(20);
    expect([...new Set(given)].filter((role) => roleName(role, 'zh') === role)).toEqual([]);
  });

  it('has the parts of an equation in Chinese', () => {
    expect(roleName('unit cost', 'zh')).toBe('单价');
    expect(roleName('参训人数', 'en')).toBe('参训人数');
  });
});
