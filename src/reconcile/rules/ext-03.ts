import type { FilingRule } from '../rule.ts';

/**
 * A cell that holds two figures. Told by the sums themselves where the cell read as two figures mends them, see
 * `localise/run-together.ts`; it checks nothing of its own, and keeps the kind of the equation.
 */
export const EXT_03: FilingRule = {
  id: 'EXT-03',
  scope: 'filing',
  kind: 'ocr',
  title: { zh: '两个数连写在一格', en: 'Two figures run together in one cell' },
  explanation: {
    zh: '一格中的数拆成前后两个数后，它参与的等式全部成立，另一个数正是相邻列或同列所缺的，多为单元格合并或识别粘连。',
    en: 'Taken apart, the two halves of a figure mend its equations, and the other half is just what the next column or the same column lacks: cells that were merged or ran together in recognition.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '210010 实为 2100 和 10 两格', en: '210010 is 2100 and 10, two cells' },
  check: () => [],
};
