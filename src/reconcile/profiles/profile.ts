import type { Severity } from '../../../schemas/index.ts';

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

/** A rate and its formula over items of money or head-count tables. */
export interface RateFormula {
  rule: string;
  names: readonly string[];
  numerator: readonly string[];
  denominator: readonly string[];
  /** 100 for a rate in per cent. */
  percent: true;
  source: string;
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
  compositions: readonly Composition[];
  rates: readonly RateFormula[];
  /** Severity of a rule where the profile changes it; `off` takes it out. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}
