import type { FormType, Measure } from '../../schemas/index.ts';
import { type Figure, numberOf, type Print, printFigure } from './decimal.ts';
import type { AmountSection, ExpectedAmount, ExpectedFinding, ExpectedForm } from './expected.ts';
import type { CellInput } from './grid-builder.ts';
import type { Section } from './page.ts';
import type { Random } from './random.ts';

/** One filing or several, on abstract pages, with what a right reading and a right check of them give. */
export interface Built {
  sections: Section[];
  forms: ExpectedForm[];
  findings: ExpectedFinding[];
}

/** A kind of form as one province or ministry prints it. */
export interface Template {
  /** `project_targets/goal-first`: family, then the dialect. */
  id: string;
  formType: FormType;
  /** Names of the slips that can be planted in it. */
  slips: readonly string[];
  build(random: Random, options?: BuildOptions): Built;
}

export interface BuildOptions {
  slip?: string | undefined;
  /** How the form is drawn; random where absent. */
  fixed?: Partial<Style>;
}

/** Choices of drawing that every template shares. */
export interface Style {
  money: Print;
  levels: 'merged' | 'repeated' | 'blank';
  operator: 'sign' | 'ascii' | 'double' | 'before' | 'after';
  placeholders: boolean;
  numbered: boolean;
  points: boolean;
  vertical: boolean;
}

export function inventStyle(random: Random, fixed: Partial<Style> = {}): Style {
  return {
    money: { thousands: random.chance(0.25), trim: random.chance(0.4) },
    levels: random.chance(0.7) ? 'merged' : random.chance(0.5) ? 'repeated' : 'blank',
    operator: random.pick(['sign', 'sign', 'sign', 'ascii', 'ascii', 'double', 'before', 'after'] as const),
    placeholders: random.chance(0.3),
    numbered: random.chance(0.25),
    points: random.chance(0.4),
    vertical: random.chance(0.5),
    ...fixed,
  };
}

/** A money cell; a workbook stores the number behind it. */
export function moneyCell(value: Figure | null, print: Print, unit = ''): Exclude<CellInput, string> {
  if (value === null) return { text: '' };
  const text = printFigure(value, print) + unit;
  if (unit) return { text };
  const decimals = value.decimals > 0 ? `.${'0'.repeat(value.decimals)}` : '';
  const format = print.trim && !print.thousands ? undefined : `${print.thousands ? '#,##0' : '0'}${decimals}`;
  const stored = { text, number: numberOf(value), align: 'right' as const };
  return print.trim && print.thousands ? { text } : format === undefined ? stored : { ...stored, format };
}

/** A share of 99.8 printed `99.8%`, stored as 0.998. */
export function shareCell(share: Figure): Exclude<CellInput, string> {
  const text = `${printFigure(share)}%`;
  const format = share.decimals > 0 ? `0.${'0'.repeat(share.decimals)}%` : '0%';
  return { text, number: Number((numberOf(share) / 100).toFixed(share.decimals + 2)), format };
}

export function amount(
  section: AmountSection,
  item: string,
  measure: Measure,
  value: Figure,
  more: Partial<ExpectedAmount> = {},
): ExpectedAmount {
  return {
    section,
    item,
    measure,
    value: numberOf(value),
    unit: '万元',
    year: null,
    share: null,
    project: null,
    ...more,
  };
}
