import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, drawTable } from './table-drawing.ts';

/** Workbooks print a text whose row is too low for it with all of its lines, and cut off those that nobody is to see. */
const xs = [60, 110, 310, 430];
const pageHeight = 842;
const rowsOf = (texts: readonly string[][]): DrawnCell[] =>
  texts.flatMap((row, i) => row.map((text, column) => ({ row: i, column: column + 1, lines: [text] })));

/** A page of two rows under a label of both, whose lines are cut off by its cell. */
function page(top: number, rows: string[][], label: readonly string[]): string {
  const ys = [top, top + 13, top + 26];
  const lines = label.map((text, i) => show(text, 64, pageHeight - top - 11 - i * 12));
  const cells = [{ row: 0, column: 0, rowSpan: 2, lines: [] }, ...rowsOf(rows)];
  const clip = `q ${xs[0]} ${pageHeight - ys[2]!} ${xs[1]! - xs[0]!} 26 re W n ${lines.join('')} Q\n`;
  return drawTable({ xs, ys, cells }, 'strokes') + clip;
}

const first = [
  ['巡护次数', '≥360次'],
  ['清运垃圾', '≥9吨'],
];
const second = [
  ['新增鸟类', '≥2种'],
  ['投诉处理率', '≥95%'],
];
const written = ['年度', '绩效', '指标'];

async function read(pages: readonly string[]) {
  const source = await readPdf(writePdf(pages.map((content) => ({ content }))));
  return { rows: gridsOf(source).map(shape), warnings: source.warnings };
}

test('a line that is set in two fonts and not seen is read as one, and the page says so', async () => {
  const { rows, warnings } = await read([page(730, first, [...written.slice(0, 2), '指标10条'])]);
  const set = page(730, first, written.slice(0, 2)).replace(
    / Q\n$/,
    `${show('指标', 64, 77)}${show('10', 84, 77)}${show('条', 96, 77)} Q\n`,
  );
  expect((await read([set])).rows).toEqual(rows);
  expect(rows[0]?.[0]?.replace(/\s/g, '')).toContain('年度绩效指标10条');
  expect(warnings).toMatchObject([
    { code: 'text_left_out', message: { zh: expect.stringContaining('已补入所在单元格') } },
  ]);
});

test('a label that goes on over the page end is read once, what the first page hides of it from the next', async () => {
  const { rows } = await read([page(730, first, written), page(60, second, ['指标'])]);
  const whole = await read([page(730, first, written.slice(0, 2)), page(60, second, ['指标'])]);
  expect(rows).toEqual(whole.rows);
});

test('a label that is hidden in part and goes on without a word keeps all of it', async () => {
  const { rows } = await read([page(730, first, written), page(60, second, [])]);
  expect(rows[0]?.[0]).toContain('年度绩效指标');
  expect(rows).toHaveLength(1);
});
