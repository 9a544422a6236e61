import type { Location } from '../../schemas/index.ts';
import { foldLabel } from '../values/index.ts';
import type { Line } from './form.ts';
import type { Title } from './grid-parts.ts';
import { isTitle, plainTitle } from './lexicon/titles.ts';

/** Most lines of one title. */
const mostLines = 3;

/** Longest line of a title, in characters. */
const longestLine = 40;

/** Words that stand in titles and may be cut at the end of a line. */
const tornWords = new Set(
  '绩效 自评 评价 评分 打分 目标 指标 支出 项目 预算 申报 批复 专项 资金 单位 部门 整体 年度 情况 监控 运行 转移 支付 财政 汇总 明细 体系 框架'.split(
    ' ',
  ),
);

/** A name that does not say what of: it goes on a line that ends with what a form is of. */
const bareName =
  /^(?:(?:绩效|自评|评价|评分|打分|目标|申报|监控|运行|支出|指标)(?!.*(?:项目|部门|整体|单位|专项|转移支付))|表)/;
const ofWhat = /(?:支出|项目|整体|部门|预算|资金|专项|转移支付|绩效|目标|指标|自评|(?:部门|单位)\))$/;

/** Lines of one title have one middle and one height to within this, in points and as a share. */
const offMiddle = 6;
const heights = 1.15;

/**
 * A title that its writer, or the width of the page, broke over two lines or three, the last of which stands at `at`: where the break
 * cuts a word (…绩 | 效自评表), or parts a name from what it is of (…部门整体支出 | 绩效自评表). Null for a title in one line: a line of
 * its own above a whole name (海棠区教育局 | 项目支出绩效自评表) says whose it is.
 */
export function wrappedTitle(lines: readonly Line[], at: number): { title: Title; first: number } | null {
  let text = plainOf(lines[at]);
  let first = at;
  while (first > 0 && at - first + 1 < mostLines) {
    const above = plainOf(lines[first - 1]);
    if (!isPiece(above)) break;
    const goesOn =
      isTorn(above, text) ||
      (bareName.test(foldLabel(text)) && ofWhat.test(foldLabel(above)) && !/[,，、]/.test(above));
    if (!goesOn && !(first < at && standAlike(lines[first - 1]!, lines[first]!))) break;
    text = above + text;
    first -= 1;
  }
  if (first === at || !isTitle(foldLabel(text))) return null;
  return { title: { text, at: placeOf(lines.slice(first, at + 1)) }, first };
}

const plainOf = (line: Line | undefined): string => (line ? plainTitle(line.paragraph.text) : '');

/** Whether a line may be the first of a title: no sentence, no field, no title itself, no number of an attachment. */
function isPiece(text: string): boolean {
  const key = foldLabel(text);
  return (
    key.length > 3 &&
    key.length <= longestLine &&
    !/[:;。!?]/.test(key) &&
    !/^附[件表录]/.test(key) &&
    !isTitle(key)
  );
}

function isTorn(above: string, below: string): boolean {
  return tornWords.has(`${above.at(-1)}${below[0]}`) && !tornWords.has(below.slice(0, 2));
}

/** Whether two lines of a page are set alike around one middle. */
function standAlike(a: Line, b: Line): boolean {
  const [one, other] = [a.paragraph.location, b.paragraph.location];
  if (!one.box || !other.box || one.page !== other.page) return false;
  const ratio = (one.box.y1 - one.box.y0) / (other.box.y1 - other.box.y0);
  const off = (one.box.x0 + one.box.x1 - other.box.x0 - other.box.x1) / 2;
  return ratio < heights && ratio > 1 / heights && Math.abs(off) < offMiddle;
}

/** The place of the last line, on a page that of all of them. */
function placeOf(lines: readonly Line[]): Location {
  const last = lines.at(-1)!.paragraph.location;
  const boxes = lines.flatMap(({ paragraph: { location } }) =>
    location.box && location.page === last.page ? [location.box] : [],
  );
  if (boxes.length < lines.length) return last;
  const box = {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
  return { ...last, box };
}
