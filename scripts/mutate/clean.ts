import type { Family } from './figures.ts';
import { departmentShares, projectTargets, scoringFramework, selfEvaluation } from './forms.ts';
import { allocation, baseData, budgetTable } from './tables.ts';

/** Clean filings of every family, by name. */
export const families: Readonly<Record<string, Family>> = {
  departmentShares,
  selfEvaluation,
  scoringFramework,
  budgetTable,
  allocation,
  projectTargets,
  baseData,
};
