import type { LinearEdit, Term } from '../edits/edit.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import { commonSize } from '../sums/sums.ts';
import { type Claim, factOf } from './claims.ts';

/** whole = Σ parts as a text states them, or no less than they are. */
export function sumOf(claim: Claim, whole: Fact, parts: readonly Fact[], relation: '=' | '<='): LinearEdit {
  const size = commonSize([whole, ...parts]);
  const sign = relation === '=' ? 1n : -1n;
  const term = (fact: Fact, by: bigint, role: string): Term => ({
    fact,
    coefficient: by * (fact.factor / size),
    role,
  });
  const named = relation === '=' ? parts : partsToCount(whole, parts);
  return {
    type: 'linear',
    rule: 'NAR-02',
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    method: 'T1',
    relation,
    says:
      relation === '='
        ? {
            zh: `文字中“${whole.label}”应等于各项之和`,
            en: `“${whole.label}” in the text should be the sum of its parts`,
          }
        : {
            zh: `文字中“${whole.label}”应不小于其中项`,
            en: `“${whole.label}” in the text should be no less than its parts`,
          },
    terms: [term(whole, sign, 'whole'), ...named.map((fact) => term(fact, -sign, 'part'))],
    constant: 0n,
  };
}

/**
 * A list may part one whole twice (by fund, then by use): the second parting starts where the first has made up the whole.
 */
function partsToCount(whole: Fact, parts: readonly Fact[]): readonly Fact[] {
  let sum = 0n;
  const goal = whole.value * whole.factor;
  for (const [i, part] of parts.entries()) {
    sum += part.value * part.factor;
    if (sum === goal && i + 1 < parts.length) return parts.slice(0, i + 1);
  }
  return parts;
}

const TOTAL = /(收入|支出)(?=(?:预算|决算)?总计|(?:预算)?总额)/;
/** A paragraph tells of few accounts. */
const MOST_SIDES = 20;
/** Only plans and totals with what is carried over are even. */
const EVEN = /总计|预算/;

/** 收入总计X万元，支出总计Y万元: the two sides of one account are alike. */
export function sidesOf(claim: Claim): LinearEdit[] {
  const sides = claim.text.figures.flatMap((figure, index) => {
    const name = figure.role === 'stated' ? normalised(figure.item) : '';
    const [, side] = TOTAL.exec(name) ?? [];
    const fact = side === undefined ? null : factOf(claim, index);
    return fact === null
      ? []
      : [{ side, account: `${name.replace(TOTAL, '')}|${figure.year ?? claim.year}`, fact }];
  });
  // 收支相抵，年终结余0.8亿元: what is left is no part of either side.
  if (sides.length > MOST_SIDES || /相抵|年终结余|滚存/.test(claim.text.text)) return [];
  return sides.flatMap(({ side, account, fact }) => {
    if (side !== '收入' || !EVEN.test(fact.label)) return [];
    const others = sides.filter((other) => other.side === '支出' && sameAccount(other.account, account));
    const [other] = others;
    if (other === undefined || others.length > 1) return [];
    const edit = sumOf(claim, fact, [other.fact], '=');
    const says = {
      zh: `文字中“${fact.label}”应等于“${other.fact.label}”`,
      en: `“${fact.label}” in the text should be “${other.fact.label}”`,
    };
    return [{ ...edit, says }];
  });
}

/** 财政拨款收入总计X万元，支出总计Y万元: the account is named once. */
function sameAccount(second: string, first: string): boolean {
  const bare = (account: string): string =>
    account.replace(/^(?:部门|单位|本年)?(?:预算)?/, '').replace(/^预算/, '');
  return first.endsWith(second) || bare(first) === bare(second);
}
