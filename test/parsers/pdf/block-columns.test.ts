import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 9;
const top = 740;
const pitch = 20;
const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 1 : 0.556), 0) * size;
const rule = (r: number): string => `0.8 w 50 ${top + 13 - r * pitch} m 530 ${top + 13 - r * pitch} l S\n`;

/** Rows of texts with their middles. */
const form: [string, number][][] = [
  [
    ['项目名称', 85],
    ['堤防巡查养护经费', 200],
    ['项目级次', 330],
    ['本级', 460],
  ],
  [
    ['实施单位', 85],
    ['河湖管理中心站点', 200],
    ['主管部门', 330],
    ['水务局', 460],
  ],
  [
    ['到位数', 85],
    ['121.28万元以内', 200],
    ['执行数', 330],
    ['121.28', 460],
  ],
  [
    ['其中财政资金', 85],
    ['121.28万元以内', 200],
    ['财政资金', 330],
    ['121.28', 460],
  ],
  [
    ['其他资金', 85],
    ['其他各级财政安排', 200],
    ['其他', 330],
    ['0.00', 460],
  ],
  [
    ['年度目标', 85],
    ['堤防安全度汛无险情', 200],
    ['完成情况', 330],
    ['已完成', 460],
  ],
  [
    ['主管意见', 85],
    ['同意按计划组织实施', 200],
    ['财政意见', 330],
    ['同意', 460],
  ],
  [
    ['填报单位', 85],
    ['河湖管理中心财务股', 200],
    ['填报人员', 330],
    ['何小满', 460],
  ],
  [
    ['联系地址', 85],
    ['河东大道一百二十号', 200],
    ['邮政编码', 330],
    ['无此项', 460],
  ],
  [
    ['项目内容', 85],
    ['堤顶道路维护和储备', 200],
    ['项目属性', 330],
    ['经常性', 460],
  ],
  [
    ['起止时间', 85],
    ['年初开始至年末结束', 200],
    ['审核意见', 330],
    ['已审核', 460],
  ],
  [
    ['一级指标', 85],
    ['二级指标', 168],
    ['三级指标', 230],
    ['指标值', 330],
    ['完成值', 460],
  ],
  [
    ['产出指标', 85],
    ['数量指标', 168],
    ['巡查长度', 230],
    ['135公里', 330],
    ['135公里', 460],
  ],
  [
    ['产出指标', 85],
    ['质量指标', 168],
    ['堤防完好', 230],
    ['95%', 330],
    ['97%', 460],
  ],
  [
    ['产出指标', 85],
    ['时效指标', 168],
    ['检查完成', 230],
    ['100%', 330],
    ['100%', 460],
  ],
  [
    ['效果指标', 85],
    ['社会效益', 168],
    ['安全感受', 230],
    ['增强', 330],
    ['增强', 460],
  ],
];

test('columns that only a block of a form has are told by its texts side by side; those of the other blocks span them', async () => {
  const texts = form.flatMap((row, r) =>
    row.map(([text, middle]) => show(text, middle - widthOf(text) / 2, top - r * pitch, size)),
  );
  const rules = form.map((_, r) => rule(r)).join('') + rule(form.length);
  const [grid, ...more] = gridsOf(await readPdf(writePdf([{ content: rules + texts.join('') }])));
  expect(more).toEqual([]);
  expect(shape(grid!)).toEqual(
    form.flatMap((row, r) =>
      row.map(([text, _], c) =>
        row.length === 5 ? `${r},${c} ${text}` : `${r},${c < 2 ? c : c + 1} ${c === 1 ? '1×2 ' : ''}${text}`,
      ),
    ),
  );
});
