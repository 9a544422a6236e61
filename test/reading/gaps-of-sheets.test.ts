import { describe, expect, test } from 'vitest';
import { examine } from '../../src/index.ts';

type Rows = readonly (readonly string[])[];

const lead = [
  ['项目支出绩效自评表'],
  ['项目名称', '', '示例渠道整修项目', '', '', '主管部门', '示例县水务局'],
];
const form: Rows = [
  ...lead,
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '得分', ''],
  ['', '年度资金总额', '100', '120', '108', '10', '9', ''],
  ['', '其中：财政拨款', '80', '100', '88', '', '', ''],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'],
  ['产出指标', '数量指标', '整修长度', '≥58公里', '60公里', '30', '30', ''],
  ['', '', '整修闸门', '≥4座', '4座', '20', '20', ''],
  ['', '质量指标', '验收合格率', '≥95%', '96%', '20', '20', ''],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '92%', '20', '20', ''],
  ['总分', '', '', '', '', '100', '99', ''],
];

const csvOf = (rows: Rows): Uint8Array =>
  new TextEncoder().encode(`${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);

/** A sheet without lines: XML Spreadsheet 2003. */
function sheetOf(rows: Rows): Uint8Array {
  const lines = rows.map((row, r) => {
    const cells = row.map((text, c) =>
      text === '' ? '' : `<Cell ss:Index="${c + 1}"><Data ss:Type="String">${text}</Data></Cell>`,
    );
    return row.some((text) => text !== '') ? `<Row ss:Index="${r + 1}">${cells.join('')}</Row>` : '';
  });
  return new TextEncoder().encode(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="自评表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
  );
}

async function recordsOf(bytes: Uint8Array, path: string) {
  const { filings, indicators, amounts } = await examine(bytes, { path });
  return {
    filings: filings.map(({ title, project, supervisor, total_weight, total_score, execution_score }) => [
      title,
      project,
      supervisor,
      total_weight,
      total_score,
      execution_score,
    ]),
    indicators: indicators.map(({ level1, level2, level3, target, actual, weight, score }) =>
      [level1, level2, level3, target?.raw, actual?.raw, weight, score].join(' '),
    ),
    amounts: amounts.map(({ item, measure, value }) => `${item} ${measure} ${value}`),
  };
}

const blankBefore = (rows: Rows, at: number, count = 1): Rows => [
  ...rows.slice(0, at),
  ...Array.from({ length: count }, () => ['']),
  ...rows.slice(at),
];

describe.each([
  ['a sheet without lines', sheetOf, 'a.xml'],
  ['delimited text', csvOf, 'a.csv'],
] as const)('%s', (_, bytesOf, path) => {
  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10])('is read over a blank row before row %i', async (at) => {
    const whole = await recordsOf(bytesOf(form), path);
    expect(whole.indicators).toHaveLength(4);
    expect(whole.amounts).toHaveLength(6);
    expect(whole.filings).toEqual([['项目支出绩效自评表', '示例渠道整修项目', '示例县水务局', 100, 99, 9]]);
    for (const count of [1, 2])
      expect(await recordsOf(bytesOf(blankBefore(form, at, count)), path)).toEqual(whole);
  });

  test('is read over blank rows between all groups', async () => {
    const rows = [10, 9, 8, 7, 6].reduce((all: Rows, at) => blankBefore(all, at), form);
    expect(await recordsOf(bytesOf(rows), path)).toEqual(await recordsOf(bytesOf(form), path));
  });

  test.each([1, 2, 3, 4, 5, 6])('is read over a blank column before column %i', async (at) => {
    const rows = form.map((row, r) => (r === 0 ? row : [...row.slice(0, at), '', ...row.slice(at)]));
    const { indicators } = await recordsOf(bytesOf(rows), path);
    expect(indicators).toEqual((await recordsOf(bytesOf(form), path)).indicators);
  });

  test('keeps figures under a head and their total behind blank rows', async () => {
    const rows: Rows = [
      ['部门预算支出总表'],
      ['单位：万元'],
      ['科目', '合计', '基本支出', '项目支出'],
      [''],
      ['教育支出', '100', '60', '40'],
      ['卫生支出', '50', '30', '20'],
      [''],
      ['合计', '150', '90', '60'],
    ];
    const { amounts } = await recordsOf(bytesOf(rows), path);
    expect(amounts).toHaveLength(9);
    expect(amounts).toContain('合计 budget 150');
  });

  test('leaves a second project and a table with a head of its own apart', async () => {
    const one = form.slice(5, 10);
    const rows: Rows = [
      ['项目支出绩效自评表'],
      ['项目名称', '示例一'],
      ...one,
      [''],
      ['项目名称', '示例二'],
      ...one,
      [''],
      ['资金来源', '预算数（万元）', '执行数（万元）'],
      ['财政拨款', '100', '90'],
    ];
    const { filings, indicators, amounts } = await recordsOf(bytesOf(rows), path);
    expect(filings.map(([, project]) => project)).toEqual(['示例一', '示例二']);
    expect(indicators).toHaveLength(8);
    expect(amounts).toEqual(['财政拨款 budget 100', '财政拨款 executed 90']);
  });
});
