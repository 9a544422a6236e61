import type { Evidence, Indicator } from '../../../schemas/index.ts';
import { compile, type Due, execute, isProportional } from '../clauses/index.ts';
import { divideRounded, exact, HUNDRED, roundTo, show, toNumber } from '../facts/exact.ts';
import { achievementOf, givesReason } from '../figures/achievement.ts';
import { halfScore, isShared } from '../figures/scores.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, nameOf, notice, scoreCells } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { formulaDue, type Operand, operandsOf } from './clause-operands.ts';

/** The score that a scoring standard gives, where its operands are known. */
export const SCR_10: FilingRule = {
  id: 'SCR-10',
  scope: 'filing',
  kind: 'score_rule',
  title: { zh: '得分与评分标准不符', en: 'Score does not follow its standard' },
  explanation: {
    zh: '读懂评分标准（100%计满分，每下降5个百分点扣1分；≥90%得5分；每缺一项扣1分，扣完为止……），按本文件的实际值、执行数、决算数执行，与得分比较。“每”按整步或按比例计算都算对；得分高于标准所给的为错误，低于的为警告。',
    en: 'The standard is read (full points at 100%, 1 point off for every 5 below; bands; 1 point off for each item missing) and executed with the figures of the document. Whole steps and proportion both pass. More than the standard gives is an error, less a warning.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '“100%计满分，每下降5%扣1分”，执行率 100%，分值 3，得分 2',
    en: '“full points at 100%, 1 off for every 5% below”, rate 100%, points 3, score 2',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  return indicators.flatMap((row, i): Outcome[] => {
    const standard = row.scoring_rule ?? '';
    if (row.weight === null || row.score === null || isShared(row, indicators[i + 1])) return [];
    const program = compile(standard);
    if (program === null) {
      return standard === '' ? [] : [notEvaluated(filing.filing_id, 'standard is in words')];
    }
    // In proportion to target and actual is the rule of quantitative scores.
    if (isProportional(program) && achievementOf(row) !== null) return [];
    const weight = exact(row.weight);
    const [first] = program.clauses;
    if (first?.kind === 'formula') return [judge(context, row, formulaDue(context, first, weight), null)];
    const operands = operandsOf(context, row);
    if (operands.length === 0) return [judge(context, row, execute(program, weight, null, null), null)];
    // 100% may be said of the value or of its target: a score that follows either reading is right.
    const outcomes = operands.map((operand) =>
      judge(context, row, execute(program, weight, operand.measured, operand.target), operand),
    );
    const right = outcomes.find(({ type }) => type === 'passed');
    return [right ?? outcomes.find(({ type }) => type === 'finding') ?? outcomes[0]!];
  });
}

function judge(context: FilingContext, row: Indicator, due: Due, operand: Operand | null): Outcome {
  const { filing, indicators } = context;
  if (due.kind === 'unknown') return notEvaluated(filing.filing_id, due.reason);
  const score = exact(row.score!);
  const half = halfScore(indicators);
  if (due.kind === 'steps') return inSteps(context, row, due);
  if (score >= due.low - half && score <= due.high + half) return passed(filing.filing_id);
  const isBelow = score < due.low;
  if (isBelow && givesReason(row)) return passed(filing.filing_id);
  const [low, high] = [show(roundTo(due.low, 2)), show(roundTo(due.high, 2))];
  const points = low === high ? low : `${low}–${high}`;
  const value = operand === null ? '' : operand.equation;
  return notice(context, {
    verdict: isBelow ? 'improbable' : 'impossible',
    message: {
      zh: `“${nameOf(row)}”${value}，按“${due.by}”应得 ${points} 分（分值 ${row.weight}），得分填 ${row.score}`,
      en: `“${nameOf(row)}” ${value}: “${due.by}” gives ${points} of ${row.weight} points, scored ${row.score}`,
    },
    expected: toNumber(roundTo(due.high, 2)),
    actual: row.score,
    difference: toNumber(roundTo(score - due.high, 2)),
    equation: value === '' ? null : value,
    evidence: [...scoreCells(row).toReversed(), standardCell(row), ...(operand?.evidence ?? [])],
    operands: [indicatorKey(row), 'standard'],
  });
}

/** 5 points, 3 off for each item: 5, 2 or 0, and never 4. */
function inSteps(context: FilingContext, row: Indicator, due: Extract<Due, { kind: 'steps' }>): Outcome {
  const { filing } = context;
  const score = exact(row.score!);
  const off = due.from - score;
  if (off < 0n || score === 0n || off % due.step === 0n) return passed(filing.filing_id);
  const count = show(roundTo(divideRounded(off * HUNDRED, due.step) / 100n, 2));
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${nameOf(row)}”分值 ${row.weight}，“${due.by}”不可能得 ${row.score} 分（相当于 ${count} 步）`,
      en: `“${nameOf(row)}” has ${row.weight} points; “${due.by}” cannot leave ${row.score} (${count} steps)`,
    },
    actual: row.score,
    evidence: [...scoreCells(row).toReversed(), standardCell(row)],
    operands: [indicatorKey(row), 'steps'],
  });
}

function standardCell(row: Indicator): Evidence {
  return cellOf(row, 'scoring_rule', 'standard', row.scoring_rule ?? '');
}
