import type { Amount } from '../../schemas/index.ts';
import type { Fact } from './facts/fact.ts';

/** What tells two figures of one line apart that bear its name alone, as forms head their columns. */
const STAGES: Readonly<Partial<Record<Amount['measure'], string>>> = {
  total_budget: '总预算',
  initial_budget: '年初预算数',
  annual_budget: '全年预算数',
  executed: '执行数',
  budget: '预算数',
  final: '决算数',
  arrived: '到位数',
  adjustment: '预算调整数',
  balance: '结余',
  rate: '执行率',
};
const SIDES: Readonly<Partial<Record<Amount['section'], string>>> = { income: '收入', expenditure: '支出' };

/** The names of the facts of one finding: no two cells bear the same where head, stage or side of the account tell them apart. */
export function namedApart(facts: readonly Fact[]): (fact: Fact) => string {
  const alike = Map.groupBy(new Set(facts), ({ label }) => label);
  const telling = new Map([...alike].map(([label, same]) => [label, tellingApart(same)]));
  return (fact) => {
    const name = telling.get(fact.label)?.find((nameOf) => nameOf(fact) !== undefined)?.(fact);
    return name === undefined ? fact.label : `${fact.label}·${name}`;
  };
}

/** What facts of one name differ in. */
const tellingApart = (same: readonly Fact[]): ((fact: Fact) => string | undefined)[] =>
  [headOf, stageOf, sideOf].filter((nameOf) => new Set(same.map(nameOf)).size > 1);

const headOf = ({ head }: Fact): string | undefined => head?.replaceAll(' / ', '·');
const stageOf = (fact: Fact): string | undefined => STAGES[partOf(fact, 3) as Amount['measure']];
const sideOf = (fact: Fact): string | undefined => SIDES[partOf(fact, 0) as Amount['section']];
const partOf = ({ field, key }: Fact, at: number): string | undefined =>
  field === 'value' ? key.split('|')[at] : undefined;
