import type { Exact } from '../facts/exact.ts';

/** A bound on the value that a standard speaks of, in per cent or in the unit of the indicator. */
export interface Bound {
  op: '>=' | '>' | '<=' | '<' | '=';
  value: Exact;
}

/** All bounds of one condition hold together: 80%（含）-90% is ≥ 80 and < 90. */
export type Condition = readonly Bound[];

/** What a deduction counts: points of a percentage, or things (项, 例, 天) that no cell of a form counts. */
export type StepUnit = '%' | 'count';

/** `over` 每超过, `under` 每低于, `either` 每偏离 or 每超过（降低）. */
export type Direction = 'over' | 'under' | 'either';

export type Clause =
  /** ≤100%，计2分 · 100%计满分: points null is full points; condition null where words say when. */
  | { kind: 'award'; condition: Condition | null; points: Exact | null; text: string }
  /** 每超过一个百分点扣0.5分: points, or a share of the points in per cent. */
  | {
      kind: 'deduct';
      direction: Direction;
      step: Exact;
      unit: StepUnit;
      points: Exact;
      share: boolean;
      text: string;
    }
  /** 按比例得分 */
  | { kind: 'pro_rata'; text: string }
  /** (1−10×调剂/年初)×分 */
  | { kind: 'formula'; factor: Exact; numerator: string; denominator: string; text: string };

/** A scoring standard as read; words that no clause explains are kept, so that nothing is executed on half an understanding. */
export interface Program {
  clauses: readonly Clause[];
  /** 以100%为标准 */
  reference: Exact | null;
  /** 每项加2分: it gives points for each of something that stands in words, so that its most is not known. */
  open: boolean;
}
