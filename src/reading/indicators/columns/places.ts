import { foldLabel } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { holdsValues } from './column-contents.ts';
import type { Half, Span } from './indicator-table.ts';
import { scopesOf } from './target-columns.ts';

/** A village, a county or a project that has values of its own in every row. */
export interface Place {
  name: string;
  /** Its targets; none where only what it reached is printed. */
  targets: readonly Span[];
  /** The columns of the table, with what it reached as the actual value. */
  half: Half;
}

export interface Places {
  /** Every value of the table is one of theirs. */
  all: readonly Place[];
  /** They stand beside the value of them all. */
  beside: readonly Place[];
}

/** The places that a table has columns of. */
export function placesOf(region: IndicatorRegion, half: Half, targets: readonly Span[]): Places {
  const none = { all: [], beside: [] };
  if (targets.length === 0) {
    const all = unnamedScopes(region, half).map((span) => ({ name: span.text, targets: [span], half }));
    return { all, beside: [] };
  }
  const actuals = half.spans.get('actual') ?? [];
  const headed = headedPlaces(half, targets, actuals);
  if (headed.length > 0) return { all: headed, beside: [] };
  const scopes = scopesOf(targets);
  if (scopes.length > 0) return { all: scopes.map((span) => scopeAt(half, span, actuals)), beside: [] };
  const [whole] = targets;
  const areas = areasBeside(region, half, [whole, actuals[0]]);
  return areas.length === 0 ? none : { all: [], beside: areas };
}

/** 年度指标值 over 青禾县 | 松谷县, and 实际完成值 over the same: what a place reached stands under its name. */
function scopeAt(half: Half, span: Span, actuals: readonly Span[]): Place {
  const name = foldLabel(span.text);
  const isNamed = actuals.some(({ path, text }) => path.includes('/') && foldLabel(text) === name);
  if (!isNamed) return { name: span.text, targets: [span], half };
  const own = actuals.find(({ text }) => foldLabel(text) === name) ?? null;
  return { name: span.text, targets: [span], half: reaching(half, own) };
}

/** 全市 | 青禾县 | 松谷县, each over 目标值 | 完成值. */
function headedPlaces(half: Half, targets: readonly Span[], actuals: readonly Span[]): readonly Place[] {
  const names = targets.map(headAbove);
  const places = new Set(names);
  const named = names.every((name) => name !== null && (area.test(name) || everywhere.test(name)));
  if (!named || places.size < FEWEST_AREAS || places.size < names.length) return [];
  const ordered = [...targets].sort((a, b) => a.first - b.first);
  return ordered.map((span) => {
    const name = headAbove(span) ?? '';
    const own = actuals.find((actual) => headAbove(actual) === name) ?? null;
    return { name, targets: [span], half: reaching(half, own) };
  });
}

const headAbove = ({ path }: Span): string | null => path.split('/').at(-2) ?? null;

/** 全市指标值 | 东河区 | 西岭县: columns of places behind the value of them all, each with values of its own; none where one alone, or one of words. */
function areasBeside(
  region: IndicatorRegion,
  half: Half,
  [target, actual]: readonly [Span | undefined, Span | undefined],
): readonly Place[] {
  const named = half.unknown.filter(({ path, text }) => area.test(foldLabel(text)) || shares.test(path));
  const start = named[0]?.first ?? 0;
  const before = [target, actual].filter((span): span is Span => span !== undefined && span.first < start);
  const whole = before.sort((a, b) => b.first - a.first)[0];
  if (whole === undefined || named.length < FEWEST_AREAS) return [];
  if (!named.every((span) => holdsValues(region, span))) return [];
  return named.map((span) =>
    whole === actual
      ? { name: span.text, targets: [], half: reaching(half, span, false) }
      : { name: span.text, targets: [span], half: reaching(half, null) },
  );
}

/** The columns of a half with what one place reached: rates and signs are of the value of them all. */
function reaching(half: Half, actual: Span | null, aims = true): Half {
  const spans = new Map(half.spans);
  for (const role of ['completion_rate', 'score_rate', 'deducted', 'actual_score'] as const)
    spans.delete(role);
  if (actual === null) spans.delete('actual');
  else spans.set('actual', [actual]);
  if (!aims) spans.delete('operator');
  return { ...half, spans };
}

/** 全市 | 东河区 | 西岭县 behind the names, where no head says 指标值: columns of values, each of a place of its own. */
function unnamedScopes(region: IndicatorRegion, half: Half): readonly Span[] {
  const lowest = half.levels.findLast((span) => span !== null);
  if (!lowest || half.unknown.length < 2 || ![...half.spans.keys()].every((role) => asides.has(role)))
    return [];
  const valued = half.unknown.every((span) => span.first > lowest.first && holdsValues(region, span));
  return valued ? half.unknown : [];
}

/** What may stand beside such columns: none of them holds a value. */
const asides = new Set(['unit', 'remark', 'basis', 'description']);

const FEWEST_AREAS = 2;
/** 分解到各科室 over the names of the offices that take their share. */
const shares =
  /^(?:(?:任务|指标|目标)*分解(?:到|至|情况)?.{0,6}|(?:下属|所属|责任)?各?(?:单位|科室|处室|部门|站所|乡镇|县区)(?:任务|指标|目标)*(?:分解|分配)(?:值|数|情况)?)\//;
const area =
  /^(?!全|各|合计)[^\d、,，:：]{1,10}(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|林场|农场|(?:市|县|区|州|省)?本级)$/;
const everywhere = /^(?:全[省市县区州盟旗镇乡村]|合计|总计|总体|区域|整体)$/;
