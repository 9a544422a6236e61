import { normalised } from '../keys.ts';
import { remembered } from '../remembered.ts';

/** What a figure speaks of, as far as its words tell. */
export interface Concept {
  /** Name without the words that vary: 基本支出 of 2023年度基本支出预算数. */
  name: string;
  /** Planned or carried out; null where the words do not tell. */
  measure: 'planned' | 'executed' | null;
  /** 财政拨款, 一般公共预算 …: the funds that the figure is limited to. */
  scope: string | null;
}

const EXECUTED = /决算|执行|实际支出|支付|完成数/;
const PLANNED = /预算|计划|安排|批复|下达/;
const SCOPE = /(?:一般公共预算|政府性基金|国有资本经营|财政)(?:预算)?(?:当年)?(?:财政)?(?:拨款)?(?:资金)?/;
const VARYING =
  /合计|总计|总额|总数|预算数?|决算数?|执行数|安排数?|数额|金额|本年度?|当年|全年|年度|部门|单位|本级|的|共|总(?=支出|收入)|实际(?=支出|执行|完成)/g;
const FILLERS = /(?:(?:经费|费用?)支出|经费|资金|款项?|支出|费用?)$/;

/** Names that say nothing without the paragraph they stand in: 预算安排, 合计, 其他. */
const GENERIC =
  /^(?:预算|决算|执行|安排|支出|收入|资金|经费|金额|总额|合计|总计|其中|其他|数|年初|年末|全年|预算执行|实际)*$/;

export function conceptOf(item: string | null): Concept | null {
  return item === null ? null : conceptIn(item);
}

const conceptIn = remembered((item): Concept | null => {
  const text = normalised(item);
  if (text === '') return null;
  const scope = SCOPE.exec(text)?.[0] ?? null;
  const own = scope === null ? text : text.replace(SCOPE, '');
  const name = own.replace(VARYING, '');
  // 财政拨款收入 is a concept of its own, not 收入 of some fund.
  const kept = isGeneric(name) ? text.replace(VARYING, '') : name;
  // 一般公共预算 is a fund and plans nothing.
  const measure = EXECUTED.test(own) ? 'executed' : PLANNED.test(own) ? 'planned' : null;
  return { name: kept, measure, scope: kept === name ? scope : null };
});

/** The funds that a name is limited to, also where nothing else is left of it: 财政拨款支出. */
export function scopeIn(item: string | null): string | null {
  return SCOPE.exec(normalised(item))?.[0] ?? null;
}

/** Whether a name needs the subject of its paragraph to mean something. */
export function isGeneric(name: string): boolean {
  return GENERIC.test(name);
}

/** 三公 and 三公经费, 公务接待, 公务接待费 and 公务接待费支出 are one; 人员经费 and 人员 too. */
export function stem(name: string): string {
  const short = name.replace(FILLERS, '');
  return short.length >= 2 ? short : name;
}

/** Neighbouring pairs of characters that two names share, over those of the shorter one: 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  return shared / few.size;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}
