import type { OutlineRow } from './outline-row.ts';

/** 三公经费小计 over 1. 2. 3., then 会议费 | 培训费 and 合计: the first sum is a line like those behind its parts, and no sum of all. */
export function headsOneOfSeveral(rows: readonly OutlineRow[]): boolean {
  const [first] = rows;
  if (!first?.total || first.mark !== null || first.name.length <= BARE_TOTAL) return false;
  const lastMarked = rows.findLastIndex(({ mark }) => mark !== null);
  const lines = rows.flatMap((row, at) =>
    at > 0 && row.mark === null && !row.total && !row.ofWhich && row.code === null && !ofCars.test(row.name)
      ? [at]
      : [],
  );
  if (lastMarked < 1 || lines.length === 0 || lines[0]! < lastMarked) return false;
  const foot = rows.at(-1);
  const isSummed = foot?.total === true && foot.mark === null && foot.name.length <= BARE_TOTAL;
  return isSummed || standBeside(rows, lines, lastMarked + 1);
}

/** Whether each is 机关运行经费, 政府采购预算总额 or another of these, or a line like 服务类 in the list that 其中：货物类 began below one. */
function standBeside(rows: readonly OutlineRow[], lines: readonly number[], from: number): boolean {
  const asked = new Set(lines);
  let listed = false;
  for (let at = from; at < rows.length; at++) {
    const { name, ofWhich } = rows[at] as OutlineRow;
    const beside = besideThree.test(name);
    if (asked.has(at) && !beside && !listed) return false;
    listed = ofWhich || (listed && !beside);
  }
  return true;
}

/** What stands beside the three public expenses and is none of them. */
const besideThree =
  /^(?:(?:会议|培训|差旅|会议培训|会议费?[、和]培训)费|.{0,4}运行(?:维护)?经费|政府采购(?:预算|支出|金额|总额|总|合计|数)*)$/;

/** 公务用车运行维护费 right behind 其中：公务用车购置费. */
const ofCars = /^(?:公务用车|公车|车辆).*(?:运行|购置)/;

/** 合计, 总计: such a name says of no line in particular that it is its sum. */
const BARE_TOTAL = 2;

const ofSome =
  /^(?:各|[省市州县区]本?级|本级|转移性|县[区市]|区县|市县|所属|直属|下属|乡镇|街道|其他)[^/]{0,8}合计$|小计$/;

/** 各县市小计 where 全州合计 heads the list: the next rows are its own, and it is part of that total. */
export function isPartOfTotal(row: OutlineRow, opening: OutlineRow | undefined): boolean {
  return opening?.total === true && !ofSome.test(opening.name) && ofSome.test(row.name);
}

/** A total takes the rows above it that are part of nothing yet: 小计 and what Excel calls 汇总 back to the last total, 合计 and 总计 all. */
export function claim(rows: readonly OutlineRow[], parents: (number | null)[], at: number): boolean {
  const { name } = rows[at] as OutlineRow;
  const subtotal = /(?:小计|汇总)$/.test(name);
  // 净资产 over its lines and 净资产合计 at their foot: what stands above the heading is none of them.
  const [, headed] = /^(.{2,}?) ?(?:合计|小计|总计|汇总)$/.exec(name) ?? [];
  let claimed = false;
  for (let row = at - 1; row >= 0; row--) {
    const above = rows[row] as OutlineRow;
    // 收入总计 is no part of 支出合计 below it.
    if (above.total && (subtotal || isOtherSide(above.name, name))) break;
    // 流动资产合计 above 非流动资产合计, 负债合计 above 净资产合计
    if (above.total && section.test(name) && ofSheet.test(above.name)) break;
    if (parents[row] !== null) continue;
    if (isLineOfOtherSide(above.name, name)) break;
    if (ofPeriod.test(name) && carriedOver.test(above.name)) continue;
    parents[row] = at;
    claimed = true;
    // 甲镇 | 渠道 and 甲镇 | 泵站 over 甲镇小计 are lines of it, each named after its group.
    if (above.name === headed && !above.total && rows[row - 1]?.name !== headed) break;
  }
  return claimed;
}

/** 上月结存 above 本月合计 is none of what came in within the month; the next sum takes both. */
const ofPeriod = /^(?:本月|本期|本年|本学期|当月|当期|当年)(?:收入)?(?:合计|小计)$/;
const carriedOver = /^(?:上[月期年]|上学期|期初|年初|月初).*(?:结存|结余|结转|余额)$/;

/** 财政拨款收入 above 支出合计, or 收入预算 above 支出预算合计, is none of what was spent. */
function isLineOfOtherSide(name: string, total: string): boolean {
  const [, side] =
    /^(?:本年|全年|当年|年度|部门)?(收入|支出)(?:[预决]算)?(?:合计|总计|小计|总额)$/.exec(total) ?? [];
  return side === '支出' ? lineOfIncome.test(name) : side === '收入' && lineOfSpending.test(name);
}

const lineOfIncome = /收入(?:[预决]算)?$/;
const lineOfSpending = /支出(?:[预决]算)?$/;

function isOtherSide(name: string, than: string): boolean {
  const [one, other] = [name, than].map(sideOf);
  return one !== undefined && other !== undefined && one !== other;
}

/** 收入 or 支出; of a balance sheet what is owned, or what is owed and left. */
function sideOf(name: string): string | undefined {
  const [, side] = /^(?:本年|全年|当年|.{1,4}性)?(收入|支出)/.exec(name) ?? [];
  if (side !== undefined) return side;
  const [, owned] = /^(?:非?流动)?(资产|负债|净资产|(?:所有者|股东)?权益).{0,12}[合总]计$/.exec(name) ?? [];
  return owned === undefined || owned === '资产' ? owned : '负债';
}

/** Sums of the sections of a balance sheet, and with them those of its sides. */
const section = /^(?:(?:非?流动|长期)(?:资产|负债)|净资产|(?:所有者|股东)?权益)[合总]计$/;
const ofSheet = /^(?:(?:非?流动|长期)?(?:资产|负债)|净资产|(?:所有者|股东)?权益)[合总]计$/;
