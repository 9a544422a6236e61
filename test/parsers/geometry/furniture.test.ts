import { expect, test } from 'vitest';
import { markFurniture, type TextPage } from '../../../parsers/geometry/furniture.ts';
import type { PageText } from '../../../parsers/geometry/texts/paragraphs.ts';

const textAt = (text: string, y0: number, size: number): PageText => ({
  kind: 'text',
  page: 1,
  box: { x0: 30, y0, x1: 530, y1: y0 + size },
  text,
  lines: [],
  size,
  bold: false,
  role: 'caption',
});

const page = (number: number, texts: PageText[], gridTop: number): TextPage => ({
  number,
  height: 595,
  texts,
  cellSizes: [10, 10],
  grids: [{ x0: 30, y0: gridTop, x1: 800, y1: 400 }],
  gridTop,
  gridBottom: 400,
  firstLabels: ['一级指标', '二级指标', '三级指标'],
});

test('the head of a page is one on the next too where a sign of its date was read otherwise', () => {
  const first = textAt('12/1/26,10:46PM 项目支出评分表', 12, 8);
  const title = textAt('项目支出评分表', 56, 15);
  const second = textAt('12/1/≥6,10:46PM 项目支出评分表', 10.5, 8);
  markFurniture([page(1, [first, title], 84), page(2, [second], 38)]);
  expect([first, title, second].map(({ role }) => role)).toEqual(['furniture', 'caption', 'furniture']);
});

test('texts of figures and signs alone are known by these', () => {
  const texts = ['(1)', '[2]'].map((text) => textAt(text, 12, 8));
  markFurniture(texts.map((text, i) => page(i + 1, [text], 84)));
  expect(texts.map(({ role }) => role)).toEqual(['caption', 'caption']);
});
