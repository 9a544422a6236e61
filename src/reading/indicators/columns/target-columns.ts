import { foldLabel, readYear, relativeYear } from '../../../values/index.ts';
import { beforeChange } from '../../lexicon/indicator-columns.ts';
import { sectionOfText } from '../../lexicon/levels.ts';
import { indicatorRole, labelOfText } from '../../table/label.ts';
import type { Span } from './indicator-table.ts';

/** One of the terms that a row gives values for, with the columns that say them. */
export interface Term {
  section: 'long_term' | 'annual';
  targets: readonly Span[];
}

/** Of one head over columns that no role names; none where the heads say years or stages. */
export function scopesOf(targets: readonly Span[]): readonly Span[] {
  const named = targets.filter(
    (span) =>
      span.path.includes('/') &&
      indicatorRole(labelOfText(span.text)) === null &&
      sectionOfText(span.text) === null &&
      readYear(span.text) === null &&
      relativeYear(span.text) === null &&
      !/[:：]|初|末|季|月|第/.test(span.text),
  );
  return named.length > 1 && named.length === targets.length
    ? [...named].sort((a, b) => a.first - b.first)
    : [];
}

interface ByYear {
  earlier: readonly Span[];
  own: Span[];
  later: readonly Span[];
}

/** 2023年目标值 | 2024年目标值 | 下年目标值: of several value columns those that name another year than the form's are not its own. */
export function byYear(targets: Span[], year: number | null): ByYear {
  const offset = ({ text }: Span): number => {
    const alone = /^(?:19|20)\d\d年?度?[^\d-]*$/.test(foldLabel(text)) ? readYear(text) : null;
    if (alone !== null) return year === null ? 0 : alone - year;
    return /^(?:下|明|次)(?:一)?年/.test(foldLabel(text)) ? 1 : 0;
  };
  const own = targets.filter((span) => offset(span) === 0);
  if (own.length === 0 || own.every(isLongTerm)) return { earlier: [], own: targets, later: [] };
  return {
    earlier: targets.filter((span) => offset(span) < 0),
    own,
    later: targets.filter((span) => offset(span) > 0),
  };
}

/** The value columns; of 三年指标值 | 2025年 | 2026年 that of the form's own year too. */
export function targetsOf(targets: Span[], priors: readonly Span[], year: number | null): readonly Span[] {
  if (targets.some((span) => !isLongTerm(span))) return targets;
  // 实施期指标值 | 2031年指标值 in a form that says no year: one of the years to come.
  const isOwn = ({ text }: Span): boolean =>
    year === null ? targets.length > 0 && /(?:指标|目标)值?$/.test(foldLabel(text)) : readYear(text) === year;
  const own = priors.filter((span) => isOwn(span) && !/实际|完成/.test(span.path));
  return own.length === 1 ? [...own, ...targets] : targets;
}

/** 总目标值 beside 2025年目标值 is of the whole project too. */
const isLongTerm = ({ path }: Span): boolean =>
  sectionOfText(path) === 'long_term' || /总(?:目标|指标)(?:值|$)/.test(path);

/** None where the value columns are all of one term. */
export function termsOf(targets: readonly Span[]): readonly Term[] {
  const wholes = targets.filter(({ path }) => ofWhole.test(path));
  // 总体目标值 beside 2027年目标值: that of all years.
  const dated = targets.every((span) => wholes.includes(span) || readYear(span.text) !== null);
  const yearly = targets.filter((span) => !isLongTerm(span) && !(dated && wholes.includes(span)));
  if (yearly.length === 0 || yearly.length === targets.length) return [];
  const long = targets.filter((span) => !yearly.includes(span));
  return [
    { section: 'long_term', targets: long },
    { section: 'annual', targets: yearly },
  ];
}

const ofWhole = /^(?:绩效)?(?:项目)?总体?(?:绩效)?(?:目标|指标)值?$/;

/** 调整前指标值 beside 调整后指标值, 半年指标值 beside 全年指标值: what else is aimed at, or was, in the same term. */
export function notTaken(targets: readonly Span[]): readonly Span[] {
  const terms = termsOf(targets);
  const others = terms.length > 0 ? terms.flatMap((term) => term.targets.slice(1)) : targets.slice(1);
  return others.map((span) =>
    beforeChange.test(span.path) && !beforeChange.test(span.text)
      ? { ...span, text: span.path.replaceAll('/', '') }
      : span,
  );
}
