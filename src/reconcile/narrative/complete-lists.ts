import type { TextRelation } from '../../../schemas/index.ts';
import { type Claim, figureOf, relationsOf } from './claims.ts';
import { conceptOf, isGeneric, stem } from './concept.ts';
import { partsByNorm, stemsOf } from './parts-by-norm.ts';

/** Kinds that make up what they part between them: 货物, 工程 and 服务 of what is bought, the levels of a score, what any function spends. */
const KINDS: readonly (readonly RegExp[])[] = [
  [/货物/, /工程/, /服务/],
  [/执行/, /产出/, /效益/, /满意/],
  [/决策|投入/, /过程|管理/, /产出/, /效益|效果/],
  [/^基本支出/, /^项目支出/],
];

/** What a list ends in that leaves nothing out: 其他用车. */
const REST = /^其[他它]/;

/** 收入总计 is 本年收入 and what was carried over; 支出总计 is 本年支出 and what is left. */
function isCarried([first, ...rest]: readonly string[]): boolean {
  return (
    /^(?:本年)?(?:收入|支出)(?:合计)?$/.test(first!) &&
    /结转/.test(rest.at(-1)!) &&
    rest.every((name) => CARRIED.test(name))
  );
}

/** 实有人数 is 在职, 离休 and 退休; posts are none of them. */
function isStaff(names: readonly string[], whole: string): boolean {
  if (names.length !== STAFF.length || /编制/.test(whole)) return false;
  return STAFF.every((kind) => names.some((name) => kind.test(name)));
}

const STAFF = [/在职|在编/, /离休/, /退休/];
const CARRIED = /结转|结余/;

/** Whether parts that a sentence names are all of their whole: by the norms, by their kinds, by 其他 at their end or by shares that make a hundred. */
export function isComplete(claim: Claim, to: number, relations: readonly TextRelation[]): boolean {
  const names = relations.map(({ from }) => figureOf(claim, from)?.item ?? '');
  if (names.length < 2) return false;
  if (
    isCarried(names) ||
    isStaff(names, figureOf(claim, to)?.item ?? '') ||
    REST.test(names.at(-1)!) ||
    isComposed(claim, to, relations) ||
    makeHundred(claim, relations)
  )
    return true;
  return KINDS.some(
    (kinds) => kinds.length === names.length && kinds.every((kind) => names.some((name) => kind.test(name))),
  );
}

/** The profile knows these as all parts of the whole: 基本支出 = 人员经费 + 公用经费. */
function isComposed(claim: Claim, to: number, relations: readonly TextRelation[]): boolean {
  const nameOf = (index: number): string => stem(conceptOf(figureOf(claim, index)?.item ?? null)?.name ?? '');
  const { compositions } = claim.document.profile;
  const composition = compositions.find(({ whole }) => isOf(nameOf(to), stemsOf(whole)));
  if (composition === undefined) return false;
  const named = relations.map(({ from }) => nameOf(from));
  const parts = partsByNorm(compositions, composition, (names) =>
    named.filter((name) => stemsOf(names).has(name)),
  );
  return parts !== null && parts.flat().length === relations.length;
}

/** 决算数 stands for all that was spent. */
function isOf(name: string, stems: ReadonlySet<string>): boolean {
  return stems.has(name) || (isGeneric(name) && [...stems].some(isGeneric));
}

/** Half a unit of a share without decimals, for each of them. */
const ROUND_OFF = 0.05;

function makeHundred(claim: Claim, relations: readonly TextRelation[]): boolean {
  const shares = relations.map(({ from }) => {
    const share = relationsOf(claim, 'share_of').find(({ to }) => to === from);
    return figureOf(claim, share?.from ?? null)?.value ?? null;
  });
  if (shares.some((share) => share === null)) return false;
  const sum = shares.reduce<number>((all, share) => all + share!, 0);
  return Math.abs(sum - 100) <= ROUND_OFF * shares.length;
}
