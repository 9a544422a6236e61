import type { Factor } from '../../../schemas/index.ts';

/** A column whose figures the sums beside it are worked out from. */
export interface FactorColumn {
  column: number;
  role: Factor['role'];
  label: string;
  /** As its head prints it. */
  unit: string | null;
}

/** The columns of a half that make up a sum, and the column of that sum. */
export interface FactorColumns {
  columns: readonly FactorColumn[];
  product: number;
  /** 单位 beside 数量: of what is counted. */
  units: number | null;
}
