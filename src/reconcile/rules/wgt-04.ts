import { countsExecution, isFact, total } from '../edits/points.ts';
import { exact, show, toNumber } from '../facts/exact.ts';
import { evidenceOf } from '../findings.ts';
import { nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** The points of 预算执行率: nowhere in a self-evaluation, or counted twice. */
export const WGT_04: FilingRule = {
  id: 'WGT-04',
  scope: 'filing',
  overAll: true,
  kind: 'weight_sum',
  title: { zh: '预算执行率分值缺失或重复', en: 'Points of the execution rate absent or doubled' },
  explanation: {
    zh: '自评总分100中有预算执行率10分（财预〔2020〕10号）。自评表没有这10分、指标合计只有90的，作提示；既有预算执行率一栏，又列为指标的，重复计分；指标已满100、再加预算执行率10分而总分印为110的，作警告。',
    en: 'Ten of the 100 points of a self-evaluation are for the execution rate (财预〔2020〕10号). A form that has 90 and no place for them is noted; a rate with its own field and an indicator of its name counts twice; indicators that make 100 with the ten points beside them, in a printed total of 110, are a warning.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: {
    zh: '预算执行率一栏 10 分，又有指标“预算执行率”10 分',
    en: '10 points in the field of the rate and 10 as an indicator',
  },
  check: (context) => [...absent(context), ...doubled(context), ...beside(context)],
};

function absent(context: FilingContext): Outcome[] {
  const { facts, filing, indicators, profile } = context;
  if (!filing.form_type.endsWith('self_evaluation')) return [];
  const weights = indicators.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  if (weights.length < 2) return [];
  const hasField = filing.execution_weight !== null || filing.has_execution_weight_field;
  const sum = total(weights);
  if (hasField || sum !== exact(100 - profile.weightBase.execution)) return [passed(filing.filing_id)];
  return [
    notice(context, {
      verdict: 'explained',
      message: {
        zh: `自评表指标分值合计 ${show(sum)}，没有预算执行率的 ${profile.weightBase.execution} 分`,
        en: `the indicators make ${show(sum)} and the ${profile.weightBase.execution} points of the execution rate are absent`,
      },
      expected: 100,
      actual: toNumber(sum),
      evidence: weights.map((fact) => evidenceOf(fact, 'weight')),
      operands: ['execution'],
    }),
  ];
}

const OF_EXECUTION = /^(?:部门|项目)?(?:预算|资金)执行率$/;

function doubled(context: FilingContext): Outcome[] {
  const { facts, filing, indicators } = context;
  const own = facts.filing(filing, 'execution_weight');
  const rows = indicators.filter((row) => OF_EXECUTION.test(nameOf(row).trim()) && row.weight !== null);
  if (own === null || rows.length === 0) return [];
  const twice = rows.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  return [
    notice(context, {
      verdict: 'improbable',
      message: {
        zh: `预算执行率计了两次：单独一栏 ${show(own.value)} 分，又列为指标 ${show(total(twice))} 分`,
        en: `the execution rate counts twice: ${show(own.value)} points of its own and ${show(total(twice))} as an indicator`,
      },
      evidence: [evidenceOf(own, 'weight'), ...twice.map((fact) => evidenceOf(fact, 'weight'))],
      operands: [own.key, ...twice.map(({ key }) => key)],
    }),
  ];
}

/** The indicators alone make the hundred, and the printed total counts the points of 预算执行率 on top of it. */
function beside(context: FilingContext): Outcome[] {
  const { facts, filing, indicators, profile } = context;
  const own = facts.filing(filing, 'execution_weight');
  const printed = facts.filing(filing, 'total_weight');
  if (own === null || printed === null || own.value !== exact(profile.weightBase.execution)) return [];
  const weights = indicators.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  if (total(weights) !== exact(100) || !countsExecution(context, 'weight')) return [];
  return [
    notice(context, {
      verdict: 'improbable',
      message: {
        zh: `指标分值已合计 100，另有预算执行率 ${show(own.value)} 分，总分印为 ${show(printed.value)}`,
        en: `the indicators alone make 100, and ${show(own.value)} points of the execution rate beside them make the printed total ${show(printed.value)}`,
      },
      expected: 100,
      actual: toNumber(printed.value),
      evidence: [evidenceOf(printed, 'total'), evidenceOf(own, 'weight')],
      operands: [printed.key, own.key],
    }),
  ];
}
