import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LeftOutText } from '../../../parsers/geometry/marks.ts';
import { parseDocument } from '../../../parsers/index.ts';
import type { PlacedReading } from '../../../parsers/scan/read-page.ts';
import { besideTextLayer } from '../../../parsers/scan/text-layer.ts';
import type { Box, Cell } from '../../../schemas/index.ts';
import { picturesPdf } from '../../../scripts/scan/pictures-pdf.ts';

const boxAt = (line: number): Box => ({ x0: 50, y0: 100 + 20 * line, x1: 150, y1: 112 + 20 * line });
const reading = (text: string, line: number, over: Partial<PlacedReading> = {}): PlacedReading => ({
  box: boxAt(line),
  text,
  confidence: 0.9,
  doubt: null,
  alternatives: [],
  ...over,
});
const hidden = (text: string, line: number): LeftOutText => ({ reason: 'invisible', text, box: boxAt(line) });
const back = (box: Box): Box => box;

const lines = ['基本支出', '638.87', '项目支出', '186.23', '支出合计', '825.10'];
const readings = lines.map((text, i) => reading(text, i));

describe('a hidden text layer', () => {
  it('makes what it reads alike surer', () => {
    const read = besideTextLayer({ readings, back }, lines.map(hidden));
    expect(read.map(({ text }) => text)).toEqual(lines);
    expect(read.every(({ confidence, doubt }) => confidence >= 0.95 && doubt === null)).toBe(true);
  });

  it('takes the doubt from a figure that it reads as it was taken', () => {
    const alternatives = [{ text: '136.23', by: 'eng', confidence: 0.7 }];
    const doubted = readings.with(
      3,
      reading('186.23', 3, { doubt: 'read as 186.23 and as 136.23', confidence: 0.6, alternatives }),
    );
    expect(besideTextLayer({ readings: doubted, back }, lines.map(hidden))[3]).toMatchObject({
      text: '186.23',
      doubt: null,
      confidence: 0.9,
      alternatives,
    });
  });

  it.each([
    ['a bar under it may be lost', '>', ['≥']],
    ['its % may be a ‰', '3.6%', []],
    ['a seal lies over the writing', '186.23', ['136.23']],
    ['read as >95 and as ≥95', '>95', ['≥95']],
  ])('leaves the doubt that %s', (doubt, text, others) => {
    const alternatives = others.map((other) => ({ text: other, by: 'shape', confidence: 0.5 }));
    const doubted = readings.with(3, reading(text, 3, { doubt, confidence: 0.6, alternatives }));
    const layer = lines.with(3, text).map(hidden);
    expect(besideTextLayer({ readings: doubted, back }, layer)[3]).toEqual(doubted[3]);
  });

  it('makes a figure doubtful that it reads otherwise, and does not change it', () => {
    const layer = lines.map((text, i) => hidden(text === '186.23' ? '136.23' : text, i));
    const read = besideTextLayer({ readings, back }, layer);
    expect(read[3]).toMatchObject({ text: '186.23', doubt: 'the text layer reads 136.23', confidence: 0.85 });
    expect(read[3]?.alternatives.map(({ text, by }) => [text, by])).toEqual([
      ['186.23', 'picture'],
      ['136.23', 'text_layer'],
    ]);
  });

  it.each([
    ['of another page', ['人员情况', '41', '资产情况', '7', '绩效目标', '3']],
    ['that is garbage', ['%$#', '~~ii', 'l1l1', '0O0O', '?', '…']],
    ['shifted by a line', ['', '基本支出', '638.87', '项目支出', '186.23', '支出合计']],
  ])('%s is not heard', (_, texts) => {
    const layer = texts.map(hidden).filter(({ text }) => text !== '');
    expect(besideTextLayer({ readings, back }, layer)).toEqual(readings);
  });

  it('leaves words as the picture has them', () => {
    const layer = lines.map((text, i) => hidden(text === '项目支出' ? '顶目支出' : text, i));
    expect(besideTextLayer({ readings, back }, layer)[2]).toEqual(readings[2]);
  });
});

describe('a scanned page with a hidden text layer', () => {
  const jpeg = new Uint8Array(
    readFileSync(new URL('../embedded/fixtures/spending-table.jpg', import.meta.url)),
  );
  const figures = ['638.87', '186.23', '825.10'];
  const size = { pixelWidth: 1262, pixelHeight: 550, width: 454.3, height: 198 };

  async function figuresOf(texts: readonly string[], up = 0): Promise<Cell[]> {
    const places = await plain();
    const layer = texts.map((text, i) => {
      const { x0, y1 } = places[i]?.location.box ?? { x0: 0, y1: 0 };
      return { text, x: x0 + 6, y: y1 - 6 - up, size: 12 };
    });
    return cells(layer);
  }
  async function cells(layer: { text: string; x: number; y: number; size: number }[]): Promise<Cell[]> {
    const parsed = await parseDocument(picturesPdf([{ jpeg, ...size, hidden: layer }]), { name: '扫描.pdf' });
    if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
    const grid = parsed.source.blocks.find((block) => block.kind === 'grid');
    return grid?.cells.filter(({ row, column }) => row > 0 && column === 1) ?? [];
  }
  let known: Promise<Cell[]> | null = null;
  const plain = (): Promise<Cell[]> => {
    known ??= cells([]);
    return known;
  };

  it('is read from its picture, the layer being one more reading', async () => {
    const read = await figuresOf(['638.87', '136.23', '825.10']);
    expect(read.map(({ text }) => text)).toEqual(figures);
    expect(read[1]).toMatchObject({ doubt: 'the text layer reads 136.23' });
    expect(read[0]).not.toHaveProperty('doubt');
  });

  it('takes no harm from a layer of another document', async () => {
    const read = await figuresOf(['7041', '55%', '2031']);
    expect(read).toHaveLength(3);
    expect(read).toEqual(await plain());
  });
});
