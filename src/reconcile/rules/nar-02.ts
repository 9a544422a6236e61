import type { TextRelation } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { besides } from '../narrative/besides.ts';
import { type Claim, claimsOf, factOf, figureOf, relationsOf, sameMeasure } from '../narrative/claims.ts';
import { isComplete } from '../narrative/complete-lists.ts';
import { composed } from '../narrative/composed.ts';
import { coverageMultiples } from '../narrative/coverage-multiples.ts';
import { impliedWholes } from '../narrative/implied-wholes.ts';
import { listsBehind } from '../narrative/lists-behind.ts';
import { movedSums, netOf } from '../narrative/moved-sums.ts';
import { sidesOf, sumOf } from '../narrative/part-sums.ts';
import { perHead } from '../narrative/per-head.ts';
import { fundsOfAll } from '../narrative/project-funds.ts';
import { wholeOf } from '../narrative/share-bases.ts';
import { spentOfFunds } from '../narrative/spent-of-funds.ts';
import { type DocumentRule, edited, notEvaluated, type Outcome, passed } from '../rule.ts';

/** Parts, sums and shares that a sentence prints hang together. */
export const NAR_02: DocumentRule = {
  id: 'NAR-02',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '文字中的分项与总数不符', en: 'Parts in a sentence differ from their whole' },
  explanation: {
    zh: '文字说明中“其中”各项之和不得大于总数，列全的（“包括：”之后、以“其他”收尾、占比合计 100% 或口径规定列全的）各项之和应等于总数，所占比重应等于部分除以总数，总数写在另一段的作警告；收入（支出）总计应等于合计与“此外”所列各项之和；人均接待费、车均购置费、车均维护费应等于金额除以人数、车辆数；本息覆盖倍数应等于同句中项目收益除以本息；紧接资金、支出之后的支出率应等于支出除以资金；追加、调减与调整后预算，到位、支出与结余，年初结转加收入减支出与年末结转，收支两方总计应相符；同一总数没有写出的，各处占比推算出的总数应一致；按文字自身的小数位判断。',
    en: 'Parts named behind 其中 stay below their whole; a complete list (behind 包括：, ending in 其他, with shares that make 100 %, or complete by the norms) adds up to it; a share is the part over the whole, a warning where another paragraph states the whole; a total of income or spending is its sum and what is told besides (此外); money per guest or car is that money over their count; the multiple by which a project covers its bond (本息覆盖倍数) is what it earns over what it owes in that sentence; a rate of spending right behind a fund and what was spent of it is the one over the other; what a budget was, what was added and what it is then agree, and so do what came, was spent and is left, also with what was there at first, and the two sides of an account; where none does, all shares of it imply the same. All at the precision that the sentence prints.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '支出 90 万元，包括：基本支出 60 万元、项目支出 35 万元',
    en: 'spending 90, made up of basic 60 and projects 35',
  },
  check: (document) => [
    ...claimsOf(document).flatMap((claim) => [
      ...partEdits(claim),
      ...shareEdits(claim),
      ...[...sidesOf(claim), ...movedSums(claim), ...spentOfFunds(claim)].map(edited),
    ]),
    ...[...composed(document), ...listsBehind(document), ...fundsOfAll(document), ...besides(document)].map(
      edited,
    ),
    ...impliedWholes(document),
    ...perHead(document),
    ...coverageMultiples(document),
  ],
};

function partEdits(claim: Claim): Outcome[] {
  const parts = relationsOf(claim, 'part_of', 'sum_of').filter(({ to }) => to !== null);
  const lists = Map.groupBy(parts, ({ to, text }) => `${to}|${sideOf(text)}`);
  return [...lists.values()].map((relations) => partEdit(claim, relations[0]!.to!, relations));
}

/** 收支总额X万元。收入包括：…；支出包括：…: each list makes up the whole. */
function sideOf(opening: string): string {
  return /^(?:收入|支出)/.exec(opening)?.[0] ?? '';
}

function partEdit(claim: Claim, to: number, relations: readonly TextRelation[]): Outcome {
  const whole = factOf(claim, to);
  const parts = relations.map(({ from }) => factOf(claim, from));
  const known = parts.filter((fact) => fact !== null);
  if (whole === null || known.length < parts.length) {
    return notEvaluated(claim.text.filing_id, 'a figure is only about right');
  }
  const net = netOf(claim, whole, known);
  if (net !== null) return edited(net);
  const listed = relations.some(({ kind }) => kind === 'sum_of') || isComplete(claim, to, relations);
  return edited(sumOf(claim, whole, known, listed && known.length > 1 ? '=' : '<='));
}

function shareEdits(claim: Claim): Outcome[] {
  return relationsOf(claim, 'share_of', 'rate_of').map((relation): Outcome => {
    const rate = factOf(claim, relation.from);
    const part = factOf(claim, relation.to);
    const { here, whole } = wholeOf(claim, relation);
    const filingId = claim.text.filing_id;
    if (rate === null || part === null || whole === null) return notEvaluated(filingId, 'operand missing');
    if (rate.unit !== '%') return notEvaluated(filingId, 'the rate is not in per cent');
    const edit = shareEdit(claim, relation, rate, part, whole);
    if (relation.kind === 'rate_of' && isOfAnother(claim, relation, rate, part)) return passed(filingId);
    // A whole of another paragraph may be one of another scope.
    if (!here) edit.severity = 'warning';
    return evaluate(edit) === null ? notEvaluated(filingId, 'denominator is zero') : edited(edit);
  });
}

function shareEdit(claim: Claim, relation: TextRelation, rate: Fact, part: Fact, whole: Fact): RatioEdit {
  return ratioEdit(claim.text, {
    rule: 'NAR-02',
    severity: 'error',
    says: {
      zh: `文字中“${part.label}”${relation.text}${rate.text}，应与所写数字相符`,
      en: `the share of “${part.label}” in the text, ${rate.text}, should be what its figures give`,
    },
    rate,
    numerator: part,
    denominator: whole,
    roles: ['share', 'part', 'whole'],
  });
}

/** 预算安排2535万元，到位672万元，使用672万元，使用率100%: whether a rate fits over another sum that stands before it. */
function isOfAnother(claim: Claim, relation: TextRelation, rate: Fact, part: Fact): boolean {
  const subject = figureOf(claim, relation.to)!;
  return claim.text.figures.slice(0, relation.from).some((figure, i) => {
    if (i === relation.to || figure.role !== 'stated' || !sameMeasure(figure, subject)) return false;
    const whole = factOf(claim, i);
    if (whole === null) return false;
    return evaluate(shareEdit(claim, relation, rate, part, whole))?.within === true;
  });
}
