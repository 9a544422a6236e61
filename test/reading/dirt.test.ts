import { describe, expect, it } from 'vitest';
import { withoutDirt } from '../../src/reading/index.ts';
import { document, grid } from './drawing.ts';

/** The text of one recognised cell without dirt, and whether it is in doubt. */
function cleaned(text: string, confidence = 0.96) {
  const table = grid(`| 站点数 | ${text.replaceAll('\n', '⏎')} |`);
  const cells = table.cells.map((cell) => ({ ...cell, confidence }));
  const [block] = withoutDirt(document({ ...table, cells })).blocks;
  const cell = block?.kind === 'grid' ? block.cells[1] : undefined;
  return [cell?.text, cell?.doubt !== undefined];
}

describe('marks beside a recognised text', () => {
  it('are left out, and put a figure in doubt', () => {
    expect(cleaned('1,250,000.')).toEqual(['1,250,000', true]);
    expect(cleaned('…\n100%\n....')).toEqual(['100%', true]);
    expect(cleaned('…15')).toEqual(['15', true]);
    expect(cleaned('1.0....')).toEqual(['1.0', true]);
    expect(cleaned('86处·.')).toEqual(['86处', true]);
    expect(cleaned('．218.8.')).toEqual(['218.8', true]);
    expect(cleaned('....得分')).toEqual(['得分', false]);
  });

  it('are left out before, behind and within words, which leaves no doubt of a code or of points among them', () => {
    for (const dirty of ['三级指标‘', '，三级指标', '.三级指标·', '：三级指标', '-三级指标-', '··三级指标 .'])
      expect(cleaned(dirty)).toEqual(['三级指标', false]);
    expect(cleaned('全年完成.值')).toEqual(['全年完成值', false]);
    expect(cleaned('功能.分...类…编码')).toEqual(['功能分类编码', false]);
    expect(cleaned('决策（15分）·')).toEqual(['决策（15分）', false]);
    expect(cleaned('·2130108-病虫害控制')).toEqual(['2130108-病虫害控制', false]);
  });

  it('are all of a blank cell, but for an ellipsis', () => {
    for (const dirty of ['·', '..', '. ·']) expect(cleaned(dirty)).toEqual(['', false]);
    expect(cleaned('...')).toEqual(['...', false]);
  });

  it('stay where they are printed: in figures, names, ellipses and masks', () => {
    const printed = ['.5万元', '-12.5', '98%', '1.项目', '保持畅通。', '……', '孙**', '名称：', '—'];
    for (const text of [...printed, '《阿·买买提传》', '水利……工程', 'GB/T 19001-2016', '“三公”经费'])
      expect(cleaned(text)).toEqual([text, false]);
  });

  it('stay where they are all of it, count a row, end a text, or where nothing was recognised', () => {
    expect(cleaned('……')).toEqual(['……', false]);
    expect(cleaned('1.')).toEqual(['1.', false]);
    expect(cleaned('其他……')).toEqual(['其他……', false]);
    expect(cleaned('1,250,000.', 1)).toEqual(['1,250,000.', false]);
    expect(cleaned('3.86')).toEqual(['3.86', false]);
  });
});
