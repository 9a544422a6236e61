import { readQuantity } from '../../values/index.ts';
import { fundingRole, labelOfText } from '../table/label.ts';
import type { InlinePair } from './inline-pairs.ts';

/** A source of funds and its figure, with or without a colon between them: 其中：财政拨款300万元. */
const fund =
  /(?:^|[\s;；,，、。])(?:(?:其\s*中\s*[:：]?\s*)?(?:包?含|包括)?\s*)([^\d\s:：;；,，、。]{1,16}?)\s*[:：为]?\s*(\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)?)(?=$|[\s;；,，、。])/g;

/** What may be left of a text of funds beside its sources, in characters: 其中, full stops. */
const MOST_LEFT = 4;

/** Longest text of funds, in characters, and longest label that asks for them. */
const LONGEST = 400;
const LONGEST_LABEL = 60;

/** 预算金额：1268万元（其中：财政拨款1200万元）: a bracket behind a figure that says what it is made of. */
const madeOf = /(?<=[元\d])\s*[(（]([^\d()（）]{2,}\d[^()（）]*)[)）]/g;

/** A text with such brackets opened, and what stood in one that says what a figure is made of. */
function withoutBrackets(given: string): { text: string; within: (at: number) => boolean } {
  const spans: [number, number][] = [];
  let shift = 0;
  const text = given.replace(madeOf, (bracket: string, inner: string, at: number) => {
    spans.push([at + shift, at + shift + inner.length]);
    // What follows may have stood on a line of its own: …本级财政23.2万元)二、自有资金0万元.
    shift += inner.length + 2 - bracket.length;
    return `，${inner}，`;
  });
  return { text, within: (at) => spans.some(([first, end]) => at >= first && at < end) };
}

/** 项目资金：总额69万元，其中…: a list of funds with a name of its own in front. */
const nameOfFunds =
  /^\s*(?:项目|专项|年度|预算)*(?:资金|经费|预算)(?:情况|安排|来源)?\s*[:：]\s*(?=(?:资金)?(?:总额|共计|合计|总计)\s*\d)/;

/**
 * The funds that one text names with their figures, where it holds nothing else: 总额：300万元，其中：财政拨款300万元. What nobody knows as a
 * source (设备费) is a part where all parts make up the first figure. Empty where the text says more.
 */
export function fundingPairs(given: string): InlinePair[] {
  if (given.length > LONGEST || !/\d/.test(given)) return [];
  // The lines of 年度资金总额：333.22万元其中：财政拨款300万元 ran together.
  const { text, within } = withoutBrackets(
    given
      .replace(nameOfFunds, '')
      .replace(/(?<=\d\s*[万亿]?元)(?=\p{Script=Han})|(?<=\d)(?=其\s*中\s*[:：])/gu, '，'),
  );
  const pairs: InlinePair[] = [];
  let left = text;
  let isKnown = true;
  // Rank of what a bracket explains.
  let whole: number | null = null;
  for (const match of text.matchAll(fund)) {
    const [said, label, value] = match as unknown as [string, string, string];
    // 中央60万元、省30万元、市10万元
    const rank = fundingRole(labelOfText(/^[省市县区]$/.test(label) ? `${label}级` : label));
    isKnown &&= rank !== null;
    const isWithin = within(match.index);
    pairs.push({ role: null, rank: isWithin && whole === 1 ? 2 : (rank ?? 1), label, value });
    if (!isWithin) whole = rank;
    left = left.replace(said, '');
  }
  if (left.replace(/[\s;；,，、。:：]/g, '').length > MOST_LEFT) return [];
  return isKnown || isWhole(pairs) ? pairs : [];
}

/** 总投资1200万元（其中设备费800万元，安装费400万元）: the first is a total that the others make up. */
function isWhole([total, ...parts]: readonly InlinePair[]): boolean {
  if (total?.rank !== 0 || parts.length < 2) return false;
  const [whole, ...figures] = [total, ...parts].map(({ value }) => readQuantity(value));
  if (whole === undefined || figures.some(({ unit, value }) => value === null || unit !== whole.unit))
    return false;
  const sum = figures.reduce((all, { value }) => all + (value ?? 0), 0);
  return Math.abs(sum - (whole.value ?? 0)) < LEAST_UNEQUAL;
}

/** Below it two sums are equal, in the unit printed. */
const LEAST_UNEQUAL = 1e-6;

/** 100万元，全部为财政拨款, 854万（道路400万元，水渠454万元）: a sum and words about it, or what it is made of; null elsewhere. */
export function leadingSum(text: string): string | null {
  const [, plain] =
    /^[¥￥]?\s*(\d[\d,]*(?:\.\d+)?\s*[万亿]?元)\s*[,，;；。]\D{2,60}$/.exec(text.trim()) ?? [];
  if (plain !== undefined) return plain;
  const [, figure = '', scale = ''] = withBracket.exec(text.trim()) ?? [];
  return figure === '' ? null : `${figure}${scale}元`;
}

/** The sum may have been typed twice. */
const withBracket =
  /^[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*([万亿])元?\s*(?:\1\s*\2元?\s*)?[(（]\p{Script=Han}[^()（）]{1,120}[)）][。;；]?$/u;

/** Labels that are answered with money, and none that asks why or how. */
const asksForMoney =
  /^(?!.*(?:依据|说明|用途|管理|办法|测算|绩效|分析|情况|方式)).*(?:资金|投资|经费|预算)(?:总?额|来源|构成|及构成|安排|金额|规模|需求|申请|数)*(?:[(（].*[)）])?[:：]?$/;

/** A sum of money among words. */
const sum = /\d[\d,.]*\s*[万亿]?元|[¥￥]\s*\d/;

/** 项目资金 | 2024年100万元、2025年120万元: an answer in words that holds sums; its label folded. */
export function saysSums(label: string, text: string): boolean {
  return (
    label.length <= LONGEST_LABEL && text.length <= LONGEST && asksForMoney.test(label) && sum.test(text)
  );
}
