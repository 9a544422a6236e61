import { foldLabel } from '../../../values/index.ts';
import { levelOfName } from '../../lexicon/levels.ts';
import { cellAt, labelAt, type Table } from '../../table/table.ts';
import { isTotalRow } from '../totals.ts';
import type { Half, LeadingColumns, Span } from './indicator-table.ts';
import { levelHeld } from './level-columns.ts';

/** 四级指标 over — in every row: the third level names the indicators. */
export function dropEmptyLeaf(table: Table, first: number, end: number, half: Half): void {
  const leaf = half.spans.get('level4')?.[0];
  if (leaf === undefined || half.levels[2] === null) return;
  for (let row = first; row < end; row++)
    if (!labelAt(table, row, leaf.first).void && !isTotalRow(table, row)) return;
  half.spans.delete('level4');
}

/**
 * 三级指标 | 四级指标 with 在职人数/编制数×100% or nothing in most rows of the fourth: it says how the third is reckoned, and names
 * no indicator.
 */
export function describeLeaf(table: Table, first: number, end: number, half: Half): void {
  const leaf = half.spans.get('level4')?.[0];
  const third = half.levels[2];
  if (leaf === undefined || third === null) return;
  let explains = 0;
  let rows = 0;
  for (let row = first; row < end; row++) {
    if (isTotalRow(table, row) || labelAt(table, row, third.first).void) continue;
    if (cellAt(table, row, third.first).rowSpan > 1) return;
    const said = labelAt(table, row, leaf.first);
    rows++;
    if (said.void || formula.test(said.key)) explains++;
  }
  if (explains * 2 <= rows) return;
  half.spans.delete('level4');
  half.spans.set('description', [leaf, ...(half.spans.get('description') ?? [])]);
}

const formula = /[=＝÷]|[/／].*[×x*]|[×x*]100%/;

/**
 * 评价内容 | 指标内容, 自评项目 | 自评指标: the upper of two levels is the first, unless its head or the names below it say that it is
 * the second.
 */
export function settleTop(table: Table, first: number, end: number, half: Half): void {
  const [top, upper, name] = half.levels;
  // 评估项目 | 分值 | 得分: the only column of names holds what is scored.
  if (top && !upper && !name && /项目$/.test(foldLabel(top.text)) && !holdsFirst(table, first, end, top)) {
    half.levels = [null, null, top];
    return;
  }
  if (top || !upper || !name || upper === name || /二级|二类/.test(foldLabel(upper.text))) return;
  for (let row = first; row < end; row++) if (levelOfName(labelAt(table, row, upper.first).key) === 2) return;
  half.levels = [upper, null, name];
  const [weight, below] = half.levelWeights;
  if (!weight && below) half.levelWeights = [below, null];
}

/** 建设任务 | 关键指标 over 人才培养 | 国家级课程: what the indicators are sorted by stands right before them, and no other column gives a level. */
export function settleTasks(
  table: Table,
  first: number,
  end: number,
  half: Half,
  leading: LeadingColumns,
): void {
  const span = leading.side.at(-1);
  const [top, upper, name] = half.levels;
  if (span === undefined || top !== null || upper !== null || name?.first !== span.end) return;
  if (!tasks.test(foldLabel(span.text))) return;
  for (let row = first; row < end; row++) {
    const { figure, void: isVoid } = labelAt(table, row, span.first);
    if (!isTotalRow(table, row) && (figure || isVoid)) return;
  }
  half.levels[0] = span;
  leading.side = leading.side.filter((other) => other !== span);
}

const tasks = /(?:任务|领域|方面|板块|模块|方向|类别|类型|内容|事项|举措)(?:名称)?$/;

/** 指标类型 | 指标名称 | 指标内容 over 产出指标 | 数量指标 | 修缮泵站数: what the column of names holds is the second level, and the names stand behind it. */
export function settleContentNames(table: Table, first: number, end: number, half: Half): void {
  const [top, upper, name] = half.levels;
  const described = half.spans.get('description') ?? [];
  const contents = described.find(({ text }) => contentHead.test(foldLabel(text)));
  if (upper || !name || (!contents && !top) || (contents && contents.first < name.first)) return;
  if (levelHeld(table, first, end, name.first) !== 'level2') return;
  // 一级指标 | 指标名称 | 指标值 over 产出指标 | 数量 | 宣传5场: no column names the indicators.
  if (!contents) {
    half.levels = [top, name, null];
    return;
  }
  half.levels = [top, name, contents];
  half.spans.set(
    'description',
    described.filter((span) => span !== contents),
  );
}

/**
 * 评估指标 | 评估要点 | 分值 with 立项必要性 down beside 政策相关性 | 10 and 职能相关性 | 10: what each point is given for are the
 * indicators, and what stands beside them is their level.
 */
export function settlePoints(table: Table, first: number, end: number, half: Half): void {
  const [top, upper, name] = half.levels;
  const described = half.spans.get('description') ?? [];
  const points = described.find(({ text }) => pointHead.test(foldLabel(text)));
  const weight = half.spans.get('weight')?.[0];
  if (top || upper || !name || !points || !weight || points.first < name.first) return;
  let rows = 0;
  let own = 0;
  for (let row = first; row < end; row++) {
    if (isTotalRow(table, row) || labelAt(table, row, points.first).void) continue;
    rows++;
    const lone = [points, weight].every((span) => cellAt(table, row, span.first).rowSpan === 1);
    if (lone && cellAt(table, row, name.first).rowSpan > 1) own++;
  }
  if (own < FEWEST_POINTS || own * 2 < rows) return;
  half.levels = [name, null, points];
  half.spans.set(
    'description',
    described.filter((span) => span !== points),
  );
}

const pointHead = /^(?:评估|评价|评审|考核|审核|评分)(?:要点|要素)$/;
const FEWEST_POINTS = 4;

const contentHead = /^(?:具体|三级|绩效)?指标(?:内容|名称|内容及名称|名称及内容)?$/;

function holdsFirst(table: Table, first: number, end: number, span: Span): boolean {
  for (let row = first; row < end; row++)
    if (levelOfName(labelAt(table, row, span.first).key) === 1) return true;
  return false;
}
