import type { Amount, Filing } from '../../../schemas/index.ts';
import { isOfPartOfYear } from '../figures/achievement.ts';
import { normalised } from '../keys.ts';
import { likeness } from '../narrative/concept.ts';
import type { Family } from './digest.ts';

const CODE_BEFORE = /^[（[【]?[0-9a-z]{3,}[）\]】]?[-—_]?/;

/** Name of a unit without the code in front and the words that say at which level it is filed. */
export function organisationKey(name: string | null): string {
  const text = normalised(name);
  return (
    text
      .replace(CODE_BEFORE, '')
      .replace(/（部门）$/, '')
      .replace(OWN_LEVEL, '') || text
  );
}

const OWN_LEVEL = /（(?:本级|机关|本部)）$|(?:本级|本部)$/;

/** Whether a name says that it is of the department itself, without the units below it. */
export function isOwnLevel(name: string | null): boolean {
  return OWN_LEVEL.test(normalised(name));
}

/** 51178131t000000027938- in front of a name, as lists have it in one cell. */
const PROJECT_CODE = /^[（[【]?(?=[a-z]*\d[a-z\d]{9})[a-z\d]{10,32}[）\]】]?[-—–_]?(?=[^a-z\d])/;

/** Name of a project without what forms add to it. */
export function projectKey(name: string | null): string {
  return normalised(name)
    .replace(PROJECT_CODE, '')
    .replace(/[—–―－~～]+/g, '-')
    .replace(/^(?:19|20)\d{2}年度?|（(?:19|20)\d{2}年度?）$/g, '')
    .replace(/(?:项目|专项|（(?:项目|专项)）)$/, '');
}

/** Fewest characters of a name that a longer one may start with: a column cut it off. */
const SHORTEST_STUMP = 8;

/**
 * Whether two names may be one: equal, or one cut off. A longer name is as often another project (二期, 监理): what is compared
 * by it needs more than the name.
 */
export function maySameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_STUMP && long.startsWith(short);
}

/** What names that may be one begin with alike: a name of fewer characters is the same only where it is equal. */
export const stumpOf = (name: string): string => name.slice(0, SHORTEST_STUMP);

/** 县图书馆 and 云溪县图书馆, one of them without the place. */
export function isAbbreviated(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.endsWith(b) || b.endsWith(a));
}

/** Above this share of neighbouring characters two names are of one unit, told or read a little differently. */
const ALIKE = 0.6;

export function isAlike(a: string, b: string): boolean {
  return a !== '' && b !== '' && likeness(a, b) >= ALIKE;
}

/** 1-7月执行数: the head of the column tells it where the title was lost. */
const isOfMonths = ({ measure, column_label: label }: Amount): boolean =>
  measure === 'executed' && /(?<!\d)1月?[-—–~至](?!12)\d{1,2}月|上半年/.test(normalised(label));

export function familyOfForm(filing: Filing, amounts: readonly Amount[] = []): Family {
  const { form_type: type } = filing;
  if (type === 'department_targets' || type === 'project_targets') return 'targets';
  if (type === 'department_self_evaluation' || type === 'project_self_evaluation')
    return isOfPartOfYear(filing) || amounts.some(isOfMonths) ? 'monitoring' : 'evaluation';
  return type === 'budget_table' || type === 'base_data' ? 'money' : 'other';
}

/** 政府性基金, 采购, 追加: a list of one source, of what is bought or of what came in addition has a part of each budget. */
export const listsPart = ({ title }: { title: string | null }): boolean =>
  /一般公共|财政拨款|基金|国有资本|债券|社保|社会保险|专户|采购|购买|结转|转移支付|补助|(?:中央|省级|上级)(?!部门|单位|预算|本级)|第[一二三四五六\d]+批/.test(
    title ?? '',
  );

/** A list of what was changed within the year: what it has is no budget of the beginning, but where it says so. */
export const listsChanges = ({ title }: { title: string | null }): boolean =>
  /调整|调剂|变更|追加|新增/.test(title ?? '');

/** 绩效目标调整表: the title of what was approved anew within the year. */
export const saysAdjusted = (title: string | null): boolean =>
  /调整|变更|追加|调剂/.test((title ?? '').replace(/调整后?预算|预算调整/g, ''));
