import type { Location } from '../../../../schemas/index.ts';
import { foldLabel, listMark, readYear } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import type { IndicatorRole } from '../../lexicon/indicator-columns.ts';
import { beforeChange } from '../../lexicon/indicator-columns.ts';
import { partOfYear } from '../../lexicon/terms.ts';
import { entryAt, textOf } from '../../table/cells.ts';
import { noGroup, numberedGroups } from '../group-rows.ts';
import { type CarriedLevels, levelReader } from '../levels.ts';
import {
  holdsGradedPoints,
  holdsPointsOfGrades,
  holdsTicks,
  judgesPoints,
  numericSpan,
  settleDeductions,
} from './column-contents.ts';
import type { Half, Span } from './indicator-table.ts';
import { sideNotes } from './leading-columns.ts';
import { otherScores, scoreSpan } from './other-scores.ts';
import { placesOf } from './places.ts';
import type { Plan, TextField } from './plan.ts';
import { rateScales } from './rate-columns.ts';
import { byYear, notTaken, targetsOf, termsOf } from './target-columns.ts';

const textFields: readonly TextField[] = [
  'description',
  'basis',
  'category',
  'scoring_rule',
  'evidence',
  'deviation',
];

/** The columns of a half under heads of a role, left to right. */
type SpansOf = (role: IndicatorRole) => Span[];

/** The plan of a half in a form of `year`, null where none is known. */
export function planOf(
  region: IndicatorRegion,
  half: Half,
  carried: CarriedLevels,
  year: number | null,
): Plan {
  settleDeductions(region, half);
  settleQuarters(half);
  const spans: SpansOf = (role) => half.spans.get(role) ?? [];
  const { targets, priors, later } = valueColumns(spans, year);
  const texts = textColumns(region, spans);
  const places = placesOf(region, half, targets);
  const scopes = places.all;
  const terms = scopes.length > 0 ? [] : termsOf(targets);
  const areas = terms.length > 0 ? [] : places.beside;
  const placed = new Set(
    [...scopes, ...areas].flatMap((place) => [...place.targets, ...(place.half.spans.get('actual') ?? [])]),
  );
  const bands = spans('band');
  const graded = spans('score').length === 0 && holdsGradedPoints(region, bands) ? bands : [];
  const ticked = graded.length > 0 || holdsTicks(region, bands) || holdsPointsOfGrades(region, bands);
  const ofYear = yearOf(year);
  const weight = numericSpan(region, changedOf(spans('weight')), ofYear);
  const score = scoreSpan(region, half);
  return {
    half,
    group: { ...noGroup },
    subgroup: { ...noGroup },
    subtotal: { end: 0 },
    numbered: numberedGroups(region),
    levels: levelReader(region, half, carried),
    // Of 优 | 良 | 中 | 差 the first is what is aimed at, where no other column says it.
    targets: targets.length > 0 || ticked ? targets : bands.slice(0, 1),
    priors,
    scopes,
    areas,
    graded,
    terms,
    joined:
      half.levels[2] === null && spans('target').some(({ text }) => namesAndValues.test(foldLabel(text))),
    weight,
    score,
    otherScores: otherScores(region, half),
    rates: rateScales(region, half),
    texts,
    goalAt: severalGoals(region) ? (row) => goalAt(region, row) : () => null,
    remarks: named([
      ...(half === region.columns.halves[0] ? sideNotes(region) : []),
      ...(['remark', 'known'] as const).flatMap(spans),
      ...spans('actual')
        .slice(1)
        .filter((span) => !placed.has(span)),
      ...(['deducted', 'score_rate', 'completion_rate'] as const).flatMap(spans),
      ...later,
      ...(scopes.length > 0 ? [] : notTaken(targets)),
      ...half.unknown.filter((span) => !placed.has(span)),
      ...textFields.flatMap(spans).filter((span) => !texts.some(([, taken]) => taken === span)),
      ...otherPoints(half, spans, weight, score),
    ]),
  };
}

/** The columns of what is aimed at, of earlier years and of later ones. */
function valueColumns(
  spans: SpansOf,
  year: number | null,
): { targets: readonly Span[]; priors: Span[]; later: Span[] } {
  const { earlier, later, own } = byYear(spans('target'), year);
  const targets = targetsOf(own, spans('prior'), year);
  const priors = spans('prior').filter((span) => !targets.includes(span));
  // 指标值 over 2031年 | 2032年 | 2033年: what is planned for the years behind the form's own.
  const planned = priors.filter(({ text }) => year !== null && (readYear(text) ?? year) > year);
  return {
    targets,
    priors: [...priors.filter((span) => !planned.includes(span)), ...earlier],
    later: [...later, ...planned],
  };
}

