import { expect, test } from 'vitest';
import { examineWhole } from '../../src/index.ts';

const page = (rows: string[][], after = '') =>
  `<!doctype html><meta charset="utf-8"><table>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
    .join('')}</table>${after}`;

const form = page(
  [
    ['项目支出绩效自评表', '', '', ''],
    ['项目名称', '文化站修缮', '项目负责人', '欧阳云'],
    ['填报人', '林知秋', '联系电话', '13800001234'],
    ['一级指标', '三级指标', '指标值', '分值'],
    ['产出指标', '修缮面积', '≥100平方米', '100'],
  ],
  '<p>林知秋于三月到任，电话 0999-1234567。</p>',
);

const textsOf = async (contacts: boolean) => {
  const { source } = await examineWhole(new TextEncoder().encode(form), { path: 'form.html', contacts });
  return JSON.stringify(source!.blocks);
};

test('a document as it was seen hides the people that its records hide', async () => {
  const masked = await textsOf(false);
  for (const hidden of ['欧阳云', '林知秋', '13800001234', '1234567']) expect(masked).not.toContain(hidden);
  expect(masked).toContain('林**');
  expect(masked).toContain('修缮面积');
});

test('and shows them where asked to', async () => {
  const open = await textsOf(true);
  for (const shown of ['欧阳云', '林知秋', '13800001234']) expect(open).toContain(shown);
});
