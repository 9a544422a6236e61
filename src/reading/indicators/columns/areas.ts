import { foldLabel } from '../../../values/index.ts';
import type { IndicatorRegion } from '../../form.ts';
import { holdsValues } from './column-contents.ts';
import type { Half, Span } from './indicator-halves.ts';

/** 全市指标值 | 东河区 | 西岭县: columns of places beside the value of them all, each with values of its own; none where one alone, or one of words. */
export function areasBeside(
  region: IndicatorRegion,
  { unknown }: Half,
  targets: readonly Span[],
): readonly Span[] {
  const [whole] = targets;
  const named = unknown.filter(({ text }) => area.test(foldLabel(text)));
  if (whole === undefined || named.length < FEWEST_AREAS) return [];
  const valued = named.every((span) => span.first > whole.first && holdsValues(region, span));
  return valued ? named : [];
}

const FEWEST_AREAS = 2;
const area =
  /^(?!全|各|合计)[^\d、,，:：]{1,10}(?:省|市|县|区|州|盟|旗|镇|乡|村|街道|社区|林场|农场|(?:市|县|区|州|省)?本级)$/;
