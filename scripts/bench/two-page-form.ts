import { gridBuilder } from '../generate/grid-builder.ts';
import { line, type Section } from '../generate/page.ts';

/** Name, value, unit, points and standard of an indicator of the invented form. */
type Row = readonly [string, string, string, string, string];

/** First level → second level → indicators. Everything is made up. */
const levels: readonly (readonly [string, readonly (readonly [string, readonly Row[]])[]])[] = [
  [
    '产出指标',
    [
      [
        '数量指标',
        [
          ['清淤渠道长度', '≥32.5', '公里', '6', '按竣工图量算，少一公里扣一分'],
          ['更换闸门座数', '≥14', '座', '5', '逐座验收，以验收单为准'],
          ['新建巡护步道', '≥4.2', '公里', '4', '按实际铺装长度计算'],
          ['培训管护人员', '≥260', '人次', '4', '以签到册为准，同一人多次参加的按次计算'],
          ['安装水位观测设备', '18', '套', '4', '以资产登记为准'],
        ],
      ],
      [
        '质量指标',
        [
          ['工程验收合格率', '≥98', '%', '6', '合格单元工程数除以单元工程总数'],
          ['设备完好率', '≥95', '%', '4', '完好台套除以总台套，停用待修的不算完好'],
          ['隐蔽工程抽检合格率', '100', '%', '4', '由第三方抽检，不合格的返工后复检'],
        ],
      ],
      [
        '时效指标',
        [
          ['汛前完工率', '100', '%', '5', '五月底前完工的标段数除以标段总数'],
          ['资金支付及时率', '≥96', '%', '4', '三十日内支付的笔数除以总笔数'],
        ],
      ],
      [
        '成本指标',
        [
          ['每公里清淤费用', '≤8.4', '万元', '5', '结算价除以实际清淤长度'],
          ['单套设备购置费用', '≤1.35', '万元', '4', '以合同价为准，含安装和一年质保'],
        ],
      ],
    ],
  ],
  [
    '效益指标',
    [
      [
        '经济效益指标',
        [
          ['减少渗漏水量', '≥46', '万立方米', '6', '改造前后同期渗漏观测值之差'],
          ['新增灌溉面积', '≥1250', '亩', '5', '以灌区台账为准'],
        ],
      ],
      [
        '社会效益指标',
        [
          ['受益农户数', '≥3860', '户', '5', '渠系覆盖范围内的在册农户'],
          [
            '吸纳当地务工',
            '≥75',
            '人',
            '4',
            '连续务工满三个月的本地人员，凭工资发放表核对；同一户有多人务工的分别计算，季节性用工按实际天数折算，不足三个月的不计入',
          ],
        ],
      ],
      ['生态效益指标', [['渠岸绿化率', '≥80', '%', '5', '绿化长度除以渠岸总长度']]],
      ['可持续影响指标', [['管护制度覆盖率', '100', '%', '4', '落实管护责任人的渠段除以全部渠段']]],
    ],
  ],
  [
    '满意度指标',
    [
      [
        '服务对象满意度',
        [
          ['灌区农户满意度', '≥92', '%', '3', '随机抽取二百户入户调查'],
          ['用水协会满意度', '≥90', '%', '3', '向全部协会发放问卷，回收率不低于九成'],
        ],
      ],
    ],
  ],
];

/** What a reader must give: a line an indicator, spans filled down. */
export interface ExpectedRow {
  level1: string;
  level2: string;
  name: string;
  value: string;
  unit: string;
  points: string;
  standard: string;
}

export const expectedRows: readonly ExpectedRow[] = levels.flatMap(([level1, groups]) =>
  groups.flatMap(([level2, rows]) =>
    rows.map(([name, value, unit, points, standard]) => ({
      level1,
      level2,
      name,
      value,
      unit,
      points,
      standard,
    })),
  ),
);

/** An invented form of 28 rows and 7 columns with spans, made to run over two pages with a row cut by the page's end. */
export function twoPageForm(widths: number[] = [9, 11, 18, 9, 9, 7, 22]): Section {
  const build = gridBuilder(7);
  build.row({ text: '项目名称', columnSpan: 2 }, { text: '云溪灌区渠道清淤与闸门更新项目', columnSpan: 5 });
  build.row({ text: '主管部门', columnSpan: 2 }, { text: '云溪县水务局', columnSpan: 2 }, '实施单位', {
    text: '云溪灌区管理所',
    columnSpan: 2,
  });
  build.row(
    { text: '项目资金（万元）', columnSpan: 2, rowSpan: 3 },
    { text: '年度资金总额', columnSpan: 2 },
    { text: '486.50', columnSpan: 3 },
  );
  build.row({ text: '其中：财政拨款', columnSpan: 2 }, { text: '410.00', columnSpan: 3 });
  build.row({ text: '其他资金', columnSpan: 2 }, { text: '76.50', columnSpan: 3 });
  build.row('总体目标', {
    text: '完成灌区三条干渠的清淤和十四座闸门的更新，恢复设计过水能力，减少渗漏，让下游农户按时用上水；建立管护制度，落实管护责任人，做到渠道有人管、设备有人修。',
    columnSpan: 6,
    align: 'left',
  });
  build.row('一级指标', '二级指标', '三级指标', '指标值', '度量单位', '分值', '评分标准');
  for (const [level1, groups] of levels) {
    let first = true;
    for (const [level2, rows] of groups)
      rows.forEach(([name, ...rest], i) => {
        build.row(
          ...(first ? [{ text: level1, rowSpan: groups.flatMap(([, list]) => list).length }] : []),
          ...(i === 0 ? [{ text: level2, rowSpan: rows.length }] : []),
          name,
          ...rest,
        );
        first = false;
      });
  }
  build.row('填报说明', { text: '指标值为全年累计数。', columnSpan: 6 });
  const grid = build.finish({ widths });
  return { name: 'form', blocks: [line('title', '项目支出绩效目标申报表'), grid] };
}
