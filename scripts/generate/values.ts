import type { Operator } from '../../schemas/index.ts';
import type { ExpectedQuantity } from './expected.ts';

/** What an indicator aims at or reached, apart from how it is printed. */
export type Value =
  | { kind: 'number'; op: Operator; digits: string; unit: string | null }
  | { kind: 'range'; from: string; to: string; unit: string | null }
  | { kind: 'text'; text: string }
  | { kind: 'blank' };

/** How a form writes operators: ≥ · >= · ≧ · 不低于 … · 以上. */
export type OperatorStyle = 'sign' | 'ascii' | 'double' | 'before' | 'after';

export interface ValuePrint {
  style: OperatorStyle;
  /** The operator stands in a column of its own. */
  operatorColumn: boolean;
  /** The unit stands in a column of its own. */
  unitColumn: boolean;
  /** Print `=` before a plain number. */
  equals: boolean;
}

const signs: Record<Exclude<OperatorStyle, 'before' | 'after'>, Record<Operator, string>> = {
  sign: { '=': '=', '>=': '≥', '<=': '≤', '>': '＞', '<': '＜' },
  ascii: { '=': '=', '>=': '>=', '<=': '<=', '>': '>', '<': '<' },
  double: { '=': '═', '>=': '≧', '<=': '≦', '>': '＞', '<': '＜' },
};
const before: Record<Operator, string> = {
  '=': '',
  '>=': '不低于',
  '<=': '不超过',
  '>': '大于',
  '<': '小于',
};
const after: Partial<Record<Operator, string>> = { '>=': '以上', '<=': '以内' };

/** The text of the value cell. */
export function printValue(value: Value, print: ValuePrint): string {
  switch (value.kind) {
    case 'blank':
      return '';
    case 'text':
      return value.text;
    case 'range':
      return `${value.from}--${value.to}${unitText(value.unit, print)}`;
    case 'number': {
      const body = value.digits + unitText(value.unit, print);
      if (print.operatorColumn || (value.op === '=' && !print.equals)) return body;
      const { style } = print;
      if (style === 'before') return before[value.op] + body;
      if (style === 'after') return after[value.op] ? body + after[value.op] : signs.sign[value.op] + body;
      return signs[style][value.op] + body;
    }
  }
}

/** The text of the operator column beside it. */
export function printOperator(value: Value, { style }: ValuePrint): string {
  if (value.kind !== 'number') return value.kind === 'text' ? '定性' : '';
  return style === 'before' || style === 'after' ? signs.sign[value.op] : signs[style][value.op];
}

export const printUnit = (value: Value): string =>
  value.kind === 'number' || value.kind === 'range' ? (value.unit ?? '') : '';

export function expectedQuantity(value: Value, raw: string): ExpectedQuantity {
  const none = { op: null, value: null, upper: null, unit: null };
  switch (value.kind) {
    case 'blank':
    case 'text':
      return { raw, kind: value.kind, ...none };
    case 'range':
      return {
        raw,
        kind: 'range',
        op: null,
        value: Number(value.from),
        upper: Number(value.to),
        unit: value.unit,
      };
    case 'number':
      return {
        raw,
        kind: 'number',
        op: value.op,
        value: Number(value.digits),
        upper: null,
        unit: value.unit,
      };
  }
}

const unitText = (unit: string | null, { unitColumn }: ValuePrint) =>
  unitColumn || unit === null ? '' : unit;
