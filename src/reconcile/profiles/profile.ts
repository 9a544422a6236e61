import type { Measure, Severity } from '../../../schemas/index.ts';

/** Where a norm comes from. */
export interface Clause {
  document: string;
  clause: string;
  year: number;
  verified: boolean;
}

/** A whole and the parts that make it up completely, by the names of the items. */
export interface Composition {
  rule: string;
  whole: readonly string[];
  parts: readonly (readonly string[])[];
  source: string;
}

/** Figures of a money or head-count table that an operand of a rate may be, by name and, where given, by measure. */
export interface RateOperand {
  items: readonly string[];
  /** In the order preferred; any where none is given. */
  measures?: readonly Measure[];
  /** Of the year before that of the rate. */
  yearBefore?: true;
}

/** A rate and its formula over items of money or head-count tables. */
export interface RateFormula {
  rule: string;
  names: readonly string[];
  numerator: RateOperand;
  denominator: RateOperand;
  /** `ratio` numerator ÷ denominator; `change` (numerator − denominator) ÷ denominator. */
  form: 'ratio' | 'change';
  source: string;
  /** Read in the document that it comes from, or taken from secondary sources: a breach is then a warning. */
  verified: boolean;
}

/** Points by 一级指标, by its common name: { 产出: 50, 效益: 30, 满意度: 10 }. */
export interface WeightSplit {
  points: Readonly<Record<string, number>>;
  source: Clause;
}

/** Norms as data: national or of a province or a template year. */
export interface Profile {
  id: string;
  /** Sum of the leaf weights of a form: with a field for the weight of 预算执行率 and without. */
  weightBase: {
    withExecution: readonly number[];
    withoutExecution: readonly number[];
    execution: number;
    source: Clause;
  };
  /** Points by 一级指标 that the framework recommends, those of 预算执行率 left out. */
  weightSplits: readonly WeightSplit[];
  compositions: readonly Composition[];
  rates: readonly RateFormula[];
  /** What the execution rate of a self-evaluation is measured against, the norm first; others are named where they fit. */
  executionDenominators: readonly Measure[];
  /** Severity of a rule where the profile changes it; `off` takes it out. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}
