import type { Plan } from './plan.ts';

/** An indicator as a form prints it and as it should be read. */
export interface DrawnIndicator {
  level1: string;
  level2: string;
  name: string;
  /** Null for what is said in words. */
  target: { operator: string; value: number; unit: string } | null;
  words: string | null;
  actual: number | null;
  weight: number;
}

const byLevel: Record<string, [name: string, unit: string, operator: string, value: number][]> = {
  数量指标: [
    ['培训班次', '期', '>=', 12],
    ['新建护栏长度', '公里', '>=', 35],
    ['补助学生人数', '人', '>=', 860],
    ['采购图书数量', '册', '>=', 4200],
    ['发放宣传手册', '份', '>=', 15000],
    ['改造厕所座数', '座', '=', 26],
  ],
  质量指标: [
    ['工程验收合格率', '%', '>=', 98],
    ['设备完好率', '%', '>=', 96],
    ['补助发放准确率', '%', '=', 100],
  ],
  时效指标: [
    ['资金拨付及时率', '%', '>=', 95],
    ['任务完成时限', '个月', '<=', 11],
    ['故障响应时间', '小时', '<=', 4],
  ],
  成本指标: [
    ['单位造价', '元/平方米', '<=', 1200],
    ['公用经费压减率', '%', '>=', 5],
  ],
  经济成本指标: [
    ['预算控制率', '%', '<=', 100],
    ['成本偏差率', '%', '<=', 5],
  ],
  经济效益指标: [
    ['带动农户增收', '元/户', '>=', 1200],
    ['节约财政支出', '万元', '>=', 15],
  ],
  社会效益指标: [
    ['受益群众人数', '人', '>=', 5200],
    ['新增就业岗位', '个', '>=', 60],
    ['公共服务水平', '', '', 0],
  ],
  生态效益指标: [
    ['森林覆盖率', '%', '>=', 62],
    ['空气优良天数', '天', '>=', 330],
  ],
  可持续影响指标: [
    ['设备使用年限', '年', '>=', 8],
    ['长效机制建设', '', '', 0],
  ],
  服务对象满意度指标: [
    ['受益群众满意度', '%', '>=', 90],
    ['参训人员满意度', '%', '>=', 95],
  ],
};

const schemes: [level1: string, level2: string[], points: number][][] = [
  [
    ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标'], 50],
    ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'], 30],
    ['满意度指标', ['服务对象满意度指标'], 10],
  ],
  [
    ['成本指标', ['经济成本指标'], 20],
    ['产出指标', ['数量指标', '质量指标', '时效指标'], 40],
    ['效益指标', ['社会效益指标', '可持续影响指标'], 20],
    ['满意度指标', ['服务对象满意度指标'], 10],
  ],
];

const words = ['有效提升', '持续改善', '明显提高', '长期', '逐步完善'];

/** Indicators whose points add up to `points`, level by level. */
export function drawIndicators({ random, isEvaluation }: Plan, points: number): DrawnIndicator[] {
  const scheme = random.pick(schemes);
  const shares = scheme.map(([, , share]) => share);
  shares[shares.length - 1]! += points - shares.reduce((sum, share) => sum + share, 0);
  return scheme.flatMap(([level1, all], at) => {
    const kept = all.filter(() => random.chance(0.8));
    const levels = kept.length === 0 ? [all[0]!] : kept;
    const drawn = levels.flatMap((level2) =>
      random
        .sample(byLevel[level2]!, random.int(1, level2 === '数量指标' ? 3 : 2))
        .map(([name, unit, operator, value]): DrawnIndicator => {
          const isText = operator === '';
          const better =
            value + (operator === '>=' && unit !== '%' && random.chance(0.3) ? Math.floor(value / 20) : 0);
          return {
            level1,
            level2,
            name,
            target: isText ? null : { operator, value, unit },
            words: isText ? random.pick(words) : null,
            actual: isEvaluation && !isText ? better : null,
            weight: 0,
          };
        }),
    );
    return withPoints(drawn, shares[at]!);
  });
}

/** Halves of a point where they do not divide; the last takes the rest. */
function withPoints(drawn: readonly DrawnIndicator[], points: number): DrawnIndicator[] {
  const each = Math.floor((points * 2) / drawn.length) / 2;
  return drawn.map((indicator, at) => ({
    ...indicator,
    weight: at < drawn.length - 1 ? each : points - each * (drawn.length - 1),
  }));
}
