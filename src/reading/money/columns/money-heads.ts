import type { Measure } from '../../../../schemas/index.ts';
import { fundLabel, type MoneyRole } from '../../lexicon/money-columns.ts';
import { fieldRole, type Label, moneyRole } from '../../table/label.ts';
import { countedUnit } from '../money.ts';

const everyMeasure: Record<Measure, true> = {
  current: true,
  prior: true,
  total_budget: true,
  initial_budget: true,
  annual_budget: true,
  executed: true,
  budget: true,
  final: true,
  count: true,
  arrived: true,
  adjustment: true,
  balance: true,
  rate: true,
};

/** Roles that say what a figure measures; schemas, which list the same, are not loaded to read. */
export const measures: ReadonlySet<MoneyRole | null> = new Set(Object.keys(everyMeasure) as Measure[]);

/** Roles that a figure can stand under. */
const figureRoles = new Set<MoneyRole | null>(['value', 'spend', 'fund', 'share', ...measures]);

/** Longest name of a source of funds, in characters: 国有资本经营预算财政拨款收入 has 14. */
const LONGEST_FUND = 18;

/** 省级财政部门, 省财政厅 are offices and no sources of funds. */
const offices = /(?:部门|厅|局|处|科|股|委|办|单位|机构|中心)$/;

/** What a head says; sources of funds are heads too. */
export function headRole(label: Label): MoneyRole | null {
  if (label.head === undefined) label.head = roleOfHead(label);
  return label.head;
}

/** 建筑面积（m）, whose unit was not read: how large things are, and no money. */
const ofSize = /(?:面积|里程|长度|宽度|高度|体积|容积|重量|产量|载重)(?:\([^()元]*\))?$/;

/** 合作期限（年）, 使用年限, 工期（天）: how long, and no money. */
const ofTime = /(?:期限|年限|周期|工期)(?:\([^()元]*\))?$|\((?:年|月|个月|天|日|小时)\)$/;

/** What each one gets, told behind the name of who gets it. */
const ofEachOne =
  /^(?!.*(?:资金|金额|补助|补贴|经费|费)[^(]*\().*(?:生|人|户|员|者|童|儿)\([^()]*每[人生户]每?[^()]*\d(?:\.\d+)?元\)$/;

function roleOfHead(label: Label): MoneyRole | null {
  if (ofTime.test(label.key)) return 'aside';
  // 补助（元/人）: what one costs is no sum of money of the row.
  // 走读生（每生每学期250元）: how many of them get so much.
  if (ofEachOne.test(label.key)) return 'count';
  if (/\((?:万|千)?元[/每][^()]{1,6}\)$/.test(label.key)) return 'aside';
  const role = moneyRole(label);
  // 省级承担60%（元） is what a share comes to.
  if ((role === 'rate' || role === 'share') && /\d%\([万亿千]?元\)$/.test(label.key)) return 'value';
  // 申报数（个）: how many, although 申报数 alone is a sum.
  if (stagesAsked.has(role) && countedUnit(label.key) !== null) return 'count';
  if (role !== null) return role;
  if (countedUnit(label.key) !== null) return 'count';
  // 补助比例（%）: no money, whatever it is a part of.
  if (/\(%\)$/.test(label.key)) return 'rate';
  if (ofSize.test(label.key)) return 'aside';
  const plain = label.forms.at(-1);
  if (plain === undefined || plain.length > LONGEST_FUND || offices.test(plain)) return null;
  // 转移支付(项目)名称 asks for a name.
  const asked = fieldRole(label);
  return (asked === null || asked === 'known') && fundLabel.test(plain) ? 'fund' : null;
}

/** Stages of money that may as well be of what is counted. */
const stagesAsked = new Set<MoneyRole | null>(['budget', 'value']);

export function isFigureRole(role: MoneyRole | null): boolean {
  return role !== null && figureRoles.has(role);
}

/** The head of a column of units, and that of the figures they are of. */
export const isUnitHead = (key: string): boolean => /^(?:计量|度量|金额|数量)?单位$/.test(key);
export const isAmount = (key: string): boolean => /^数量$/.test(key);

/** A figure with its bound and its unit: ≥17.5万人. */
export const boundedFigure = /^[≥≤<>=+-]*\d[\d.,]*(?:%|[^\d年月季度]{1,4})?$/;

/** The number of a column in the row that numbers them, alone or with what it is made of: 3, 3=4+5, C, C=A-B, (3). */
const columnNumber = /^[(（]?(?:(\d{1,2})|([A-Z]))[)）]?(?:=[\dA-Z(（][\dA-Z+×*÷/%.()（）-]*)?$/;

/** Which column the text numbers, counted from 1; null where it numbers none. */
export function numberOfColumn(key: string): number | null {
  const [, digits, letter] = columnNumber.exec(key) ?? [];
  if (digits !== undefined) return Number(digits);
  return letter === undefined ? null : letter.charCodeAt(0) - 64;
}

/** The number of a column as printed and what it is worked out from, null where the text says nothing of that: 4 and 1+2-3. */
export function workOf(key: string): { number: string; formula: string | null } | null {
  if (numberOfColumn(key) === null) return null;
  const [number = '', formula = null] = key.split('=');
  return { number: number.replace(/[()]/g, ''), formula };
}

/** 3=4+5: the number of a column that is made of others. */
export const isWorkedOut = (key: string): boolean => key.includes('=') && numberOfColumn(key) !== null;
