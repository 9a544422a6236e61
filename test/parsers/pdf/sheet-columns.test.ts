import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 10;
const pad = 0.8;
const pitch = 16;
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one === '.' ? 0.278 : one.charCodeAt(0) > 255 ? 1 : 0.556), 0) * size;

/** A sheet without lines as it was typed: texts to the left of their cells, figures to the right. */
function sheet(xs: readonly number[], rows: readonly (readonly string[])[]): string {
  return rows
    .flatMap((row, r) =>
      row.map((text, c) => {
        const isRight = /^[\d.,]+$/.test(text);
        const x = isRight ? xs[c + 1]! - pad - widthOf(text) : xs[c]! + pad;
        return text === '' ? '' : show(text, x, 700 - r * pitch, size);
      }),
    )
    .join('');
}

async function shapeOf(xs: readonly number[], rows: readonly (readonly string[])[]): Promise<string[]> {
  const [grid] = gridsOf(await readPdf(writePdf([{ content: sheet(xs, rows) }])));
  return shape(grid!);
}

const written = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, r) => row.map((text, c) => `${r},${c} ${text}`.trim()));

describe('columns of a sheet without lines', () => {
  test('hold figures at their right, right before the head of the next', async () => {
    const rows = [
      ['服务项目', '服务数量', '单价', '预算金额', '购买方式'],
      ['上门护理', '12000', '65', '78.00', '公开招标'],
      ['日间照料', '400', '800', '32.00', '竞争性磋商'],
      ['需求调查', '2600', '120', '31.20', '竞争性磋商'],
      ['合计', '', '', '141.20', ''],
    ];
    expect(await shapeOf([60, 130, 210, 290, 370, 450], rows)).toEqual(written(rows));
  });

  test('part a head from the one before it, and texts from the figures before them', async () => {
    const rows = [
      ['三级指标', '实际完成值', '分值', '得分', '偏差原因'],
      ['养护里程', '60公里', '20', '20', ''],
      ['验收合格率', '96%', '20', '18', '个别路段返工'],
      ['完成时间', '十二月', '10', '10', ''],
      ['合计', '', '50', '48', ''],
    ];
    expect(await shapeOf([60, 130, 188, 250, 310, 400], rows)).toEqual(written(rows));
  });
});
