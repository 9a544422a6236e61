import { describe, expect, test } from 'vitest';
import { examine } from '../../src/index.ts';

/** A form whose points or score of 整修长度 are what is given. */
function formWith({ weight = '30', score = '30' }): Uint8Array {
  const rows = [
    ['项目名称', '示例渠道整修项目', '', '主管部门', '示例县水务局', ''],
    ['资金（万元）', '全年预算数', '120', '全年执行数', '108', ''],
    ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '整修长度', '≥58公里', '60公里', weight, score],
    ['产出指标', '整修闸门', '≥4座', '4座', '30', '30'],
    ['产出指标', '验收合格率', '≥95%', '96%', '20', '20'],
    ['满意度指标', '群众满意度', '≥90%', '92%', '20', '20'],
    ['总分', '', '', '', '100', '100'],
  ];
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const page = `<h2>2031年项目支出绩效自评表</h2><table border=1>${lines.join('')}</table>`;
  return new TextEncoder().encode(`<html><meta charset="utf-8">${page}</html>`);
}

async function checked(points: { weight?: string; score?: string }) {
  const { indicators, findings } = await examine(formWith(points), { path: '自评表.html' });
  const [first] = indicators;
  const told = findings.map(({ rule }) => rule).filter((rule) => /^(?:WGT-01|SCR-0[29])$/.test(rule));
  return { first, told };
}

describe('points and scores whose cell shows an error or nothing that could be read', () => {
  test.each(['weight', 'score'] as const)(
    'are missing, and leave what is counted over all open: %s',
    async (field) => {
      for (const text of ['#REF!', '#VALUE!']) {
        const { first, told } = await checked({ [field]: text });
        expect(first?.[field]).toBeNull();
        expect(first?.doubts?.[field]?.reason).toBe(`error value ${text}`);
        expect(told).toEqual([]);
      }
    },
  );

  test('that are blank are none, and the total is told to be another', async () => {
    expect((await checked({ weight: '' })).told).toContain('WGT-01');
    expect((await checked({ score: '' })).told).toContain('SCR-02');
  });
});

test('a mark of texts before points, or a tick beside them, is no part of them', async () => {
  for (const text of ["'30", '’30', '√30', '30√', '☑30', '30分✓'])
    expect((await checked({ weight: text, score: text })).first).toMatchObject({ weight: 30, score: 30 });
  for (const text of ['□30', '√']) expect((await checked({ score: text })).first?.score).toBeNull();
});

test('sums whose cells name their unit, in thousands or millions too, are sums', async () => {
  const rows = [
    ['项目名称', '示例渠道整修项目', '', ''],
    ['项目资金（万元）', '', '全年预算数', '全年执行数'],
    ['', '年度资金总额', '12,345.60千元', '123.46百万'],
    ['', '其中：财政拨款', '1000千元', '约800万元'],
  ];
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const page = `<html><meta charset="utf-8"><h2>2031年项目支出绩效自评表</h2><table border=1>${lines.join('')}</table></html>`;
  const { amounts } = await examine(new TextEncoder().encode(page), { path: '自评表.html' });
  expect(amounts.map(({ value, unit, base_value }) => [value, unit, base_value])).toEqual([
    [12345.6, '千元', 12345600],
    [123.46, '百万元', 123460000],
    [1000, '千元', 1000000],
    [800, '万元', 8000000],
  ]);
});

test('a sum in whose place TRUE stands is missing, and one with a tick is there', async () => {
  const rows = [
    ['项目名称', '示例渠道整修项目', '', ''],
    ['项目资金（万元）', '', '全年预算数', '全年执行数'],
    ['', '年度资金总额', '√12.50', '12.50'],
    ['', '其中：财政拨款', 'TRUE', '8.50☑'],
    ['', '其他资金', '4.00', '4.00'],
  ];
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const page = `<html><meta charset="utf-8"><h2>2031年项目支出绩效自评表</h2><table border=1>${lines.join('')}</table></html>`;
  const { amounts, findings } = await examine(new TextEncoder().encode(page), { path: '自评表.html' });
  expect(amounts.map(({ value }) => value)).toEqual([12.5, 12.5, null, 8.5, 4, 4]);
  expect(findings.map(({ rule }) => rule)).toContain('UNI-07');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
