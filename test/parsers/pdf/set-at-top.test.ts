import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { expectTiling, gridsOf, readPdf } from './reading.ts';

const rows: [string, string, string, string[]][] = [
  ['产出指标', '数量指标', '修缮校舍面积', ['按完成比例计分。']],
  ['', '质量指标', '工程验收合格率', ['达到目标值得满分，每低于', '目标值一个百分点扣一分。']],
  ['', '', '设备完好率', ['完成得满分，未完成不得分。']],
  ['', '时效指标', '项目按期完成率', ['达到目标值得满分，每低于', '目标值一个百分点扣一分。']],
  ['', '', '资金支付及时率', ['完成得满分，未完成不得分。']],
  ['效益指标', '生态效益指标', '水质达标率', ['达到目标值得满分，每低于', '目标值一个百分点扣一分。']],
  ['', '社会效益指标', '受益人口', ['按完成比例计分。']],
];

test('labels at the top of their groups span the rows below them where the texts beside wrapped ones stand at the top', async () => {
  const xs = [64, 140, 230, 330];
  let y = 740;
  let content = ['一级指标', '二级指标', '三级指标', '评分标准']
    .map((head, i) => show(head, xs[i]!, y))
    .join('');
  const rule = (at: number): string => `0.7 w 60 ${at} m 456 ${at} l S\n`;
  content += rule(756) + rule(734);
  y -= 20;
  for (const [level1, level2, level3, lines] of rows) {
    [level1, level2, level3].forEach((text, i) => {
      if (text) content += show(text, xs[i]!, y);
    });
    lines.forEach((line, i) => {
      content += show(line, xs[3]!, y - 12 * i);
    });
    y -= 12 * lines.length + 8;
  }
  content += rule(y + 10);
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  const texts = Array.from({ length: grid!.rows - 1 }, (_, row) =>
    [0, 1, 2, 3].map(
      (column) => grid!.cells.find((c) => c.row === row + 1 && c.column === column)?.text ?? '',
    ),
  );
  expect(texts).toEqual(
    rows.map(([level1, level2, level3, lines]) => [level1, level2, level3, lines.join('')]),
  );
  expectTiling(grid!);
  const spans = grid!.cells.filter(({ rowSpan }) => rowSpan > 1).map(({ text, rowSpan }) => [text, rowSpan]);
  expect(spans).toEqual([
    ['产出指标', 5],
    ['质量指标', 2],
    ['时效指标', 2],
    ['效益指标', 2],
  ]);
});
