import { describe, expect, test } from 'vitest';
import { compareGrids } from '../../../scripts/generate/compare-grids.ts';
import { generateDocument } from '../../../scripts/generate/document.ts';
import {
  type CharacterSetup,
  characterSets,
  linesInOneWidth,
  printInCharacters,
} from './habits/character-print.ts';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';

const setup: CharacterSetup = { characters: 'boxes of two places', size: 8, leading: 9, linesOnPage: 80 };

describe('a filing whose tables are drawn by characters reads as printed', () => {
  const sets = Object.keys(characterSets) as CharacterSetup['characters'][];
  // Merged cells, rows at the end of a page and ═ as an entry are among them.
  test.each([1, 4, 5, 12, 19, 28, 29, 59])('%i', async (seed) => {
    const { sections } = generateDocument(seed);
    const characters = sets[seed % sets.length]!;
    const leading = [8, 9, 12][seed % 3]!;
    const bytes = printInCharacters(sections, {
      ...setup,
      characters,
      leading,
      linesOnPage: Math.floor(770 / leading),
    });
    const { differences, lost, figuresWrongAndSure } = compareGrids(sections, await readPdf(bytes));
    expect({ differences, lost, figuresWrongAndSure }).toEqual({
      differences: [],
      lost: '',
      figuresWrongAndSure: 0,
    });
  });
});

describe('lines of dashes', () => {
  const head = '项目名称        年初预算    全年执行';
  const rows = ['渡口维修           12.50       11.20', '合计               20.90       19.60'];
  const rule = (sign: string, count: number): string => sign.repeat(count);

  test.each([
    ['-', 36],
    ['=', 36],
    ['─', 18],
    ['—', 18],
  ])('over and under a head and at the end of a table are its lines: %s', async (sign, count) => {
    const line = rule(sign, count);
    const document = await readPdf(
      linesInOneWidth([line, head, line, ...rows, line, '填表人：陈青禾'], setup),
    );
    const [grid] = gridsOf(document);
    expect(shape(grid!)).toEqual([
      '0,0 项目名称',
      '0,1 年初预算',
      '0,2 全年执行',
      '1,0 渡口维修',
      '1,1 12.50',
      '1,2 11.20',
      '2,0 合计',
      '2,1 20.90',
      '2,2 19.60',
    ]);
    expect(paragraphsOf(document).map(({ text }) => text)).toEqual(['填表人：陈青禾']);
  });

  test('between lines down are lines beside a merged cell, level with its text', async () => {
    const xs = [60, 120, 240];
    const ys = [100, 130, 160, 190];
    const sides = xs.map((x) => `0.5 w ${x} ${842 - ys[0]!} m ${x} ${842 - ys[3]!} l S\n`);
    const across = ([from, to, y]: number[]): string =>
      show('_'.repeat(Math.round((to! - from!) / 4.45)), from!, 842 - y! + 1, 8);
    const lines = [
      [60, 240, 100],
      [60, 240, 130],
      [120, 240, 160],
      [60, 240, 190],
    ].map(across);
    const texts = [
      ['一级', 70, 118],
      ['指标', 150, 118],
      ['产出', 70, 163],
      ['座数', 150, 148],
      ['长度', 150, 178],
    ].map(([text, x, y]) => show(text as string, x as number, 842 - (y as number)));
    const [grid] = gridsOf(await readPdf(writePdf([{ content: [...sides, ...lines, ...texts].join('') }])));
    expect(shape(grid!)).toEqual(['0,0 一级', '0,1 指标', '1,0 2×1 产出', '1,1 座数', '2,1 长度']);
  });

  test('before the pages of a list of contents, and where something is written, stay texts', async () => {
    const lines = [
      `第一章 ${rule('-', 30)} 1`,
      `第二章 ${rule('-', 30)} 3`,
      `联系电话：${rule('-', 14)}`,
      `- - - - - - - - - 裁剪线 - - - - - - - - -`,
    ];
    const document = await readPdf(linesInOneWidth(lines, setup));
    expect(gridsOf(document)).toEqual([]);
    const text = paragraphsOf(document)
      .map((one) => one.text)
      .join('');
    for (const part of [rule('-', 30), rule('-', 14), '- - - 裁剪线']) expect(text).toContain(part);
  });
});
