/**
 * Columns of values whose heads leave open what they are, settled by what stands below them: heads are worded anew in every place, so one that
 * speaks of an aim, of what came of it or of a verdict is read where no other column is that, and where it holds such values.
 */
import { foldLabel, readYear } from '../../../values/index.ts';
import type { IndicatorRole } from '../../lexicon/indicator-columns.ts';
import { entryAt, pointsOf } from '../../table/cells.ts';
import { isVoid } from '../../table/label.ts';
import { type Body, holdsValues } from './column-contents.ts';
import type { Half, Span } from './indicator-table.ts';

export function settleValues(body: Body, half: Half): void {
  settleTargets(body, half);
  settleActuals(body, half);
  settleScores(body, half);
  settleScoreNotes(half);
}

/** What stands right of the operators under a head that nobody knows is what they bound; so is the one column of values whose head speaks of an aim. */
function settleTargets(body: Body, half: Half): void {
  const [operator] = half.spans.get('operator') ?? [];
  if (half.spans.has('target')) return;
  // 指标 | 绩效目标 | 完成情况: what was aimed at, beside what came of it.
  const [actual] = half.spans.get('actual') ?? [];
  const aimed = half.unknown.find(({ end, text }) => end === actual?.first && /目标$/.test(foldLabel(text)));
  const beside = aimed ?? half.unknown.find((span) => span.first === operator?.end);
  const found = beside ?? loneUnknown(half, lastName(half), (span) => isAim(body, span));
  if (found !== undefined) know(half, 'target', found);
}

/** 2023年 | 2024年 | 2024年目标值: what stands under the year of the target, and is no target, is what came of it. */
function settleActuals(body: Body, half: Half): void {
  const targets = (half.spans.get('target') ?? []).map(({ text }) => readYear(text));
  const priors = half.spans.get('prior') ?? [];
  const own = priors.filter(({ text }) => targets.some((year) => year !== null && year === readYear(text)));
  if (half.spans.has('actual')) return;
  // 目标值 | 上年值 | 本年值, and 年初值 | 全年值
  const opened = half.spans.get('target')?.some(({ text }) => /年初/.test(text)) === true;
  const ending = opened ? /^(?:本年度?|全年|年末|年终)值$/ : /^本年度?值$/;
  const reached =
    targets.length === 0 ? undefined : half.unknown.find(({ text }) => ending.test(foldLabel(text)));
  if (reached !== undefined) {
    know(half, 'actual', reached);
    return;
  }
  if (own.length !== 1) {
    settleReached(body, half);
    return;
  }
  half.spans.set('actual', own);
  half.spans.set(
    'prior',
    priors.filter((span) => !own.includes(span)),
  );
}

/** 标准分 | 专家评分: what others gave is the score where the office gave none. */
function settleScores(body: Body, half: Half): void {
  const scored = (['score', 'weight_score', 'score_weight', 'actual_score'] as const).some((role) =>
    half.spans.has(role),
  );
  if (scored) return;
  const [weight] = half.spans.get('weight') ?? [];
  const known = half.spans.get('known') ?? [];
  const given = known.filter(({ text }) => givenByOthers.test(foldLabel(text)));
  // 资金到位率（4分）: points that stand in the names have no column.
  if (given.length === 1 && (weight !== undefined || isWithin(body, given[0] as Span, null))) {
    half.spans.set('score', given);
    half.spans.set(
      'known',
      known.filter((span) => !given.includes(span)),
    );
    return;
  }
  const found = loneUnknown(
    half,
    weight?.first ?? 0,
    (span) => judges.test(foldLabel(span.text)) && weight !== undefined && isWithin(body, span, weight),
  );
  if (given.length === 0 && found !== undefined) know(half, 'score', found);
}

const givenByOthers =
  /^(?:专家|财政|财政部门|主管部门|上级|第三方|复核|复评|复查|核查|抽查|评审组|评估组|评审|审核|审定|预评|初评|初审|终审)(?:复核|评审|评估)?(?:得|评|打|评定)分(?:数|值)?$|^(?:[省市县区]级?|区县|县区|市县|乡镇|街道|上级|主管部门)(?:考评|考核|复核|抽查|核验|验收)(?:得分|评分|分)?$/;

/** 得分 | 评分说明: what stands right of the score says how it came about, and is no rule; without a score, or left of it, it is. */
function settleScoreNotes(half: Half): void {
  const [score] = half.spans.get('score') ?? [];
  const rules = half.spans.get('scoring_rule') ?? [];
  const notes = rules.filter(
    (span) =>
      score !== undefined && span.first > score.first && /^[评得计]分说明$/.test(foldLabel(span.text)),
  );
  if (notes.length === 0) return;
  half.spans.set(
    'scoring_rule',
    rules.filter((span) => !notes.includes(span)),
  );
  half.spans.set('remark', [...(half.spans.get('remark') ?? []), ...notes]);
}

/** 年度指标值 | 自评情况: what came of the aims, where no other column says it. */
function settleReached(body: Body, half: Half): void {
  const [target] = half.spans.get('target') ?? [];
  if (target === undefined || half.spans.has('actual_score') || half.spans.has('target_actual')) return;
  const found = loneUnknown(
    half,
    target.first,
    (span) => reaches.test(foldLabel(span.text)) && holdsValues(body, span),
  );
  if (found !== undefined) know(half, 'actual', found);
}

/** Whatever stands under 绩效目标 is aimed at; under 标准 or 要求 values are. */
function isAim(body: Body, span: Span): boolean {
  const key = foldLabel(span.text);
  return aims.test(key) && (/目标/.test(key) || holdsValues(body, span));
}

const aims =
  /^(?!.*(?:元|金额|资金|预算|费|分)).*(?:(?:目标|指标|标准|要求|任务|计划)(?:设定)?[值数量]?|水平)(?:\([^()]*\))?$/;
const reaches =
  /^(?!.*(?:原因|说明|分析|措施|建议|分值|得分|评分|权重|率|偏|预计|上年|往年|可能|资料|材料|依据|单位|状态)).*(?:完成|实现|达成|达到|执行|实际|自评|业绩).{0,2}(?:值|数|量|情况|结果|水平|程度|指标|业绩|完成|实现|达成|实际|自评)(?:\([^()]*\))?$/;
const judges =
  /^(?!.*(?:原因|说明|标准|分值|权重|率|依据|材料)).*(?:分数?|(?:自评|评价|考核|评定)(?:结果|情况)?)(?:\([^()]*\))?$/;

/** The one column right of another that is of no role and fits; none where several do. */
function loneUnknown(half: Half, right: number, fits: (span: Span) => boolean): Span | undefined {
  const found = half.unknown.filter((span) => span.first > right && fits(span));
  return found.length === 1 ? found[0] : undefined;
}

function know(half: Half, role: IndicatorRole, span: Span): void {
  half.spans.set(role, [span]);
  half.unknown = half.unknown.filter((other) => other !== span);
}

const lastName = ({ levels }: Half): number => levels.findLast((span) => span !== null)?.first ?? 0;

/** Whether all that a column holds are points, none more than the weight beside it; of a table without a column of weights any. */
function isWithin({ table, first, end }: Body, span: Span, weight: Span | null): boolean {
  let within = 0;
  for (let row = first; row < end; row++) {
    const entry = entryAt(table, row, span);
    if (!entry?.starts || isVoid(entry.key)) continue;
    const given = pointsOf(entry);
    const most = weight === null ? Number.POSITIVE_INFINITY : pointsOf(entryAt(table, row, weight));
    if (given === null || (most !== null && given > most)) return false;
    if (most !== null) within++;
  }
  return within > 1;
}
