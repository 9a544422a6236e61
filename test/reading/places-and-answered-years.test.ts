import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { errorsIn, grid, read, told } from './drawing.ts';

/** Heads of many places, a year asked for above the heads of money, and copies that lost or turned signs; every name and figure is invented. */
describe('places, answered years and copies', () => {
  test('a value column for more villages than there are levels, and for all of them', () => {
    const readout = read(
      '专项资金绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 双溪村 | 石塘村 | 大圩村 | 合计 |
 | 产出指标 | 数量指标 | 改造管网长度 | 3.5 | 2.8 | 4.2 | 10.5 |
 | ^ | 质量指标 | 水质达标率 | 100 | 100 | 100 | 100 |`),
    );
    expect(readout.indicators.map(({ scope, target }) => `${scope} ${target?.value}`)).toEqual([
      '双溪村 3.5',
      '石塘村 2.8',
      '大圩村 4.2',
      '合计 10.5',
      '双溪村 100',
      '石塘村 100',
      '大圩村 100',
      '合计 100',
    ]);
    expect(readout.amounts).toEqual([]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('a column of units beside those of the villages', () => {
    const readout = read(
      '专项资金绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 计量单位 | 合计 | 双溪村 | 石塘村 | 备注 |
 | 产出指标 | 数量指标 | 改造管网长度 | 公里 | 6.3 | 3.5 | 2.8 | |
 | ^ | 质量指标 | 水质达标率 | % | 100 | 100 | 100 | 抽检 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/数量指标/改造管网长度 =6.3公里 ∅',
      'annual 产出指标/数量指标/改造管网长度 =3.5公里 ∅',
      'annual 产出指标/数量指标/改造管网长度 =2.8公里 ∅',
      'annual 产出指标/质量指标/水质达标率 =100% ∅',
      'annual 产出指标/质量指标/水质达标率 =100% ∅',
      'annual 产出指标/质量指标/水质达标率 =100% ∅',
    ]);
  });

  test.each(['2031', '2031年', '2031年度'])(
    '年度 | %s over narrower heads of money heads nothing',
    (year) => {
      const { amounts, filings, indicators } = read(
        '部门整体支出绩效自评表',
        grid(`
 | 部门（单位）名称 | < | 云溪区交通局 | < | 年度 | < | ${year} | < |
 | 项目资金（万元） | | < | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
 | ^ | 年度资金总额 | < | 1600 | 1600 | 10 | 100% | 10 |
 | ^ | 基本支出 | < | 1000 | 1000 | — | 100% | — |
 | ^ | 项目支出 | < | 600 | 600 | — | 100% | — |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 养护里程 | ≥20公里 | 20公里 | 90 | 90 |
 | 总分 | < | < | < | < | < | 100 | 100 |`),
      );
      expect(filings[0]).toMatchObject({
        organisation: '云溪区交通局',
        year: 2031,
        execution_weight: 10,
        execution_score: 10,
      });
      expect(indicators.map(({ level3 }) => level3)).toEqual(['养护里程']);
      expect(amounts.filter(({ value }) => value === 1600)).toHaveLength(2);
    },
  );

  test('rows whose blanks were dropped, so that values stand below the names, are told as left out', () => {
    const { indicators, warnings } = read(
      '项目支出绩效目标表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重 |
 | 产出指标 | 数量指标 | 改造路灯数量 | ≥1280盏 | 30 |
 | 巡检次数 | ≥24次 | 20 | | |
 | 质量指标 | 验收合格率 | 100% | 10 | |
 | 效益指标 | 社会效益指标 | 夜间照明覆盖率 | ≥90% | 30 |`),
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(['改造路灯数量', '夜间照明覆盖率']);
    expect(warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
  });

  test('a copy in traditional characters is read by the same labels, and kept as printed', () => {
    const { filings, indicators } = read(
      '項目支出績效自評表（2031年度）',
      grid(`
 | 項目名稱 | < | 路燈節能改造 | < | 實施單位 | < | 青梧縣城管局 | < |
 | 項目資金（萬元） | | < | 全年預算數 | 全年執行數 | 分值 | 執行率 | 得分 |
 | ^ | 年度資金總額 | < | 448 | 448 | 10 | 100% | 10 |
 | 績效指標 | 一級指標 | 二級指標 | 三級指標 | 年度指標值 | 實際完成值 | 分值 | 得分 |
 | ^ | 產出指標 | 數量指標 | 改造路燈數量 | 不少於1280盞 | 1280盞 | 90 | 90 |
 | 總分 | < | < | < | < | < | 100 | 100 |`),
    );
    expect(filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      money_unit: '万元',
      organisation: '青梧縣城管局',
      execution_score: 10,
      total_score: 100,
    });
    expect(indicators[0]).toMatchObject({
      level1: '產出指標',
      level3: '改造路燈數量',
      target: { op: '>=', value: 1280 },
    });
  });

  test('the unit in a side label that runs down a sign a line', () => {
    const { filings } = read(
      '项目支出绩效目标表',
      grid(`
 | 项⏎目⏎资⏎金⏎（⏎万⏎元⏎） | 年度资金总额 | < | 448 |
 | ^ | 其中：财政拨款 | < | 448 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造路灯数量 | ≥1280盏 |`),
    );
    expect(filings[0]?.money_unit).toBe('万元');
  });

  test('总分 alone on the next page, where its columns fell together', () => {
    const form = (total: string) =>
      read(
        '项目支出绩效自评表',
        grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
 | 产出指标 | 数量指标 | 栽植苗木数量 | ≥3600株 | 3600株 | 60 | 60 | |
 | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 92% | 40 | 38 | |`),
        grid(total),
      );
    expect(form('| 总分 | 100 | 98 | |').filings[0]).toMatchObject({
      total_score: 98,
      total_weight: 100,
    });
    // One cell more than the columns of points and what follows them: nobody knows which is which.
    expect(form('| 总分 | 5 | 100 | 98 | 无 |').filings[0]).toMatchObject({ total_score: null });
  });

  test('an annual half that is blank beside the long-term one is told', () => {
    const form = (name: string, value: string) =>
      reconcile(
        read(
          '项目支出绩效目标申报表',
          grid(`
 | 长期目标 | < | < | < | 年度目标 | < | < |
 | 建成档案馆 | < | < | < | 完成年度任务 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 数字化档案页数 | ≥80万页 | 数量指标 | ${name} | ${value} |
 | 效益指标 | 社会效益指标 | 查档平均时间 | ≤5分钟 | 社会效益指标 | | |`),
        ),
      ).findings.filter(({ message }) => /annual half/.test(message.en)).length;
    expect([form('', ''), form('数字化档案页数', '≥20万页')]).toEqual([1, 0]);
  });
});
