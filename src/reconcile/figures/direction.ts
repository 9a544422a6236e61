import type { Indicator } from '../../../schemas/index.ts';
import { moneySize } from '../facts/units.ts';
import { nameOf } from '../notice.ts';
import { remembered } from '../remembered.ts';

/** Fewer is better where the name ends so: 投诉率, 安全事故起数, 项目成本; 故障响应及时率 is the other way. */
const FEWER = new RegExp(
  [
    '(?:投诉|事故|差错|误差|失误|违规|违法|违纪|逾期|死亡|伤亡|故障|返工|退货|流失|辍学|发病|患病|感染|超支|损失|超标|空置|闲置)(?:事件)?(?:发生)?(?:率|数|次数|数量|起数|件数|人数|量|额|金额|面积|时间)?$',
    '(?:结转结余|预算调整)率$',
    '(?:预算|经费|支出|投资)控制(?:数|额)$',
    '(?:成本|费用|造价|单价)(?:控制)?(?:数|额|金额|标准)?$',
  ].join('|'),
);

export const fewerIsBetter = remembered((name): boolean =>
  FEWER.test(name.replace(/\s|[（(][^（()）]*[)）]$/g, '')),
);

/** 百分比, %(百分比) and ％ are one unit. */
export function plainUnit(unit: string | null): string | null {
  return unit === null ? null : plain(unit);
}

const plain = remembered((unit) => {
  const folded = unit.normalize('NFKC').replace(/\s/g, '');
  if (/^%|百分/.test(folded)) return '%';
  return folded.replace(/\(.*\)$/, '');
});

/** Heads and things that a rule wants few of; a name that says so may be capped. */
const CAPPED =
  /控制|限额|上限|不超|不高于|以内|压减|压缩|减少|降低|下降|出国|三公|接待|编制|在职|供养|临聘|聘用|会议|违|逾期|失业|返贫|贫困|流失|辍学|死|伤|病|感染|事故|投诉|差错|缺陷|闲置|空置|未|超|时限|天数|工期|周期|时间|间隔|耗|排放|污染/;
const OUTPUT_UNIT = /^[亿万千百]?(?:人|名|户|家|个|所|座|台|套|条|人次|村|亩|公里|km|平方米|场|期|批|件)/;

/** Rates of which nobody wants less. */
const MORE =
  /^(?!.*[不未非]).*(?:满意[度率]|合格率|优良率|达标率|及时率|准确率|知晓率|好评率|成活率|存活率|完好率)(?:[（(][^（）()]*[)）])?$/;

const LESS =
  /减少|降低|下降|挽回|避免|节约|压减|化解|消除|清理|查处|追回|治理|防治|整治|整改|盘活|拆除|处置|处理|排除|抢修|修复|受理|办理|办结|劝返|收回|追缴|赔付|补偿/;

/** A sign that binds nobody: at least so many complaints, at most so many pupils. */
export function pointsWrong(row: Indicator): boolean {
  const { op, unit, value } = row.target ?? {};
  const name = nameOf(row);
  if (op === '>=' || op === '>') {
    // 减少损失 ≥2000万元: what is to be got rid of, as much of it as can be.
    if (LESS.test(name)) return false;
    return (value ?? 0) > 0 && (isCost(row) || (fewerIsBetter(name) && !/成本|费用|造价|单价/.test(name)));
  }
  if (op !== '<=' && op !== '<') return false;
  if (MORE.test(name.replace(/\s/g, '')) && !CAPPED.test(name)) return true;
  // Only a plain output: another rate may be capped for reasons of its own.
  const isOutput = /数量|产出/.test(`${row.level2 ?? ''}`) || /人数$/.test(name.replace(/\s/g, ''));
  const measured = plainUnit(unit ?? null) ?? '';
  return isOutput && OUTPUT_UNIT.test(measured) && !CAPPED.test(name);
}

/** ≥ on a sum of money under a cost level. */
function isCost(row: Indicator): boolean {
  const level = `${row.level1 ?? ''}${row.level2 ?? ''}`;
  return (
    /成本/.test(level) && moneySize(row.target?.unit ?? null) !== null && !/节约|节支|降低/.test(nameOf(row))
  );
}
