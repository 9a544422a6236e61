import { describe, expect, test } from 'vitest';
import { readClaims } from '../../../src/reading/prose/index.ts';

/** What each change and growth of a text is said of, by the figure. */
function subjects(text: string): [string, string | null][] {
  const { figures, relations } = readClaims(text, 2025);
  return relations
    .filter(({ kind }) => kind === 'change' || kind === 'growth')
    .map(({ from, to }) => [figures[from]?.raw ?? '', to === null ? null : (figures[to]?.raw ?? '')]);
}

describe('comparisons behind a breakdown', () => {
  test('are of the whole where the parts make it up', () => {
    const text =
      '2025年支出预算800万元，其中基本支出480万元，项目支出320万元，比上年增加80万元，增长11.11%。';
    expect(subjects(text)).toEqual([
      ['80万元', '800万元'],
      ['11.11%', '800万元'],
    ]);
    expect(readClaims(text, 2025).figures.at(-1)?.item).toBe('支出预算');
  });

  test('are of the last part where only that fits', () => {
    const text = '2025年支出预算800万元，其中基本支出480万元，项目支出320万元，比上年增加20万元，增长6.67%。';
    expect(subjects(text).map(([, of]) => of)).toEqual(['320万元', '320万元']);
  });

  test('are of each part where every part has its own, or where parts are missing', () => {
    const each =
      '支出预算800万元，其中基本支出480万元，比上年增加30万元，项目支出320万元，比上年增加50万元。';
    expect(subjects(each).map(([, of]) => of)).toEqual(['480万元', '320万元']);
    const missing = '支出预算800万元，其中基本支出380万元，项目支出320万元，比上年增加50万元。';
    expect(subjects(missing).map(([, of]) => of)).toEqual(['320万元']);
  });
});

test('a bracket with what was aimed at holds no part', () => {
  const { relations } = readClaims(
    '全年修缮校舍51处（目标57处），培训教师120人次（年度目标118人次）。',
    2031,
  );
  expect(relations).toEqual([]);
});

test('what was spent of a fund and is left of it are no parts beside where it came from, and parts where they stand alone', () => {
  const partsOf = (text: string): (string | undefined)[] => {
    const { figures, relations } = readClaims(text, 2031);
    return relations.filter(({ kind }) => kind === 'part_of').map(({ from }) => figures[from]?.raw);
  };
  const carried = '市级资金2000万元，其中上年结转200万元，支出1500万元，结余500万元。';
  expect(partsOf(carried)).toEqual(['200万元']);
  expect(partsOf('市级资金2000万元，其中支出1500万元，结余500万元。')).toEqual(['1500万元', '500万元']);
});
