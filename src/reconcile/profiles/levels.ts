import { normalised } from '../keys.ts';

/**
 * 一级指标 and the 二级指标 that belong under it. 产出 holds 成本 in the forms of 财预〔2015〕88号 and 财预〔2020〕10号; since
 * 财预〔2021〕101号 成本 is a 一级指标 of its own. Both generations are in use.
 */
export interface Level1 {
  /** Stem of the name, without 指标, 目标 or 值. */
  names: readonly string[];
  /** Stems of its 二级指标. */
  under: readonly string[];
}

export const LEVELS: readonly Level1[] = [
  { names: ['产出', '项目产出', '项目完成', '履职产出'], under: ['数量', '质量', '时效', '成本'] },
  { names: ['成本', '项目成本'], under: ['成本', '经济成本', '社会成本', '生态环境成本', '生态成本'] },
  {
    names: ['效益', '项目效益', '效果', '履职效益'],
    under: ['经济效益', '社会效益', '生态效益', '环境效益', '生态环境效益', '可持续影响', '可持续发展'],
  },
  {
    names: ['满意度', '服务对象满意度', '社会满意度'],
    under: ['服务对象满意度', '社会公众满意度', '社会公众或服务对象满意度', '受益对象满意度', '满意度'],
  },
];

/** 数量指标, 数量值, 数量指标（30分） → 数量. */
export function stemOf(level: string | null): string {
  if (level === null) return '';
  const kept = STEMS.get(level);
  if (kept !== undefined) return kept;
  const stem = normalised(level)
    .replace(/（.*?）/g, '')
    .replace(/(?:指标|目标|值|等)+$/, '')
    .replace(/指标/g, '');
  if (STEMS.size >= REMEMBERED) STEMS.clear();
  STEMS.set(level, stem);
  return stem;
}

/** Levels repeat in every form; the memory is a cache of a pure function and is emptied when full. */
const STEMS = new Map<string, string>();
const REMEMBERED = 2000;

export function level1Of(name: string | null): Level1 | null {
  const stem = stemOf(name);
  return LEVELS.find(({ names }) => names.includes(stem)) ?? null;
}

/** The 一级指标 that a 二级指标 of this name belongs under, where the vocabulary knows it. */
export function homeOf(level2: string | null): Level1 | null {
  const stem = stemOf(level2);
  return LEVELS.find(({ under }) => under.includes(stem)) ?? null;
}
