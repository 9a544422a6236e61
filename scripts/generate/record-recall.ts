import type { Examination } from '../../schemas/index.ts';
import { bare } from './compare-grids.ts';
import type { Truth } from './expected.ts';

export interface RecordRecall {
  expected: number;
  found: number;
}

/** How many of the expected indicators and amounts stand among the records with name, levels, value and points right, wherever they stand. */
export function recordRecall(truths: readonly Truth[], { indicators, amounts }: Examination): RecordRecall {
  const forms = truths.flatMap((truth) => truth.forms);
  const wanted = [
    ...forms.flatMap((form) =>
      form.indicators.map((one) =>
        key(one.section, one.level1, one.level2, one.level3, one.target?.value, one.target?.unit, one.weight),
      ),
    ),
    ...forms.flatMap((form) =>
      form.amounts.map((one) => key(form.amounts_by_value_only ? '' : one.item, one.value)),
    ),
  ];
  const got = new Map<string, number>();
  const add = (name: string) => got.set(name, (got.get(name) ?? 0) + 1);
  for (const one of indicators)
    add(
      key(one.section, one.level1, one.level2, one.level3, one.target?.value, one.target?.unit, one.weight),
    );
  for (const one of amounts) add(key(one.item, one.value));
  // An amount that is known by its value alone may be looked up once more without its name.
  for (const one of amounts) add(key('', one.value));
  let found = 0;
  for (const name of wanted) {
    const left = got.get(name) ?? 0;
    if (left === 0) continue;
    got.set(name, left - 1);
    found++;
  }
  return { expected: wanted.length, found };
}

const key = (...parts: unknown[]) => bare(parts.map((part) => String(part ?? '')).join('|'));
