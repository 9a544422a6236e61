import { show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { MULTIPLE, otherMultiple } from '../figures/multiples.ts';
import { normalised } from '../keys.ts';
import { type DocumentContext, type Outcome, passed } from '../rule.ts';
import { type Claim, claimsOf, factOf, figureEvidence, foundIn, quoteOf } from './claims.ts';

/** What pays a bond back: all of it, and not that of one year. */
const YIELD = /(?:项目|预期|预计|总|净|可偿债|偿债|存续期内?)收益(?:合计|总额|金额|额)?$/;
const DEBT = /(?:本息|还本付息)(?:支出|费用)?(?:合计|总额|总计|总和|金额|额)?$/;
/** 年收益, 首年本息, 已还本息: a part of it. */
const PART = /年|月|季|[本分首各一二三四五]期|已|其中|平均/;
const ENDS = /[。；;\n]/;
/** 收益下降10%时, 压力测试: other figures than those printed. */
const SUPPOSED = /下降|下浮|上浮|减少|降低|压力|敏感|情景|假设|若|如果|不利|扣除/;

/** Characters in front of a figure that tell what it is. */
const LEAD = 16;

interface Told {
  index: number;
  fact: Fact;
}

/** 预期总收益32600万元，应付本息18072万元，本息覆盖倍数1.80: the multiple is what is earned over what is owed, where a sentence has one of each. */
export function coverageMultiples(document: DocumentContext): Outcome[] {
  return claimsOf(document).flatMap((claim) =>
    claim.text.figures.flatMap((figure, index): Outcome[] => {
      const isMultiple = figure.unit === null || figure.unit === '倍';
      if (!isMultiple || figure.op !== '=' || !MULTIPLE.test(normalised(figure.item))) return [];
      const said = factOf(claim, index);
      const own = sentenceOf(claim, index);
      if (SUPPOSED.test(quoteOf(claim, figure.offset))) return [];
      const [earned, ...otherYields] = own.filter((at) => isOf(claim, at, YIELD));
      const [owed, ...otherDebts] = own.filter((at) => isOf(claim, at, DEBT));
      const others = own.filter((at) => MULTIPLE.test(normalised(claim.text.figures[at]!.item)));
      if (otherYields.length > 0 || otherDebts.length > 0 || others.length > 1) return [];
      const [money, debt] = [told(claim, earned), told(claim, owed)];
      if (said === null || money === null || debt === null || debt.fact.value <= 0n) return [];
      return [judge(claim, { index, fact: said }, money, debt)];
    }),
  );
}

/** Longest stretch of a sentence on either side of a multiple, in characters, and most figures of it. */
const REACH = 400;
const MOST_FIGURES = 60;

/** The figures of the sentence of a figure. */
function sentenceOf({ text: { figures, text } }: Claim, index: number): number[] {
  const { offset } = figures[index]!;
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const start = offset - before.length + Math.max(...marks.map((mark) => before.lastIndexOf(mark))) + 1;
  const behind = text.slice(offset, offset + REACH);
  const length = behind.search(ENDS);
  const end = offset + (length < 0 ? behind.length : length);
  const first = Math.max(0, index - MOST_FIGURES);
  const near = figures.slice(first, index + MOST_FIGURES).map((figure, i) => ({ ...figure, at: first + i }));
  return near.filter((figure) => figure.offset >= start && figure.offset < end).map(({ at }) => at);
}

const marks = ['。', '；', ';', '\n'];

function isOf({ text: { figures, text } }: Claim, index: number, kind: RegExp): boolean {
  const { base_unit: unit, item, offset, op, role } = figures[index]!;
  if (role !== 'stated' || unit !== '元' || op !== '=' || !kind.test(normalised(item))) return false;
  // 已还本息1830万元: the name in front of a figure may be read without its first words.
  const lead =
    text
      .slice(Math.max(0, offset - LEAD), offset)
      .split(/[，,。；;、（(]/)
      .at(-1) ?? '';
  return !PART.test(lead) && !PART.test(item ?? '');
}

function told(claim: Claim, index: number | undefined): Told | null {
  const fact = index === undefined ? null : factOf(claim, index);
  return fact === null || index === undefined ? null : { index, fact };
}

function judge(claim: Claim, said: Told, money: Told, debt: Told): Outcome {
  const filingId = claim.text.filing_id;
  const real = otherMultiple(said.fact, money.fact, debt.fact);
  if (real === null) return passed(filingId);
  return foundIn(claim, {
    filingId,
    documentId: claim.text.document_id,
    verdict: 'improbable',
    message: {
      zh: `文字写“${said.fact.label}”${said.fact.text}，${money.fact.text} ÷ ${debt.fact.text} 应为 ${show(real)}`,
      en: `the text has “${said.fact.label}” as ${said.fact.text}, ${money.fact.text} ÷ ${debt.fact.text} gives ${show(real)}`,
    },
    evidence: [
      figureEvidence(claim, said.index, 'text'),
      figureEvidence(claim, money.index, 'amount'),
      figureEvidence(claim, debt.index, 'amount'),
    ],
    operands: [said.fact.key, money.fact.key, debt.fact.key],
    expected: toNumber(real),
    actual: said.fact.printed,
  });
}
