import type { Indicator, Message, Quantity } from '../../../schemas/index.ts';
import { exact, HUNDRED } from '../facts/exact.ts';
import { plainUnit } from '../figures/direction.ts';
import { indicatorKey } from '../keys.ts';
import { cellOf, nameOf, notice } from '../notice.ts';
import { remembered } from '../remembered.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** A share of a whole above the whole. */
export const IND_05: FilingRule = {
  id: 'IND-05',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '比率超过100%', en: 'Bounded rate above 100%' },
  explanation: {
    zh: '合格率、覆盖率、及时率、满意度等是部分占全部的比例，不可能超过100%；完成率、增长率、执行率、毛入学率、床位使用率等不受此限。',
    en: 'A rate of the passed, covered or satisfied is a share of all and never above 100%; rates of completion, growth, execution, gross enrolment and use may be.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: { zh: '“验收合格率”实际 980%', en: '“验收合格率” with the actual value 980%' },
  check,
};

const BOUNDED =
  /(?:合格|覆盖|及时|准确|达标|知晓|满意|优良|巩固|出勤|公开|完好|建档|入库|签约|普查|检出|抽检|受理|治愈|办结|整改|正确|规范|完整|按期|按时)率$|满意度$/;

/** Whether an indicator is a part of all by its name. */
export function isShareOfAll(row: Indicator): boolean {
  return isBounded(nameOf(row));
}

const isBounded = remembered((name) => BOUNDED.test(name.replace(/\s|[（(][^（()）]*[)）]$/g, '')));

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter(isShareOfAll);
  return rows.flatMap((row) => [
    ...look(context, row, 'target', row.target),
    ...look(context, row, 'actual', row.actual),
    ...row.prior.flatMap((quantity, at) => look(context, row, `prior${at}`, quantity)),
  ]);
}

/** 95%, and a bare 95 of 群众满意度（%）. */
const isPerCent = (row: Indicator, { unit }: Quantity): boolean =>
  plainUnit(unit) === '%' || (unit === null && /[（(][%％][)）]\s*$/.test(row.level3 ?? ''));

/** What a field of the row is called; of `prior0`, `prior1` … each is the value of a year before. */
const CALLED: Readonly<Record<string, Message>> = {
  target: { zh: '目标值', en: 'target' },
  actual: { zh: '实际完成值', en: 'actual value' },
};
const BEFORE: Message = { zh: '以前年度值', en: 'value of an earlier year' };

function look(context: FilingContext, row: Indicator, field: string, quantity: Quantity | null): Outcome[] {
  const called = CALLED[field] ?? BEFORE;
  if (quantity === null || quantity.value === null || !isPerCent(row, quantity)) return [];
  const highest = quantity.kind === 'range' ? (quantity.upper ?? quantity.value) : quantity.value;
  if (exact(highest) <= HUNDRED) return [passed(context.filing.filing_id)];
  return [
    notice(context, {
      verdict: 'impossible',
      message: {
        zh: `“${nameOf(row)}”${called.zh} ${quantity.raw} 超过100%`,
        en: `“${nameOf(row)}” has the ${called.en} ${quantity.raw}, above 100%`,
      },
      expected: 100,
      actual: highest,
      evidence: [cellOf(row, field, field, `${nameOf(row)} ${quantity.raw}`, highest)],
      operands: [indicatorKey(row), field],
    }),
  ];
}
