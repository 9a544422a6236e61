import type { TextFigure } from '../../../schemas/index.ts';
import { divideDown, divideRounded, divideUp, ONE, roundTo, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import type { DocumentContext, Outcome } from '../rule.ts';
import { passed } from '../rule.ts';
import { type Claim, claimsOf, factOf, figureEvidence, foundIn } from './claims.ts';
import { conceptOf } from './concept.ts';
import { agrees } from './tables.ts';

/** What a public account tells per head or per car: of which money, over what is counted where. */
interface PerHead {
  name: RegExp;
  money: RegExp;
  /** What the words in front of the count end with. */
  counted: RegExp;
  unit: RegExp;
}

const KINDS: readonly PerHead[] = [
  {
    name: /^人均(?:(?:公务)?接待费用?)?$/,
    money: /^(?:国内)?(?:公务)?接待(?:费用?(?:支出)?|支出)$/,
    counted: /接待/,
    unit: /^(?:人|人次)$/,
  },
  {
    name: /^车均(?:公务用?车)?购置费用?$/,
    money: /^(?:公务用?车|公车)购置费用?(?:支出)?$/,
    counted: /购置/,
    unit: /^[辆台]$/,
  },
  {
    name: /^(?:(?:车均|单车)(?:公务用?车)?(?:运行)?维护费用?|(?:每辆车?|车均|单车)平均(?:支出|费用))$/,
    money: /^(?:公务用?车|公车)?运行(?:维护)?费用?(?:支出)?$/,
    counted: /保有/,
    unit: /^[辆台]$/,
  },
];

/** How many texts away the money may stand. */
const REACH = 6;
/** Characters in front of a count that tell what is counted. */
const LEAD = 16;

/** 车均维护费2.08万元 of 公务车运行维护费25万元 over 公务车保有量12辆. */
export function perHead(document: DocumentContext): Outcome[] {
  const claims = claimsOf(document).filter(({ filing }) => filing === null);
  return claims.flatMap((claim, at) =>
    claim.text.figures.flatMap((figure, index): Outcome[] => {
      const own = nameOf(claim, figure);
      const kind = figure.role === 'stated' ? KINDS.find(({ name }) => name.test(own)) : undefined;
      const said = kind === undefined ? null : factOf(claim, index);
      if (kind === undefined || said === null) return [];
      const money = onlyMoney(claims.slice(Math.max(0, at - REACH), at + 1), kind);
      const count = onlyCount(claim, kind);
      if (money === null || count === null || !isOfThese(claim, index, own, [money, count])) return [];
      return [judge(claim, index, said, money, count)];
    }),
  );
}

/** 接待405人次，人均80元: a name of two characters is none for reading. */
function nameOf({ text: { text } }: Claim, { item, offset }: TextFigure): string {
  if (item !== null) return normalised(item);
  return /[，,（(、]\s*(人均)$/.exec(text.slice(Math.max(0, offset - LEAD), offset))?.[1] ?? '';
}

/** A name that says no more than 人均, 单车平均支出 is of what stands right before it. */
const BARE = /^(?:人均|(?:每辆车?|车均|单车)平均(?:支出|费用))$/;

function isOfThese(claim: Claim, index: number, name: string, told: readonly Told[]): boolean {
  return !BARE.test(name) || told.some((one) => one.claim === claim && one.index === index - 1);
}

interface Told {
  claim: Claim;
  index: number;
  fact: Fact;
}

/** The money that all statements agree on; plans are another. */
function onlyMoney(claims: readonly Claim[], { money }: PerHead): Told | null {
  const told = claims.flatMap((claim) =>
    claim.text.figures.flatMap(({ base_unit, item, role }, index): Told[] => {
      if (role !== 'stated' || base_unit !== '元' || conceptOf(item)?.measure === 'planned') return [];
      const fact = money.test(normalised(item).replace(/(?:支出)?决算数?$/, ''))
        ? factOf(claim, index)
        : null;
      return fact === null ? [] : [{ claim, index, fact }];
    }),
  );
  const [first, ...rest] = told;
  return first !== undefined && rest.every(({ fact }) => agrees(fact, first.fact)) ? first : null;
}

function onlyCount(claim: Claim, { counted, unit }: PerHead): Told | null {
  const { figures, text } = claim.text;
  const told = figures.flatMap(({ item, offset, role, unit: of }, index): Told[] => {
    const lead =
      text
        .slice(Math.max(0, offset - LEAD), offset)
        .split(/[，。；]/)
        .at(-1) ?? '';
    const fact =
      role === 'stated' && unit.test(of ?? '') && isCounted(lead, item, counted)
        ? factOf(claim, index)
        : null;
    return fact === null ? [] : [{ claim, index, fact }];
  });
  return told.length === 1 ? told[0]! : null;
}

/** 接待54批次，405人次: the second count has the words of the first. */
function isCounted(lead: string, item: string | null, counted: RegExp): boolean {
  return counted.test(lead) || (lead.trim() === '' && counted.test(item ?? ''));
}

function judge(claim: Claim, index: number, said: Fact, money: Told, count: Told): Outcome {
  const name = said.label === '' ? '人均' : said.label;
  const heads = count.fact.value * count.fact.factor;
  const sum = money.fact.value * money.fact.factor;
  const each = said.value * said.factor;
  const slack = money.fact.half * money.fact.factor;
  const own = 2n * said.half * said.factor;
  if (heads <= 0n) return passed(claim.text.filing_id);
  const low = divideDown((sum - slack) * ONE, heads) - own;
  const high = divideUp((sum + slack) * ONE, heads) + own;
  if (each >= low && each <= high) return passed(claim.text.filing_id);
  const real = roundTo(divideRounded(sum * ONE, heads * said.factor), said.places);
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'improbable',
    message: {
      zh: `文字写“${name}”${said.text}，${money.fact.text} ÷ ${count.fact.text} 应为 ${show(real)}${said.unit ?? ''}`,
      en: `the text has “${name}” as ${said.text}, ${money.fact.text} ÷ ${count.fact.text} gives ${show(real)}${said.unit ?? ''}`,
    },
    evidence: [
      figureEvidence(claim, index, 'text'),
      figureEvidence(money.claim, money.index, 'amount'),
      figureEvidence(count.claim, count.index, 'count'),
    ],
    operands: [said.key, money.fact.key, count.fact.key],
    expected: toNumber(real),
    actual: said.printed,
  });
}
