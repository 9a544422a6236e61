import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Box, Grid, SourceDocument } from '../../../schemas/index.ts';
import { show, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';

const jpeg = readFileSync(new URL('../embedded/fixtures/spending-table.jpg', import.meta.url));
const [width, height] = [454.3, 198];
/** Points above the picture. */
const head = 100;

/** A page that is the picture of a table, with room above it, and what was drawn on it afterwards. */
function scanWith(content: string): Promise<SourceDocument> {
  const page = {
    content: `q ${width} 0 0 ${height} 0 0 cm /I Do Q\n${content}`,
    width,
    height: height + head,
    resources: '/XObject << /I 100 0 R >>',
  };
  const picture = {
    number: 100,
    dict: '/Type /XObject /Subtype /Image /Width 1262 /Height 550 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    stream: jpeg.toString('latin1'),
  };
  return readPdf(writePdf([page], { objects: [picture] }));
}

const tableOf = ({ blocks }: SourceDocument): Grid =>
  blocks.find((block): block is Grid => block.kind === 'grid')!;
const figuresOf = (source: SourceDocument): string[] =>
  tableOf(source)
    .cells.filter(({ row, column }) => row > 0 && column === 1)
    .map(({ text }) => text);

let known: Promise<Box> | null = null;
/** The cell of 186.23, in points from the top left. */
const cell = (): Promise<Box> => {
  known ??= scanWith('').then(
    (source) => tableOf(source).cells.find(({ text }) => text === '186.23')!.location.box!,
  );
  return known;
};
const bottom = ({ y1 }: Box): number => height + head - y1;

describe('text that was set over a scan', () => {
  it('is an entry of the cell that a white area emptied', async () => {
    const { x0, x1, y0, y1 } = await cell();
    const at = bottom({ x0, x1, y0, y1 });
    const white = `1 1 1 rg ${x0 + 3} ${at + 3} ${x1 - x0 - 6} ${y1 - y0 - 6} re f 0 0 0 rg`;
    const source = await scanWith(`${white}\n${show('286.23', x0 + 10, at + 8)}`);
    expect(figuresOf(source)).toEqual(['638.87', '286.23', '825.10']);
    expect(tableOf(source).cells.find(({ text }) => text === '286.23')).not.toHaveProperty('doubt');
    expect(figuresOf(await scanWith(white))).toEqual(['638.87', '', '825.10']);
  });

  it('puts in doubt what it stands over', async () => {
    const { x0, x1, y0, y1 } = await cell();
    const at = bottom({ x0, x1, y0, y1 });
    const blank = await scanWith('');
    const source = await scanWith(show('286.23', x0 + 6, at + 6));
    expect(figuresOf(source)).toEqual(figuresOf(blank));
    expect(tableOf(source).cells.find(({ text }) => text === '186.23')).toMatchObject({
      doubt: '286.23 is set over the writing',
    });
  });

  it('is no page of text, however long the line of the system that printed it', async () => {
    const line = 'Printed by the budget system on 2031-03-05 10:26:31 as number 0000918273 of this year';
    const source = await scanWith(show(line, 10, height + 60));
    expect(source.pages[0]?.kind).toBe('scanned');
    expect(figuresOf(source)).toEqual(['638.87', '186.23', '825.10']);
    expect(paragraphsOf(source)[0]?.text).toBe(line);
  });
});
