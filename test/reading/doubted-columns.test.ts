import { describe, expect, it } from 'vitest';
import { grid, read } from './drawing.ts';

/** Whether the answers of a self-evaluation have a doubt whose column has this head, read with a confidence. */
function answers(head: string, confidence: number) {
  const table = grid(`
 | 项目名称 | 水文站网运行维护 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | ${head} | 得分 |
 | 产出指标 | 数量指标 | 维护水文站 | ≥86处 | 88处 | 10 |
 | 效益指标 | 社会效益 | 预报合格率 | ≥85% | 87.5% | 20 |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence: cell.text === head ? confidence : 0.97 }));
  const { indicators } = read('2032年度项目支出绩效自评表', { ...table, cells });
  return indicators.map(({ actual, doubts }) => [actual?.value ?? null, doubts?.actual?.text ?? null]);
}

describe('answers below a head that was hardly legible', () => {
  it('are in doubt where no other column has them', () => {
    expect(answers('鑫年实际究成', 0.78)).toEqual([
      [null, '88处'],
      [null, '87.5%'],
    ]);
  });

  it('are read where it is known, and no matter where it is sure', () => {
    expect(answers('全年实际完成值', 0.78)).toEqual([
      [88, null],
      [87.5, null],
    ]);
    expect(answers('旁批', 0.97)).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

/** Targets of a form whose column of units has this head, read with a confidence. */
function targets(head: string, confidence: number) {
  const table = grid(`
 | 项目名称 | 水文站网运行维护 | < | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | ${head} | 备注 |
 | 产出指标 | 数量指标 | 维护水文站 | 86 | 处 | |
 | 产出指标 | 数量指标 | 更新设备 | 12 | 套 | |
 | 效益指标 | 社会效益 | 预报合格率 | 85 | % | |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence: cell.text === head ? confidence : 0.97 }));
  const { indicators } = read('2032年度项目支出绩效目标表', { ...table, cells });
  return indicators.map(({ target, doubts }) => [target?.unit ?? null, doubts?.target?.text ?? null]);
}

describe('targets beside units whose head was hardly legible', () => {
  it('are in doubt', () => {
    expect(targets('摩', 0.61)).toEqual([
      [null, '处'],
      [null, '套'],
      [null, '%'],
    ]);
  });

  it('have them where it is known, and none where it is sure', () => {
    expect(targets('度量单位', 0.61)).toEqual([
      ['处', null],
      ['套', null],
      ['%', null],
    ]);
    expect(targets('旁批', 0.97)).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});
