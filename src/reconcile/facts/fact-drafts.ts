import type { Amount, Filing, Indicator, Location, Quantity } from '../../../schemas/index.ts';
import { amountKey, indicatorKey } from '../keys.ts';
import { unitInName } from '../profiles/unit-names.ts';
import { type Column, MONEY, precision, RATES, SHARES } from './columns.ts';
import { placesOf } from './exact.ts';
import type { Fact } from './fact.ts';
import type { FilingField, IndicatorField, QuantityField, RateField } from './fact-book.ts';
import { exactPlaces } from './units.ts';

/** A figure of a record as it is printed; the book makes a fact of it. */
export type FactDraft = Omit<
  Fact,
  'index' | 'key' | 'value' | 'step' | 'factor' | 'column' | 'table' | 'half'
> & {
  /** Put together when it is asked for: most facts are never told. */
  key: () => string;
  exact: boolean;
  /** A rate printed as a share of one: the fact is in per cent. */
  ofOne?: true;
};

export function fromAmount(amount: Amount, column: Column | undefined): FactDraft | null {
  if (amount.value === null) return null;
  const isRate = amount.measure === 'rate';
  const places = precision(column, amount.raw, amount.value === 0, isRate ? RATES : MONEY);
  return {
    key: () => amountKey(amount),
    filingId: amount.filing_id,
    documentId: amount.document_id,
    field: 'value',
    label: amountLabel(amount),
    text: amount.raw === '' ? String(amount.value) : amount.raw,
    printed: amount.value,
    places,
    exact: isExactByNature(amount.unit, places),
    unit: isRate ? '%' : amount.unit,
    ...(isRate && amount.unit === null ? { ofOne: true as const } : {}),
    source: place(amount.source, 'value'),
    ...readingOf(amount, 'value'),
    ...(amount.formula === undefined ? {} : { formula: amount.formula }),
    ...(amount.column_label === null ? {} : { head: amount.column_label }),
  };
}

function isExactByNature(unit: string | null, places: number): boolean {
  const least = exactPlaces(unit);
  return least !== null && places >= least;
}

/** 财政拨款（2024年）; the header of the column where the year does not tell columns apart. */
function amountLabel(amount: Amount): string {
  const { item, year } = amount;
  const column = columnName(amount);
  if (column === null && year === null) return item;
  if (column === null) return `${item}（${year}年）`;
  return year === null ? `${item}（${column}）` : `${item}（${column}，${year}年）`;
}

/** What tells the figures of one line apart: their source of funds, their project, their kind of spending. */
function columnName({ column_label: head, fund, item, project, section }: Amount): string | null {
  if (fund !== null) return fund;
  if (section !== 'budget') return null;
  if (project !== null && project !== item) return project;
  const leaf = head?.split(' / ').at(-1) ?? '';
  return /^(?:基本支出|项目支出|人员经费|公用经费)/.test(leaf) && leaf !== item ? leaf : null;
}

export function fromShare(amount: Amount, column: Column | undefined): FactDraft | null {
  if (amount.share === null) return null;
  const raw = amount.share_raw ?? String(amount.share);
  return {
    key: () => `${amountKey(amount)}|share`,
    filingId: amount.filing_id,
    documentId: amount.document_id,
    field: 'share',
    label: `${amount.item}占比`,
    text: raw,
    printed: amount.share,
    places: Math.max(precision(column, raw, amount.share === 0, SHARES), placesOf(String(amount.share))),
    exact: false,
    unit: '%',
    source: place(amount.source, 'share'),
    ...readingOf(amount, 'share'),
  };
}

/** A count, and a price without decimals, stand for themselves: 3600元 is no rounded average. */
export function fromFactor(amount: Amount, index: number): FactDraft | null {
  const factor = amount.factors?.[index];
  if (factor === undefined) return null;
  const { label, raw, role, unit, value } = factor;
  const key = `factor${index}`;
  const places = placesOf(raw);
  return {
    key: () => `${amountKey(amount)}|${key}`,
    filingId: amount.filing_id,
    documentId: amount.document_id,
    field: 'factor',
    label: `${amount.item}${label}`,
    text: raw,
    printed: value,
    places,
    // 3.45% is the rate that was agreed on.
    exact:
      role === 'rate' || (role === 'count' ? isExactByNature(unit, places) || unit === null : places === 0),
    unit,
    source: place(amount.source, key),
    ...readingOf(amount, key),
  };
}

const POINTS: Readonly<Record<IndicatorField, string>> = {
  weight: '分值',
  score: '得分',
  converted_score: '折算得分',
  deducted: '扣分',
  level1_weight: '',
  level2_weight: '',
  level1_score: '得分',
  level2_score: '得分',
};

