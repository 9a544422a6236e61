import type { Indicator } from '../../../schemas/index.ts';
import { isExtra } from '../edits/points.ts';
import { type Exact, exact, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { place } from '../facts/fact-drafts.ts';
import { evidenceOf } from '../findings.ts';
import { notice } from '../notice.ts';
import { type FilingContext, type Outcome, passed } from '../rule.ts';

const TAKEN = /扣(?:减|除|掉|了)?(\d{1,2}(?:\.\d{1,2})?)分/g;
/** 每低1个百分点扣0.5分, 不扣分: a rule, and what was or will be done elsewhere. */
const RULE = /每|各扣|应扣|最多|不超过|上限|不扣|可扣|至少|酌情|加\d|得\d|共性|其他指标|上年|原扣|拟扣/;

/** 汛期停工，扣5分 among the reasons of a row: what is said to be taken off, piece by piece or in all, is what its score lacks of its points. */
export function saidDeductions(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  return indicators.flatMap((row, at): Outcome[] => {
    const said = takenOff(row);
    if (said.length === 0 || !standsAlone(row, indicators[at + 1])) return [];
    const [score, weight] = [facts.indicator(row, 'score'), facts.indicator(row, 'weight')];
    if (score === null || weight === null || score.value > weight.value) return [];
    const lost = weight.value - score.value;
    const sum = said.reduce((all, each) => all + each, 0n);
    if (sum === lost || said.includes(lost)) return [passed(filing.filing_id)];
    return [told(context, row, { sum, lost, score, weight })];
  });
}

function takenOff({ deviation }: Indicator): Exact[] {
  if (deviation === null || RULE.test(deviation)) return [];
  return [...deviation.matchAll(TAKEN)].map(([, points]) => exact(Number(points)));
}

/** Points in a cell of several rows, and scores of several judges, may be what is taken off from. */
function standsAlone(row: Indicator, next: Indicator | undefined): boolean {
  const isShared = next !== undefined && (next.weight === null || next.score === null);
  const isJudgedTwice = row.converted_score !== null || (row.other_scores ?? []).length > 0;
  return !isShared && !isJudgedTwice && row.deducted == null && !isExtra(row);
}

interface Said {
  sum: Exact;
  lost: Exact;
  score: Fact;
  weight: Fact;
}

function told(context: FilingContext, row: Indicator, { sum, lost, score, weight }: Said): Outcome {
  const name = row.level3 || row.level2 || row.level1 || '';
  const text = row.deviation ?? '';
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${name}”原因写扣 ${show(sum)} 分，分值 ${weight.text} 减得分 ${score.text} 为 ${show(lost)} 分`,
      en: `“${name}”: the reason takes ${show(sum)} points off, ${weight.text} less ${score.text} is ${show(lost)}`,
    },
    expected: toNumber(lost),
    actual: toNumber(sum),
    evidence: [
      { role: 'text', text, value: toNumber(sum), source: place(row.source, 'deviation'), document_id: null },
      evidenceOf(weight, 'weight'),
      evidenceOf(score, 'score'),
    ],
    operands: ['said_deduction', score.key],
  });
}
