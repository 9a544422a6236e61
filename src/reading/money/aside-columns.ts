import type { Issue } from '../../../schemas/index.ts';
import type { MoneyRegion } from '../form.ts';
import { printedName } from '../table/cells.ts';
import { cellOf, labelAt, labelOf } from '../table/table.ts';
import { headAt } from './columns/column-heads.ts';
import { holdsPoints } from './columns/score-heads.ts';

/** A column of figures that are no money and no stage of it: 数量, 单价, 超支. */
export interface AsideColumn {
  head: string;
  figures: number;
}

/** The columns of a money table whose figures no record has a place for, but for codes and for points that a list is told to lose. */
export function asideColumns(
  region: MoneyRegion,
  indicators: ReadonlySet<number>,
  taken: ReadonlyMap<number, ReadonlySet<number>>,
): AsideColumn[] {
  const { header, headerTable } = region;
  const found: AsideColumn[] = [];
  for (let column = header.left; column < region.table.grid.columns; column++) {
    if (indicators.has(column)) continue;
    const { figures, path, role } = headAt(region, column);
    const lowest = path.at(-1);
    if (role !== 'aside' || lowest === undefined) continue;
    const left = (figures > 0 ? figures : countedIn(region, column)) - (taken.get(column)?.size ?? 0);
    if (left <= 0) continue;
    const { key } = labelOf(headerTable, lowest);
    if (holdsPoints(key) || codes.test(key)) continue;
    found.push({ head: printedName(cellOf(headerTable, lowest).text), figures: left });
  }
  return found;
}

/** How many cells of a column print what they count behind the number: 126户 below 受益户数. */
function countedIn({ end, first, table }: MoneyRegion, column: number): number {
  let count = 0;
  for (let row = first; row < end; row++) if (counted.test(labelAt(table, row, column).key)) count++;
  return count;
}

const counted = /^\d[\d,]*(?:\.\d+)?[万亿]?[\u4e00-\u9fff]{1,3}$/;

/** No figures at all. */
const codes = /(?:编码|代码|编号|项目码|号码|账号|电话|手机号?)(?:\([^()]*\))?$/;

/** Tells of such figures. */
export function figuresLeftOut(
  columns: readonly AsideColumn[],
  title: string | null,
  place: string | null,
): Issue {
  const count = columns.reduce((sum, { figures }) => sum + figures, 0);
  const heads = [...new Set(columns.map(({ head }) => head))];
  return {
    code: 'figures_left_out',
    message: {
      zh: `${title ?? '有一张表'}“${heads.join('、')}”列的 ${count} 个数没有记入（不是资金，也不是资金的某个阶段）`,
      en: `${count} figures under ${heads.join(', ')} of ${title ?? 'a form'} were not recorded: they are no money and no stage of it`,
    },
    place,
  };
}
