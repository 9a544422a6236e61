import { describe, expect, test } from 'vitest';
import type { Location } from '../../schemas/index.ts';
import type { TextDraft } from '../../src/reading/fields/texts.ts';
import { joinLists } from '../../src/reading/joined-lists.ts';

const at = (block: number): Location => ({
  block,
  grid: null,
  row: null,
  column: null,
  page: 1,
  box: null,
  sheet: null,
  ref: null,
  table: null,
});
const lines = (...texts: string[]): TextDraft[] =>
  texts.map((text, i) => ({ role: 'prose', label: null, text, source: { text: at(i) } }));
const joined = (...texts: string[]) => joinLists(lines(...texts)).map(({ text }) => text);

describe('lists behind 其中：', () => {
  test('are joined while their marks are of one kind, each line with its place', () => {
    const [list, next] = joinLists(
      lines('公务费20万元。其中：', '（一）出国费5万元。', '（二）接待费15万元。', '二、采购预算8万元。'),
    );
    expect(list?.text).toBe('公务费20万元。其中：\n（一）出国费5万元。\n（二）接待费15万元。');
    expect(list?.source).toMatchObject({ text: { block: 0 }, line1: { block: 1 }, line2: { block: 2 } });
    expect(next?.text).toBe('二、采购预算8万元。');
  });

  test('take one line where it has no mark', () => {
    expect(joined('支出20万元，其中：', '基本支出12万元，项目支出8万元。', '支出说明完毕。')).toHaveLength(2);
  });

  test('need a figure to be parts of, and the words at the end', () => {
    expect(joined('主要职责，其中：', '（一）承担法制工作。')).toHaveLength(2);
    expect(joined('支出20万元，其中：基本支出12万元。', '（一）项目支出8万元。')).toHaveLength(2);
  });

  test('go on in a paragraph of their own that starts with 其中, behind one that states one thing', () => {
    expect(joined('支出20万元，增长5%。', '其中：基本支出12万元，项目支出8万元。')).toHaveLength(1);
    expect(joined('出国费0万元，占0%；接待费4.6万元，占36%。', '其中：公务用车运行费8万元。')).toHaveLength(
      2,
    );
  });
});
