import { expect, it } from 'vitest';
import { partsByNorm } from '../../src/reconcile/narrative/parts-by-norm.ts';
import type { Composition } from '../../src/reconcile/profiles/profile.ts';

it('takes parts of a part for it: all of them, or some where both are of one rule', () => {
  const norms = (rule: string): Composition[] =>
    [
      { rule: 'A', whole: ['支出'], parts: [['基本'], ['项目']] },
      { rule, whole: ['基本'], parts: [['人员'], ['公用']] },
    ] as unknown as Composition[];
  const found = (rule: string, ...told: string[]) => {
    const compositions = norms(rule);
    return partsByNorm(compositions, compositions[0]!, (names) =>
      told.filter((each) => names.includes(each)),
    );
  };
  expect(found('B', '基本', '项目', '人员')).toEqual([['基本'], ['项目']]);
  expect(found('B', '人员', '公用', '项目')).toEqual([['人员'], ['公用'], ['项目']]);
  expect(found('B', '人员', '项目')).toBeNull();
  expect(found('A', '人员', '项目')).toEqual([['人员'], ['项目']]);
  expect(found('A', '项目')).toBeNull();
  expect(found('A', '基本')).toBeNull();
});
