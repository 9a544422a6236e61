import type { Indicator } from '../../../schemas/index.ts';
import { fewerIsBetter, plainUnit } from '../achievement.ts';
import { indicatorKey } from '../keys.ts';
import { gathered, listed, nameOf, targetCell } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';
import { moneySize } from '../units.ts';

/** Signs that point the wrong way: at least so many complaints, at most so many pupils. */
export const IND_04: FilingRule = {
  id: 'IND-04',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '指标方向与符号不符', en: 'Sign points the wrong way' },
  explanation: {
    zh: '投诉、事故、成本等越少越好的指标用了“≥”，或人数、数量等产出用了“≤”作上限，目标失去约束力，多为符号填反。',
    en: 'Complaints, accidents and costs with ≥, or heads and outputs capped with ≤: such a target binds nobody; the sign is most likely the wrong way round.',
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
    const names = listed(wrong.map((row) => `${nameOf(row)} ${printed(row)}`));
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

/** Heads and things that a rule wants few of; a name that says so may be capped. */
const CAPPED =
  /控制|限额|上限|不超|不高于|以内|压减|压缩|减少|降低|下降|出国|三公|接待|编制|在职|供养|临聘|聘用|会议|违|逾期|失业|返贫|贫困|流失|辍学|死|伤|病|感染|事故|投诉|差错|缺陷|闲置|空置|未|超|时限|天数|工期|周期|时间|间隔|耗|排放|污染/;
const OUTPUT_UNIT = /^[亿万千百]?(?:人|名|户|家|个|所|座|台|套|条|人次|村|亩|公里|km|平方米|场|期|批|件)/;

function pointsWrong(row: Indicator): boolean {
  const { op, unit, value } = row.target ?? {};
  const name = nameOf(row);
  if (op === '>=' || op === '>') {
    return (value ?? 0) > 0 && (isCost(row) || (fewerIsBetter(name) && !/成本|费用|造价|单价/.test(name)));
  }
  // Only a plain output: a rate may be capped for reasons of its own.
  const isOutput = /数量|产出/.test(`${row.level2 ?? ''}`) || /人数$/.test(name.replace(/\s/g, ''));
  const plain = plainUnit(unit ?? null) ?? '';
  return isOutput && OUTPUT_UNIT.test(plain) && !CAPPED.test(name);
}

/** ≥ on a sum of money under a cost level. */
function isCost(row: Indicator): boolean {
  const level = `${row.level1 ?? ''}${row.level2 ?? ''}`;
  return (
    /成本/.test(level) && moneySize(row.target?.unit ?? null) !== null && !/节约|节支|降低/.test(nameOf(row))
  );
}

function printed({ target }: Indicator): string {
  const sign = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' }[target?.op ?? '='];
  return `${sign}${target?.value ?? ''}${target?.unit ?? ''}`;
}
