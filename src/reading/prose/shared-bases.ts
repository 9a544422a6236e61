import type { TextRelation } from '../../../schemas/index.ts';
import type { Draft } from './draft.ts';

/** What two shares of one whole miss a hundred by, where one of them is wrong or a small part is left out. */
const NEAR_HUNDRED = 5;

/**
 * 整体支出100万元，其中基本支出78万元，占78%；项目支出22万元，占22%: the second share stands behind the list that 其中 opens without a colon, and
 * is of what the first one is of. Told by the two making up a hundred.
 */
export function withSharedBases(
  drafts: readonly Draft[],
  relations: readonly TextRelation[],
): TextRelation[] {
  const shares = new Map(relations.filter(isBare).map((relation) => [relation.from, relation]));
  return relations.map((relation) => {
    const first = isBare(relation) && relation.base === null ? shares.get(relation.from - 2) : undefined;
    if (first?.base == null || first.to !== first.from - 1 || relation.to !== relation.from - 1)
      return relation;
    const [one, other] = [drafts[first.from]!, drafts[relation.from]!];
    const sum = (one.sighting.quantity.value ?? 0) + (other.sighting.quantity.value ?? 0);
    const fits =
      one.sentence === other.sentence &&
      Math.abs(sum - 100) <= NEAR_HUNDRED &&
      !isOfFirst(drafts, first.to as number, relation.to as number, other);
    return fits ? { ...relation, base: first.base } : relation;
  });
}

/** How far a share may be off that is rounded, in points. */
const ROUNDED = 0.51;

/** 基本支出80万元，占80%；人员经费16万元，占20%: of what stands before it, and no part of the same whole. */
function isOfFirst(drafts: readonly Draft[], first: number, second: number, share: Draft): boolean {
  const [whole, part] = [drafts[first], drafts[second]].map((draft) => draft?.sighting.quantity.base_value);
  if (!whole || part == null) return false;
  return Math.abs((part / whole) * 100 - (share.sighting.quantity.value ?? 0)) <= ROUNDED;
}

/** 占77.67%, without a word of what. */
const isBare = ({ base_item: item, kind, text, to }: TextRelation): boolean =>
  kind === 'share_of' && item === null && to !== null && text.replace(/(?:为|约|比)$/, '') === '占';
