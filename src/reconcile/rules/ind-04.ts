import type { Indicator } from '../../../schemas/index.ts';
import { pointsWrong } from '../figures/direction.ts';
import { indicatorKey } from '../keys.ts';
import { gathered, listed, nameOf, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** Signs that point the wrong way: at least so many complaints, at most so many pupils. */
export const IND_04: FilingRule = {
  id: 'IND-04',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '指标方向与符号不符', en: 'Sign points the wrong way' },
  explanation: {
    zh: '投诉、事故、成本等越少越好的指标用了“≥”，或人数、数量等产出和满意度、合格率等用了“≤”作上限，目标失去约束力，多为符号填反。',
    en: 'Complaints, accidents and costs with ≥, or heads, outputs and rates such as satisfaction capped with ≤: such a target binds nobody; the sign is most likely the wrong way round.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '“就读人数”≤1260人；“有效投诉率”≥2%', en: '“就读人数” ≤1260人; “有效投诉率” ≥2%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter(({ target }) => target?.kind === 'number' && target.op !== '=');
  return gathered(context, rows, pointsWrong, (wrong) => {
    const names = {
      zh: listed(wrong.map((row) => `${nameOf(row)} ${printed(row)}（应为 ${otherWay(row)}？）`)).zh,
      en: listed(wrong.map((row) => `${nameOf(row)} ${printed(row)} (${otherWay(row)}?)`)).en,
    };
    return {
      verdict: 'improbable',
      message: {
        zh: `指标方向与符号不符：${names.zh}`,
        en: `signs that point the wrong way: ${names.en}`,
      },
      actual: wrong[0]?.target?.value ?? null,
      evidence: wrong.map((row) => targetCell(row)),
      operands: wrong.map(indicatorKey),
    };
  });
}

const otherWay = ({ target }: Indicator): string => (target?.op?.startsWith('<') === true ? '≥' : '≤');

function printed({ target }: Indicator): string {
  const sign = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' }[target?.op ?? '='];
  return `${sign}${target?.value ?? ''}${target?.unit ?? ''}`;
}
