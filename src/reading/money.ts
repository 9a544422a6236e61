import type { Amount, Location, Measure, MoneyUnit, Quantity } from '../../schemas/index.ts';
import { moneyUnitIn, readQuantity } from '../values/index.ts';
import type { Entry } from './cells.ts';

/** An amount before its form's year, unit and ids are known. */
export interface AmountDraft
  extends Omit<Amount, 'amount_id' | 'filing_id' | 'document_id' | 'ordinal' | 'parent_id' | 'year'> {
  /** The draft that this one is part of. */
  whole: AmountDraft | null;
  /** A year that the heads or the label print. */
  yearPrinted: number | null;
  /** Years from the filing's own: 上年 -1. */
  yearOffset: number | null;
}

/** What a figure is read with. */
export interface FigureContext {
  measure: Measure;
  /** Texts that may name the unit, nearest first: the head, the label, the side label. */
  unitTexts: readonly string[];
  moneyUnit: MoneyUnit | null;
}

/** Reads a figure of a money table; null where its cell says nothing, with kind `text` where it cannot be read. */
export function readFigure(text: string, context: FigureContext): Quantity | null {
  const quantity = readQuantity(text.trim(), { unit: unitOf(context) });
  if (quantity.kind === 'blank') return null;
  if (quantity.kind === 'number') return quantity;
  return quantity.kind === 'range' || /\d/.test(text) ? quantity : null;
}

function unitOf(context: FigureContext): string | null {
  if (context.measure === 'rate') return '%';
  if (context.measure === 'count') return countUnit(context.unitTexts);
  for (const text of context.unitTexts) {
    const unit = moneyUnitIn(text);
    if (unit) return unit;
  }
  return context.moneyUnit;
}

function countUnit(texts: readonly string[]): string {
  for (const text of texts) {
    const match = /[(（](?:单位[:：])?(辆|台|套|个|户|所|名|万人)[)）]/.exec(text);
    if (match) return match[1] as string;
  }
  return texts.some((text) => /车/.test(text)) ? '辆' : '人';
}

/** A draft with the common fields of a figure filled in. */
export function draftOf(
  fields: Pick<AmountDraft, 'section' | 'item' | 'label' | 'measure'> & Partial<AmountDraft>,
  quantity: Quantity,
  source: Record<string, Location>,
  confidence: number,
): AmountDraft {
  const number = quantity.kind === 'number';
  return {
    parent: null,
    role: 'item',
    depth: 0,
    column_label: null,
    fund: null,
    code: null,
    yearPrinted: null,
    yearOffset: null,
    share: null,
    share_raw: null,
    project: null,
    whole: null,
    ...fields,
    value: number ? quantity.value : null,
    raw: quantity.raw,
    unit: quantity.unit,
    base_value: number ? baseValue(quantity, fields.measure) : null,
    source,
    confidence,
  };
}

function baseValue(quantity: Quantity, measure: Measure): number | null {
  return quantity.unit === null && measure !== 'count' ? null : quantity.base_value;
}

/** Per cent as printed: 99.8% → 99.8, and 0.998 of a column without the sign stays 0.998. */
export function shareOf(entry: Entry | null): { share: number | null; raw: string | null } {
  if (!entry || entry.key === '') return { share: null, raw: null };
  const quantity = readQuantity(entry.text.trim(), { unit: '%' });
  return { share: quantity.kind === 'number' ? quantity.value : null, raw: entry.text.trim() };
}
