import { foldLabel } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { numericSpan } from './column-contents.ts';
import type { Half, Span } from './indicator-table.ts';

/** The column of the score of a row: of several the unit's own. */
export function scoreSpan(region: IndicatorRegion, { spans }: Half): Span | null {
  return numericSpan(region, spans.get('score') ?? [], /自评|单项/);
}

/** 专家一 | 专家二 beside 平均分, 复核得分 beside 自评得分: columns of what others gave the rows. */
export function otherScores(region: IndicatorRegion, half: Half): readonly Span[] {
  const score = scoreSpan(region, half);
  if (score === null) return [];
  const { levels, spans } = half;
  // 一级指标 | 得分 | 三级指标 | 得分: what stands before the names of the rows is of their levels.
  const names = levels.findLast((span) => span !== null)?.first ?? 0;
  const others = [
    ...(spans.get('score') ?? []).filter((span) => span !== score),
    ...(spans.get('known') ?? []),
  ];
  return others.filter(
    (span) =>
      span.first > names &&
      ofOthers.test(foldLabel(span.text)) &&
      numericSpan(region, [span], ofOthers) !== null,
  );
}

const ofOthers =
  /专家|(?:考评|考核|复核|抽查|核验|验收)$|评委|评审(?:人|员)|(?:得|评|打|复核|复评|核定)分(?:值|数)?(?:\([^()]*\))?$/;
