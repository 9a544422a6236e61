import { expect, test } from 'vitest';
import type { Filing } from '../../../schemas/index.ts';
import { unitNames } from '../../../src/report/page/run/units.ts';
import { filing } from '../fictional.ts';

const named = (pairs: readonly (readonly [string | null, string | null])[]): (string | undefined)[] => {
  const filings: Filing[] = pairs.map(([organisation, organisation_code], i) => ({
    ...filing(),
    filing_id: `f${i}`,
    organisation,
    organisation_code,
  }));
  const names = unitNames(filings);
  return filings.map(({ filing_id }) => names.get(filing_id));
};

test('a unit that files with its code and without is one among the filters', () => {
  const forms = [
    ['青岚县文化馆', null],
    ['301001-青岚县文化馆', '301001'],
    ['[301001]青岚县文化馆', '301001'],
    ['青岚县文化馆（301001）', '301001'],
    // The code stands in a cell of its own.
    ['青岚县文化馆', '301001'],
  ] as const;
  expect(named(forms)).toEqual(forms.map(() => '青岚县文化馆'));
});

test('a name that bears several codes may be of several units, and each keeps its own', () => {
  expect(
    named([
      ['301001-图书馆', '301001'],
      ['402003-图书馆', '402003'],
    ]),
  ).toEqual(['301001-图书馆', '402003-图书馆']);
});

test('a filing without a name or with a code alone stays as it is', () => {
  expect(
    named([
      [null, null],
      ['301001', '301001'],
      ['第3中学', null],
    ]),
  ).toEqual(['', '301001', '第3中学']);
});
