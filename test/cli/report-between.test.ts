import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, hedui } from './run.ts';

const form = (title: string, head: string, row: string): string =>
  `<h1>${title}</h1><p>（2031年度）</p><table border="1">
<tr><td>项目名称</td><td colspan="5">河道保洁</td></tr>
<tr><td>主管部门</td><td colspan="2">青杨县水务局</td><td>实施单位</td><td colspan="2">青杨县水务局</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td>${head}</tr>
<tr><td>产出指标</td><td>数量指标</td><td>保洁河道长度</td>${row}</tr></table>`;

test('a report counts what was checked between documents with what was within them', {
  timeout: 120_000,
}, () => {
  const folder = folderOf({
    'a.html': form('项目支出绩效目标表', '<td colspan="3">指标值</td>', '<td colspan="3">≥126公里</td>'),
    'b.html': form(
      '项目支出绩效自评表',
      '<td>年度指标值</td><td>实际完成值</td><td>得分</td>',
      '<td>≥100公里</td><td>126公里</td><td>10</td>',
    ),
  });
  const to = join(folder, 'run.html');
  expect(hedui(['report', folder, '--to', to]).code).toBe(0);
  expect(readFileSync(to, 'utf8')).toMatch(/class="bad"><th scope="row"><a href="#rule-XDOC-03">/);
  const place = ['--warehouse', `${folder}-warehouse`];
  expect(hedui(['ingest', folder, ...place]).code).toBe(0);
  const sql = "SELECT violated FROM coverage WHERE rule = 'XDOC-03'";
  expect(hedui(['sql', sql, ...place, '--csv']).stdout).toMatch(/^violated\r?\n1\r?\n$/);
  const sheets = `${folder}-sheets`;
  expect(hedui(['export', folder, '--to', sheets, '--format', 'csv']).code).toBe(0);
  expect(readFileSync(join(sheets, 'coverage.csv'), 'utf8')).toContain(',XDOC-03,');
});
