import type { FilingRule } from '../rule.ts';

/**
 * A row that stands one column off. Told by the row sums themselves where shifting the row is the likeliest correction (H12);
 * it checks nothing of its own, and keeps the kind of the equation.
 */
export const EXT_02: FilingRule = {
  id: 'EXT-02',
  scope: 'filing',
  kind: 'ocr',
  title: { zh: '整行数字错位一列', en: 'Row stands one column off' },
  explanation: {
    zh: '一行数字整体左移或右移一列后，该行与各列的合计全部相符，多为识别或转换时单元格错位。',
    en: 'Moved by one column, the figures of a row fit the totals of the row and of the columns: mostly cells that slipped in recognition or conversion.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '合计 0，基本支出 30，项目支出 10（应为 30、10、20 右移所致）',
    en: 'a row of 0, 30, 10 that is 30, 10, 20 moved to the right',
  },
  check: () => [],
};
