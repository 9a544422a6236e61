import type { Box, Issue, Message } from '../../../schemas/index.ts';
import type { PageLayout } from '../../geometry/layout.ts';
import { issue } from '../../issue.ts';
import type { GridDoubt } from './check-grid.ts';

/** Confidence of a grid whose lines the picture does not bear out: below that of any other. */
const doubtedConfidence = 0.6;

/** And of one that is not whole for a known reason, pale lines that may have gone or heads and figures beyond the edge: a contradiction may come of that. */
const partConfidence = 0.5;
const ofParts: ReadonlySet<GridDoubt['reason']> = new Set([
  'the picture cuts the table off',
  'pale marks were taken for the other side',
]);

/** A layout whose cells say where the picture does not bear out their grid; a grid with a line in question is doubtful as a whole. */
export function withGridDoubts(layout: PageLayout, doubts: readonly GridDoubt[]): PageLayout {
  if (doubts.length === 0) return layout;
  for (const item of layout.items) {
    if (item.kind !== 'grid') continue;
    const all = doubts.filter(({ of, box }) => of === 'all' && holds(box, item.box));
    for (const { reason } of all)
      item.confidence = Math.min(item.confidence, ofParts.has(reason) ? partConfidence : doubtedConfidence);
    const [whole] = all;
    for (const cell of item.cells) cell.doubt ??= whole?.reason ?? reasonOf(cell.box, doubts);
  }
  return layout;
}

/** A cell is in doubt by its own, or with the rows that a line in question parts. */
function reasonOf(cell: Box, doubts: readonly GridDoubt[]): GridDoubt['reason'] | null {
  const own = doubts.find(({ box }) => holds(box, cell));
  const ofRow = own ?? doubts.find(({ rows }) => rows !== undefined && holds(rows, cell));
  return ofRow?.reason ?? null;
}

/** What a page with doubted grids says: a row that a lost line let run into another leaves no record that could carry a doubt. */
export const pageGridWarnings = (doubts: readonly GridDoubt[], page: number): Issue[] =>
  gridWarnings(doubts, { zh: `第 ${page} 页`, en: `page ${page}` }, `page ${page}`);

/** The same of a picture that stands at a place of another document, named in both languages. */
export function gridWarnings(doubts: readonly GridDoubt[], where: Message, place: string): Issue[] {
  if (doubts.length === 0) return [];
  const reasons = [...new Set(doubts.map(({ reason }) => reason))];
  const why = reasons.map((reason) => inChinese[reason]).join('、');
  return [
    issue(
      'uncertain_grid',
      `${where.zh}的表格线与图像不完全相符（${why}），可能有行缺失或并入他行，请核对原件`,
      `the lines of a table of ${where.en} are in question (${reasons.join('; ')}): rows may be missing or run into others`,
      place,
    ),
  ];
}

const inChinese: Record<GridDoubt['reason'], string> = {
  'lines are lost in several cells': '多个单元格缺线',
  'a line runs out of the grid': '有线伸出表格',
  'a row is too low for writing': '有一行过矮',
  'a border is drawn in part': '有边框只画了一部分',
  'writing runs over a border': '文字压住边框',
  'a piece of a line stands in the cell': '单元格内有半截线',
  'a hole lies over writing of the cell': '装订孔压住文字',
  'a white streak runs through the page': '有白色条纹贯穿全页',
  'the picture is too coarse': '图像过于粗糙',
  'most of the writing is hardly legible': '文字大多难以辨认',
  'lines run through writing beside the grids': '表外文字间有线穿过，可能有一张表未读出',
  'strokes run over writing above a table': '表格上方有文字被笔迹盖住',
  'rows of figures stand beside the grids': '表外另有成行的数字，可能未读入表格',
  'marks lay over a table without lines': '无线表格上压有印章或笔迹',
  'no lines draw the table of a scan': '扫描件中的表格没有格线',
  'marks lay over words that were hardly legible': '印章或笔迹下的文字难以辨认',
  'the picture cuts the table off': '图像边缘截断了表格',
  'pale marks were taken for the other side': '浅色痕迹视为背面透字而略去',
};

function holds(outer: Box, box: Box): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1;
}
