import { expect, it } from 'vitest';
import { examine } from '../../../src/index.ts';
import { packageOf, paragraphsOf, read, rowsOf } from './package.ts';

const form = [
  ['项目支出绩效自评表'],
  ['项目名称', '河岸养护', '实施单位', '柳湾养护所'],
  ['项目资金', '年初预算数', '全年预算数', '全年执行数'],
  ['年度资金总额', '120', '120', '100'],
  ['三级指标', '年度指标值', '实际完成值', '得分'],
  ['养护里程', '≥12公里', '12公里', '50'],
];

const printed = (lines: string, set = '') => `<headerFooter${set}>${lines}</headerFooter>`;

async function linesOf(after: string): Promise<string[]> {
  const source = await read(packageOf([{ rows: rowsOf(form), after }]));
  return paragraphsOf(source).map(({ role, text }) => `${role} ${text}`);
}

it('lines of a print header are read, what the money is counted in as a caption', async () => {
  const header = '&amp;L附件2&amp;R&amp;"宋体,常规"&amp;10 &amp;K000000单位：万元';
  const footer = '&amp;C第 &amp;P 页&amp;R甲&amp;&amp;乙';
  const after = printed(`<oddHeader>${header}</oddHeader><oddFooter>${footer}</oddFooter>`);
  expect(await linesOf(after)).toEqual([
    'furniture 附件2',
    'caption 单位：万元',
    'caption 项目支出绩效自评表',
    'furniture 甲&乙',
  ]);
});

it('a header of first pages counts where they have one of their own', async () => {
  const lines = '<oddHeader>&amp;R单位：万元</oddHeader><firstHeader>&amp;R（元）</firstHeader>';
  expect(await linesOf(printed(lines))).toEqual(['caption 单位：万元', 'caption 项目支出绩效自评表']);
  expect(await linesOf(printed(lines, ' differentFirst="1"'))).toContain('caption （元）');
});

it('money is counted in what the print header says, in each form of the sheet', async () => {
  const rows = rowsOf(form) + rowsOf(form, 10);
  const after = printed('<oddHeader>&amp;R单位：万元</oddHeader>');
  const { filings } = await examine(packageOf([{ rows, after }]));
  expect(filings.map(({ money_unit }) => money_unit)).toEqual(['万元', '万元']);
});
