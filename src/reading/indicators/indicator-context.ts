import type { Location } from '../../../schemas/index.ts';
import type { Owner } from '../records.ts';
import type { Section } from './columns/indicator-table.ts';

/** What the reader of a region must know of its form. */
export interface IndicatorContext {
  owner: Owner;
  /** Section of rows whose table names none. */
  section: Section;
  evaluation: boolean;
  framework: boolean;
  /** The goal that heads the table, where the form has several. */
  goal: { text: string; location: Location } | null;
}
