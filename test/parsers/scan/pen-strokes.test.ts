import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../parsers/scan/image/raster.ts';
import { struckHeads, withPenStrokes } from '../../../parsers/scan/lines/pen-strokes.ts';
import type { LineReading } from '../../../parsers/scan/lines/read-line.ts';
import type { InkLine } from '../../../parsers/scan/lines/text-lines.ts';

const high = 30;
const ink: Raster = { width: 400, height: 600, data: new Uint8Array(400 * 600) };

/** A line of writing with ink in one piece of a height and a width at its left end. */
function lineAt(y: number, height: number, width: number, around = false): InkLine {
  for (let v = 0; v < height; v++)
    for (const u of [0, width - 1]) ink.data[(y + v) * ink.width + 100 + (v === 0 ? Math.min(v, u) : u)] = 1;
  ink.data.fill(1, y * ink.width + 100, y * ink.width + 100 + width);
  const area = { x0: 100, y0: y, x1: 300, y1: y + height };
  return { area, height: high, ...(around ? { around: true as const } : {}) };
}

const readAs = ({ area }: InkLine, text: string, confidence = 0.95): LineReading => ({
  text,
  area,
  em: 31,
  confidence,
  doubt: null,
  alternatives: [],
});

const words = [0, 40, 80].map((y) => lineAt(y, high, 28));
const sure = words.map((line) => readAs(line, '项目支出'));
const one = (line: InkLine, text: string, confidence?: number) =>
  withPenStrokes(ink, [...words, line], [...sure, readAs(line, text, confidence)]).at(-1);

describe('strokes of a pen over cells', () => {
  it('are ink in one piece that is higher than the characters of the page', () => {
    const struck = { doubt: 'strokes run over the writing', confidence: 0.5 };
    expect(one(lineAt(120, 42, 60), '372.15')).toMatchObject({ ...struck, text: '372.15' });
    // Nothing was read of it: that is told too.
    expect(one(lineAt(170, 42, 60), '', 0)).toMatchObject({ doubt: struck.doubt, text: '' });
  });

  it('are neither characters, nor a rest of a border, nor words in large print', () => {
    expect(one(lineAt(220, 34, 30), '372.15')?.doubt).toBeNull();
    expect(one(lineAt(260, 42, 5), '372.15')?.doubt).toBeNull();
    expect(one(lineAt(310, 42, 40), '项目资金')?.doubt).toBeNull();
  });

  it('are told where they lie over what heads a table', () => {
    const grids = [{ x0: 20, y0: 460, x1: 380, y1: 590 }];
    const year = lineAt(400, 42, 60, true);
    const said = (line: InkLine) =>
      struckHeads(ink, [...words, line], [...sure, readAs(line, '乙', 0.3)], grids);
    expect(said(year)).toMatchObject([{ of: 'cells', reason: 'strokes run over writing above a table' }]);
    expect(said({ ...year, area: { ...year.area, x1: 150 } })).toEqual([]);
    expect(said(lineAt(120, 42, 60, true))).toEqual([]);
  });
});
