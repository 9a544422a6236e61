import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Sums with their parts on the same row; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const indicators = `
 | 一级指标 | 三级指标 | 指标值 | < | < | < |
 | 产出指标 | 统计报表数 | ≥120份 | < | < | < |
 | 效益指标 | 数据质量合格率 | ≥98% | < | < | < |`;

describe('lists below 其中 that nothing printed ends', () => {
  const drawn = (basic: number) =>
    read(
      '2025年乡镇预算支出明细表',
      '单位：万元',
      grid(`
 | 科目 | 合计 | 镇本级 | 各村 | 基本支出 | 项目支出 |
 | 总计 | 1860 | 1310 | 550 | ${basic} | 940 |
 | 一般公共服务支出 | 640 | 580 | 60 | 560 | 80 |
 | 其中：人大事务 | 40 | 40 | 0 | 30 | 10 |
 | 政府办公厅事务 | 520 | 470 | 50 | 480 | 40 |
 | 农林水支出 | 820 | 420 | 400 | 240 | 580 |
 | 其中：农业农村 | 500 | 260 | 240 | 150 | 350 |
 | 水利 | 200 | 100 | 100 | 60 | 140 |
 | 城乡社区支出 | 400 | 310 | 90 | 120 | 280 |`),
    );

  test('end where the others make up the total, which its columns part twice', () => {
    const readout = drawn(920);
    const parents = readout.amounts
      .filter(({ column_label: head }) => head === '合计')
      .map(({ parent }) => parent);
    const [first, second] = ['一般公共服务支出', '农林水支出'];
    expect(parents).toEqual([null, '总计', first, first, '总计', second, second, '总计']);
    expect(wrong(readout)).toEqual([]);
  });

  test('end there too where one column holds a slip, and the slip is found', () => {
    const { findings } = reconcile(drawn(902));
    expect(findings.map(({ rule }) => rule)).toEqual(['SUM-01']);
    expect(findings[0]?.hypotheses[0]?.change).toMatchObject({ from: '902', to: '920' });
  });
});

describe('其中 on the row of its sum', () => {
  test('belongs to whatever sum stands in front of it, and not to the row above', () => {
    const readout = read(
      '2024年度部门整体支出绩效自评表',
      '金额单位：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年初预算数 | 1200 | 其中：项目支出 | 340 | 基本支出 | 860 |
 | 全年支出数 | 1180 | 其中：项目支出 | 330 | 基本支出 | 850 |
 | 年末结转结余 | 20 | 其中：项目支出结转 | 10 | 基本支出结转 | 10 | ${indicators}`),
    );
    expect(counted(readout)).toEqual([
      'funding 年初预算数 initial_budget 2024 1200 万元',
      'funding 项目支出 initial_budget 2024 340 万元 of=年初预算数',
      'funding 基本支出 initial_budget 2024 860 万元 of=年初预算数',
      'funding 全年支出数 executed 2024 1180 万元',
      'funding 项目支出 executed 2024 330 万元 of=全年支出数',
      'funding 基本支出 executed 2024 850 万元 of=全年支出数',
      'funding 年末结转结余 balance 2024 20 万元',
      'funding 项目支出结转 balance 2024 10 万元 of=年末结转结余',
      'funding 基本支出结转 balance 2024 10 万元 of=年末结转结余',
    ]);
    expect(wrong(readout)).toEqual([]);
  });

  test('counts heads where its whole does', () => {
    const readout = read(
      '部门整体支出绩效目标申报表',
      '（2025年度） 金额：万元',
      grid(`
 | 部门名称 | 某统计局 | < | < | < | < |
 | 年度预算总额 | 1,260.00 | 其中：基本支出 | 900.00 | < | < |
 | | | 项目支出 | 360.00 | < | < |
 | 在职人员编制数 | 40 | 其中：行政编制 | 28 | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('staff 行政编制 count 2025 28 人');
    expect(counted(readout)).toContain('funding 项目支出 current 2025 360 万元 of=年度预算总额');
    expect(wrong(readout)).toEqual([]);
  });

  test('may name what no list of sources has', () => {
    const readout = read(
      '2025年专项债券项目资金绩效目标表',
      grid(`
 | 项目名称 | 新院区 | < | < | < | < |
 | 项目总投资（万元） | 32000 | 其中：资本金 | 12000 | < | < |
 | 专项债券融资 | 20000 | 债券期限 | 20年 | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('funding 资本金 total_budget ∅ 12000 万元 of=项目总投资');
    expect(wrong(readout)).toEqual([]);
  });

  test('may say when, beside sources that say from where', () => {
    const readout = read(
      '2025年度项目绩效目标申报表',
      grid(`
 | 项目名称 | 智慧社区 | < | < | < | < |
 | 资金总额（万元） | 300 | 其中：本年度 | 120 | < | < |
 | 资金来源 | 财政拨款 | 300 | < | < | < | ${indicators}`),
    );
    expect(counted(readout)).toContain('funding 本年度 current 2025 120 万元 of=资金总额');
    expect(wrong(readout)).toEqual([]);
  });
});
