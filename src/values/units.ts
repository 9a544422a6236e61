import { type Decimal, fromNumber, shift, toNumber } from './decimal.ts';
import { fold } from './fold.ts';

/** A quantity in its base unit: 元, 人, 1 (for rates), 元/人/月. */
export interface BaseQuantity {
  value: number;
  decimal: Decimal;
  unit: string;
}

/** Names of one unit. The printed name stays in `unit`; the base unit has the common one. */
const synonyms = new Map([
  ['元人民币', '元'],
  ['人民币元', '元'],
  ['人民币', '元'],
  ['圆', '元'],
  ['¥', '元'],
  ['m2', '平方米'],
  ['m²', '平方米'],
  ['㎡', '平方米'],
  ['平米', '平方米'],
  ['m3', '立方米'],
  ['m³', '立方米'],
  ['㎥', '立方米'],
  ['立方', '立方米'],
  ['方', '立方米'],
  ['km', '公里'],
  ['㎞', '公里'],
  ['千米', '公里'],
  ['km2', '平方公里'],
  ['km²', '平方公里'],
  ['平方千米', '平方公里'],
  ['m', '米'],
  ['kg', '公斤'],
  ['㎏', '公斤'],
  ['千克', '公斤'],
  ['t', '吨'],
]);

/** Units that say a share of one, and the power of ten that makes them a share. */
const shares = new Map([
  ['%', -2],
  ['百分比', -2],
  ['百分点', -2],
  ['个百分点', -2],
  ['‰', -3],
  ['千分比', -3],
  ['成', -1],
  ['比例', 0],
]);

const scales = new Map([
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
]);
/** 千米 and 百分比 do not start with a scale, and 千 is a name where nothing follows. */
const unscaled = /^(?:千米|千克|千瓦|千伏|千卡|千分比|百分比|百分点|百米)/;
const separators = /\/每|[/·*×每]|\.(?=[\u4e00-\u9fff])/;

/**
 * Scales a printed value to its base unit, exactly: 6951.77 万元 → 69517700 元, 95 % → 0.95, 0.3 万元/公里 → 3000 元/公里.
 * Null where there is no unit or the value is not finite.
 */
export function baseOf(value: number | Decimal | null, unit: string | null): BaseQuantity | null {
  if (value === null || unit === null) return null;
  const decimal = typeof value === 'number' ? fromNumber(value) : value;
  const scale = scaleOf(unit);
  if (!decimal || !scale) return null;
  const scaled = shift(decimal, scale.power);
  return { value: toNumber(scaled), decimal: scaled, unit: scale.base };
}

/** The base unit of a printed unit and the power of ten between them: 万人 → 人, 4. Null for an empty unit and for one too long to be a unit. */
export function scaleOf(unit: string): { base: string; power: number } | null {
  if (unit.length > MAX_UNIT) return null;
  const known = remembered.get(unit);
  if (known !== undefined) return known;
  const scale = computeScale(unit);
  if (unit.length <= LONGEST_REMEMBERED && remembered.size < MAX_REMEMBERED) remembered.set(unit, scale);
  return scale;
}

/** A unit that is a scale and nothing else (万, 亿) waits for the unit of its column. */
export function isBareScale(unit: string): boolean {
  return /^[百千万亿]+$/.test(unit) && !unscaled.test(unit);
}

/** Longest text that is taken for a unit; a unit column holds sentences now and then. */
const MAX_UNIT = 40;
/** 万亿 and 百万 have two scales; more is no unit but noise. */
const MAX_SCALES = 3;
/** An archive repeats a few hundred units; the bound keeps hostile input from filling the memory. */
const MAX_REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 12;
const remembered = new Map<string, { base: string; power: number } | null>();

function computeScale(unit: string): { base: string; power: number } | null {
  const plain = fold(unit)
    .replace(/\s+/g, '')
    .replace(/^%\(.*\)$/, '%')
    .replace(/^(.+?)\([^()]*\)$/, '$1');
  if (plain === '') return null;
  const [head = '', ...tail] = plain.split(separators);
  const top = scaleOfPart(head);
  if (tail.length === 0) return top;
  const parts = tail.filter((part) => part !== '').map(scaleOfPart);
  const power = parts.reduce((rest, part) => rest - part.power, top.power);
  return { base: [top.base, ...parts.map((part) => part.base)].join('/'), power };
}

function scaleOfPart(part: string): { base: string; power: number } {
  const share = shares.get(part);
  if (share !== undefined) return { base: '1', power: share };
  let rest = part;
  let power = 0;
  for (let signs = 0; signs < MAX_SCALES && !unscaled.test(rest); signs++) {
    const scale = scales.get(rest.charAt(0));
    if (scale === undefined) break;
    power += scale;
    rest = rest.slice(1);
  }
  return { base: rest === '' ? '1' : (synonyms.get(rest) ?? rest), power };
}