/** 第一季度 | 第二季度 over 计划 | 完成: columns with the same head are told apart by the heads above it. */
function named(spans: readonly Span[]): Span[] {
  const heads = Map.groupBy(spans, ({ text }) => text);
  return spans.map((span) =>
    span.path.includes('/') &&
    ((heads.get(span.text)?.length ?? 0) > 1 ||
      (beforeChange.test(span.path) && !beforeChange.test(span.text)))
      ? { ...span, text: span.path.replaceAll('/', '') }
      : span,
  );
}

/** 原分值 | 调整后分值: the points of a row are those after the change. */
function changedOf(spans: readonly Span[]): Span[] {
  const after = spans.filter(({ path }) => !beforeChange.test(path));
  return after.length > 0 ? after : [...spans];
}

const ofYears = new Map<number | null, RegExp>();

/** What a head of the form's own year says. */
function yearOf(year: number | null): RegExp {
  const known = ofYears.get(year);
  if (known !== undefined) return known;
  const heads = new RegExp(year === null ? '本年|当年' : `本年|当年|^${year}年`);
  ofYears.set(year, heads);
  return heads;
}

/** 完成 below 第一季度 | 第二季度 and no column of the whole year: what each of them came to is no actual value of the row. */
function settleQuarters({ spans }: Half): void {
  const actuals = spans.get('actual') ?? [];
  const isQuarter = ({ path }: Span): boolean => partOfYear.test(path) && !/12月|全年|累计/.test(path);
  if (actuals.length < FEWEST_QUARTERS || !actuals.every(isQuarter)) return;
  spans.delete('actual');
  spans.set(
    'known',
    [...(spans.get('known') ?? []), ...actuals].sort((a, b) => a.first - b.first),
  );
}

const FEWEST_QUARTERS = 2;

/** The columns that keep their text as it is, one a field. */
function textColumns(region: IndicatorRegion, spans: SpansOf): (readonly [TextField, Span])[] {
  // 指标解释 beside 评价标准: the second is the standard by which points are given.
  const [described, judged] = spans('description');
  const rules =
    judged && spans('scoring_rule').length === 0 && described !== judged
      ? [judged]
      : [...spans('scoring_rule')];
  const judges = rules.length === 0 && described !== undefined && judgesPoints(region, described);
  if (judges) rules.push(described);
  return textFields.flatMap((role) => {
    if (role === 'description' && judges) return [];
    const [first] =
      role === 'category' ? kindsFirst(spans(role)) : role === 'scoring_rule' ? rules : spans(role);
    return first ? [[role, first] as const] : [];
  });
}

/** Columns of points that are not those of a row. */
function otherPoints(half: Half, spans: SpansOf, weight: Span | null, score: Span | null): Span[] {
  // A column whose head promises points, and whose cells are words; the points of another year.
  const worded = [
    ...(weight === null ? spans('weight') : spans('weight').filter((span) => isOfOther(span, weight))),
    ...(score === null ? spans('score') : []),
  ].filter((span) => !(half.levels as (Span | null)[]).includes(span));
  // 复核得分 beside 自评得分: what others gave.
  const reviewed =
    score === null
      ? []
      : spans('score').flatMap((span) =>
          span === score ? [] : [{ ...span, text: span.path.replaceAll('/', '') }],
        );
  return [...worded, ...reviewed];
}

/** 2027年权重 beside 2026年权重, 原分值 beside 调整后分值. */
const isOfOther = (span: Span, own: Span): boolean =>
  (beforeChange.test(span.path) && !beforeChange.test(own.path)) || isOfOtherYear(span, own);

const isOfOtherYear = (span: Span, own: Span): boolean =>
  readYear(own.text) !== null && readYear(span.text) !== null && readYear(span.text) !== readYear(own.text);

const namesAndValues = /指标(?:名称|内容)?(?:[及和与、/]|\(含).*值\)?$/;

/** 指标分类 before 是否核心指标. */
function kindsFirst(spans: Span[]): Span[] {
  return [...spans].sort((a, b) => Number(/核心/.test(a.path)) - Number(/核心/.test(b.path)));
}

function goalAt(region: IndicatorRegion, row: number): { text: string; location: Location } | null {
  const entry = entryAt(region.table, row, region.columns.leading.goal);
  const text = textOf(entry);
  if (entry === null || text === null) return null;
  // 年度目标1：… in the cell itself: the text beside the label, not the label.
  const mark = listMark(text);
  return {
    text: mark?.kind === 'label' && mark.rest !== '' ? mark.rest : text,
    location: entry.cell.location,
  };
}

function severalGoals(region: IndicatorRegion): boolean {
  if (region.columns.leading.goal === null) return false;
  const texts = new Set<string>();
  for (let row = region.first; row < region.end; row++) {
    const goal = goalAt(region, row);
    if (goal) texts.add(goal.text);
  }
  return texts.size > 1;
}
