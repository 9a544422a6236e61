import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 10;
const xs = [60, 115, 170, 240, 300, 360];
const pitch = 16;

/** A sheet without lines: what is too long for its cell is cut off where the next one that is written in begins. */
function sheet(rows: readonly (readonly string[])[]): string {
  return rows
    .flatMap((row, r) =>
      row.map((text, c) => {
        const y = 700 - r * pitch;
        const written = show(text, xs[c]! + 1, y, size);
        const isLong = [...text].length * size > xs[c + 1]! - xs[c]! - 1;
        return isLong ? `q ${xs[c]} ${y - 4} ${xs[c + 1]! - xs[c]!} ${pitch} re W n ${written} Q\n` : written;
      }),
    )
    .join('');
}

const rows = (kind: string): string[][] => [
  ['一级指标', '二级指标', '三级指标', '指标值', '得分'],
  ['产出', '数量指标', '补种行道树', '1250', '20'],
  ['产出', '质量指标', '苗木成活率', '95%', '20'],
  ['效益', kind, '路段绿化率', '40%', '10'],
  ['满意度', '公众评价', '沿路住户意见', '90%', '10'],
];

async function read(kind: string) {
  const [grid] = gridsOf(await readPdf(writePdf([{ content: sheet(rows(kind)) }])));
  return { shape: shape(grid!), cell: grid!.cells.find(({ text }) => text === kind) };
}

test.each(['生态环境影响', '生态环境影响和效益指标'])(
  'a text that is cut off where the next cell begins is none with the text in that: %s',
  async (kind) => {
    const { shape: written, cell } = await read(kind);
    expect(written).toEqual(rows(kind).flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`)));
    expect(cell?.doubt).toBeDefined();
  },
);
