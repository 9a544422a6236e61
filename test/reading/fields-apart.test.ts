import { describe, expect, it, test } from 'vitest';
import { examine } from '../../src/index.ts';

const head =
  '<h2>2024年项目支出绩效目标表</h2><p>单位：万元</p><table border=1><tr><td>项目名称<td colspan=4>图书馆开放</tr><tr><td>项目单位<td colspan=4>柏川市第二中学</tr>';
const tail =
  '<tr><td>年度总体目标<td colspan=4>完成年度任务。</tr><tr><td rowspan=3>绩效指标<td>一级指标<td>三级指标<td>年度指标值<td>分值</tr><tr><td>产出指标<td>改造座数<td>=26座<td>50</tr><tr><td>效益指标<td>使用年限<td>≥8年<td>50</tr></table>';

async function fundsOf(rows: string) {
  const { amounts, document, filings, findings } = await examine(
    new TextEncoder().encode(`${head}${rows}${tail}`),
    { path: 'form.html' },
  );
  return {
    parts: amounts.map(({ item, parent, value }) => [item, parent, value]),
    found: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
    warnings: document.warnings.map(({ code }) => code),
    unread: filings[0]?.unread_figures,
  };
}

const whole = [
  ['年度资金总额', null, 408.3],
  ['财政拨款', '年度资金总额', 345.8],
  ['其他资金', '年度资金总额', 28.2],
  ['单位自有资金', '年度资金总额', 34.3],
];

describe('funds whose labels and figures do not stand side by side', () => {
  it.each([
    [
      'a blank between a merged label and its figure',
      '<tr><td rowspan=4>项目资金<td colspan=2>年度资金总额<td><td>408.3</tr><tr><td colspan=2>其中:财政拨款<td><td>345.8</tr><tr><td colspan=2>其他资金<td><td>28.2</tr><tr><td colspan=2>单位自有资金<td><td>34.3</tr>',
    ],
    [
      'one label merged over the column before the others',
      '<tr><td rowspan=4>项目资金<td><td>年度资金总额<td colspan=2>408.3</tr><tr><td colspan=2>其中:财政拨款<td colspan=2>345.8</tr><tr><td><td>其他资金<td colspan=2>28.2</tr><tr><td><td>单位自有资金<td colspan=2>34.3</tr>',
    ],
    [
      'both',
      '<tr><td rowspan=4>项目资金<td><td>年度资金总额<td><td>408.3</tr><tr><td colspan=2>其中:财政拨款<td><td>345.8</tr><tr><td><td>其他资金<td><td>28.2</tr><tr><td><td>单位自有资金<td><td>34.3</tr>',
    ],
    [
      'sources that no budget gives a column further right',
      '<tr><td rowspan=4>项目资金<td>年度资金总额<td><td>408.3<td></tr><tr><td>其中:财政拨款<td><td>345.8<td></tr><tr><td><td>其他资金<td>28.2<td></tr><tr><td><td>单位自有资金<td>34.3<td></tr>',
    ],
  ])('%s', async (_, rows) => {
    expect(await fundsOf(rows)).toEqual({ parts: whole, found: [], warnings: [], unread: undefined });
  });

  const lost = (figure: string) =>
    `<tr><td rowspan=4>项目资金<td>年度资金总额<td colspan=3>408.3</tr><tr><td><td colspan=2><td>${figure}</tr><tr><td>其他资金<td colspan=3>28.2</tr><tr><td>单位自有资金<td colspan=3>34.3</tr>`;

  it('leaves a sum open that is off by a figure which was not read', async () => {
    const { found, unread, warnings } = await fundsOf(lost('345.8'));
    expect(unread).toEqual([345.8]);
    expect(warnings).toContain('figures_left_out');
    expect(found).not.toContain('SUM-01');
  });

  it('tells of a sum that the figure which was not read does not mend', async () => {
    expect((await fundsOf(lost('346.8'))).found).toContain('SUM-01');
  });
});

test('funds whose lines ran together in one cell are told apart', async () => {
  const { found, parts } = await fundsOf(
    '<tr><td>项目资金<td colspan=4>年度资金总额：408.3万元其中：财政拨款374万元其他资金34.3万元</tr>',
  );
  expect(parts.map(([item, , value]) => [item, value])).toEqual([
    ['年度资金总额', 408.3],
    ['财政拨款', 374],
    ['其他资金', 34.3],
  ]);
  expect(found).toEqual([]);
});