export function fromIndicator(indicator: Indicator, field: IndicatorField): FactDraft | null {
  const printed = indicator[field];
  if (printed == null) return null;
  const text = String(printed);
  const named = field.startsWith('level1') ? 'level1' : field.startsWith('level2') ? 'level2' : null;
  const name = (named === null ? indicator.level3 : indicator[named]) ?? '';
  // Points of a level stand in its name or in a cell of their own, its score always in one.
  const level = field.endsWith('_weight') && indicator.source[field] === undefined ? named : null;
  return {
    key: () => `${indicatorKey(indicator)}|${field}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field,
    label: `${name}${POINTS[field]}`,
    text,
    printed,
    places: placesOf(text),
    exact: true,
    unit: null,
    source: place(indicator.source, level ?? field),
    ...readingOf(indicator, level ?? field),
  };
}

/** What others gave the row, by its index among them. */
export function fromOtherScore(indicator: Indicator, index: number): FactDraft | null {
  const given = indicator.other_scores?.[index];
  if (given === undefined) return null;
  const text = String(given.value);
  const field = `other_score${index}`;
  return {
    key: () => `${indicatorKey(indicator)}|${given.label}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field: 'other_score',
    label: `${indicator.level3 ?? ''}${given.label}`,
    text,
    printed: given.value,
    places: placesOf(text),
    exact: true,
    unit: null,
    source: place(indicator.source, field),
    ...readingOf(indicator, field),
  };
}

/** What the row of totals prints below another column of points, by its index. */
export function fromOtherTotal(filing: Filing, index: number): FactDraft | null {
  const printed = filing.other_totals?.[index];
  if (printed === undefined) return null;
  const text = String(printed.value);
  const isRate = printed.of === 'score_rate';
  const field = `other_total${index}`;
  return {
    key: () => `${printed.of}|${printed.label}`,
    filingId: filing.filing_id,
    documentId: filing.document_id,
    field: 'other_total',
    label: `合计（${printed.label}）`,
    text,
    printed: printed.value,
    places: placesOf(text),
    exact: !isRate,
    unit: isRate ? '%' : null,
    source: place(filing.source, field),
    ...readingOf(filing, field),
  };
}

export function fromQuantity(
  indicator: Indicator,
  field: QuantityField,
  quantity: Quantity | null,
): FactDraft | null {
  if (quantity === null || quantity.value === null || quantity.kind !== 'number') return null;
  const places = placesOf(quantity.raw);
  const unit = quantity.unit ?? unitInName(indicator.level3 ?? '');
  return {
    key: () => `${indicatorKey(indicator)}|${field}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field,
    label: indicator.level3 === '' || indicator.level3 === null ? (indicator.level2 ?? '') : indicator.level3,
    text: quantity.raw,
    printed: quantity.value,
    places,
    exact: isExactByNature(unit, places),
    unit,
    source: place(indicator.source, field),
    ...readingOf(indicator, field),
  };
}

/** A printed 得分率 or 完成率. */
export function fromRate(indicator: Indicator, field: RateField): FactDraft | null {
  const printed = indicator[field];
  if (printed === undefined) return null;
  const raw = indicator[`${field}_raw`] ?? `${printed}%`;
  // 0.9 of one may be anything from 85% to 95%: too rough to be held against figures.
  if (!/[%％]/.test(raw) && Number(raw) !== printed) return null;
  return {
    key: () => `${indicatorKey(indicator)}|${field}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field,
    label: `${indicator.level3 ?? indicator.level2 ?? ''}${field === 'score_rate' ? '得分率' : '完成率'}`,
    text: raw,
    printed,
    places: placesOf(raw),
    exact: false,
    unit: '%',
    source: place(indicator.source, field),
    ...readingOf(indicator, field),
  };
}

const FILING_LABELS: Readonly<Record<FilingField, string>> = {
  execution_weight: '预算执行率分值',
  execution_score: '预算执行率得分',
  execution_rate: '预算执行率',
  total_weight: '总分（分值）',
  total_score: '总分（得分）',
};

export function fromFiling(filing: Filing, field: FilingField): FactDraft | null {
  const printed = filing[field];
  if (printed === null) return null;
  const places = placesOf(String(printed));
  return {
    key: () => field,
    filingId: filing.filing_id,
    documentId: filing.document_id,
    field,
    label: FILING_LABELS[field],
    text: String(printed),
    printed,
    places,
    exact: field !== 'execution_rate',
    unit: field === 'execution_rate' ? '%' : null,
    source: place(filing.source, field),
    ...readingOf(filing, field),
  };
}

/** The cell of a field; the record's first cell where the field has none of its own. */
export function place(source: Record<string, Location>, field: string): Location {
  if (Object.hasOwn(source, field)) return source[field] as Location;
  return Object.values(source)[0] as Location;
}

/** How surely the cell of a field was read, and whether another reading of it is open; of records whose cells say nothing, how surely the record was. */
function readingOf(
  { confidence, confidences, doubts, source }: Filing | Amount | Indicator,
  field: string,
): Pick<Fact, 'confidence' | 'unsettled'> {
  const own = confidences === undefined || !Object.hasOwn(source, field) ? confidence : confidences[field];
  const doubt = doubts?.[field];
  const isOpen = doubt !== undefined && doubt.settled === undefined && doubt.alternatives.length > 0;
  return { confidence: own ?? 1, ...(isOpen ? { unsettled: true } : {}) };
}
