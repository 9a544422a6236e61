import type { TextRelation } from '../../../schemas/index.ts';
import type { Draft } from './draft.ts';

/** 教育支出年初预算60万元，支出决算58万元 among the parts of what was spent: those of the other stage are no parts of it. */
export function ofOneStage(drafts: readonly Draft[], relations: readonly TextRelation[]): TextRelation[] {
  const stages = valuesBy(relations, ({ from }) => stageOf(drafts[from]));
  return relations.filter(({ from, to }) => {
    const own = stageOf(drafts[from]);
    const among = stages.get(to);
    if (own === null || !among?.has('planned') || !among.has('executed')) return true;
    return own === (stageOf(to === null ? undefined : drafts[to]) ?? 'executed');
  });
}

function stageOf(draft: Draft | undefined): 'planned' | 'executed' | null {
  const item = draft?.item ?? '';
  if (/决算|执行|实际|^支出$/.test(item)) return 'executed';
  return /预算数?$|计划数?$/.test(item) ? 'planned' : null;
}

/** 市级资金2000万元，其中上年结转200万元，支出1500万元，结余500万元: what became of a fund is no part beside where it came from. */
export function withoutUses(drafts: readonly Draft[], relations: readonly TextRelation[]): TextRelation[] {
  const useOf = ({ from }: TextRelation): 'spent' | 'left' | 'part' => {
    const item = drafts[from]?.item ?? '';
    if (spent.test(item)) return 'spent';
    return left.test(item) ? 'left' : 'part';
  };
  const uses = valuesBy(relations, useOf);
  return relations.filter((relation) => useOf(relation) === 'part' || uses.get(relation.to)!.size < 3);
}

/** What holds of the parts of each whole. */
function valuesBy<T>(
  relations: readonly TextRelation[],
  read: (relation: TextRelation) => T,
): Map<number | null, Set<T>> {
  const values = new Map<number | null, Set<T>>();
  for (const relation of relations) {
    const known = values.get(relation.to);
    if (known) known.add(read(relation));
    else values.set(relation.to, new Set([read(relation)]));
  }
  return values;
}

const spent = /^(?:实际|已|累计)?(?:支出|支付|使用)(?:资金)?$/;
const left = /^(?:年末|资金)?(?:结余|结转结余|剩余)(?:资金)?$/;
