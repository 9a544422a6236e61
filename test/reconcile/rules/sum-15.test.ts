import { describe, expect, it } from 'vitest';
import { SUM_15 } from '../../../src/reconcile/rules/sum-15.ts';
import { readQuantity } from '../../../src/values/index.ts';
import { at, check, figuresOf, indicator } from '../records.ts';

/** An indicator of the whole with those of two cities behind it. */
const group = (level3: string, ...values: readonly string[]) =>
  values.map((value, k) =>
    indicator({
      level3,
      section: 'evaluation',
      ...(k === 0 ? {} : { scope: ['东岭市', '西渡市'][k - 1] ?? '' }),
      actual: readQuantity(value),
      source: { actual: at(level3.length, k) },
    }),
  );
const found = (...indicators: ReturnType<typeof group>) => check({ indicators }, SUM_15).findings;

describe('SUM-15, the places of a whole', () => {
  const right = [
    ...group('防控面积', '90万亩', '48万亩', '42万亩'),
    ...group('补助农户数', '860户', '500户', '360户'),
  ];

  it('passes where they add up', () => {
    expect(found(...right)).toEqual([]);
  });
  it('fails where one indicator of a table does not', () => {
    const [finding] = found(...right, ...group('新建棚圈座数', '95座', '50座', '42座'));
    expect(finding).toMatchObject({ severity: 'error', kind: 'sum', actual: 95, expected: 92 });
    expect(figuresOf(finding)).toEqual([95, 50, 42]);
  });
  it('is on the edge of the last place', () => {
    const of = (value: string) => found(...right, ...group('减少粮食损失', value, '3.2万吨', '2.9万吨'));
    expect(of('6.1万吨')).toEqual([]);
    expect(of('6.8万吨')).toHaveLength(1);
  });
  it('cannot tell of rates, nor where no other indicator closes', () => {
    expect(found(...right, ...group('处置及时率', '93%', '94%', '92%'))).toEqual([]);
    expect(found(...group('防控面积', '120万亩', '48万亩', '42万亩'))).toEqual([]);
  });
});
