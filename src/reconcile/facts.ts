import type { Amount, Filing, Indicator, Location, Quantity, TextRecord } from '../../schemas/index.ts';
import { addToColumn, type Column, columnId, precision, SHARES, tableId } from './columns.ts';
import { type Exact, exact, halfUnit, placesOf, unitInLastPlace } from './exact.ts';
import type { Fact } from './fact.ts';
import { amountKey, indicatorKey } from './keys.ts';
import { fromFigure } from './narrative/text-fact.ts';
import { exactPlaces, unitSize } from './units.ts';

export type IndicatorField = 'weight' | 'score' | 'converted_score' | 'level1_weight' | 'level2_weight';
export type QuantityField = 'target' | 'actual';
export type FilingField =
  | 'execution_weight'
  | 'execution_score'
  | 'execution_rate'
  | 'total_weight'
  | 'total_score';

/** Every number of a document as a fact, made when an edit first asks for it. */
export interface FactBook {
  readonly all: readonly Fact[];
  /** The figure of an amount; null where its cell is blank or no number. */
  amount(amount: Amount): Fact | null;
  /** Its printed 占比, in per cent. */
  share(amount: Amount): Fact | null;
  indicator(indicator: Indicator, field: IndicatorField): Fact | null;
  /** Target or actual value where it is a number, or the lower end of a range. */
  quantity(indicator: Indicator, field: QuantityField): Fact | null;
  filing(filing: Filing, field: FilingField): Fact | null;
  /** A figure of a text, by its index; null where it is a range or only about right. */
  figure(text: TextRecord, index: number): Fact | null;
  /** The place of a figure that is not filled in; it takes part in no edit. */
  blank(filing: Filing, field: FilingField): Fact;
}

export type FactDraft = Omit<Fact, 'index' | 'value' | 'step' | 'factor' | 'column' | 'table' | 'half'> & {
  exact: boolean;
};

/** Collects facts of one document; precision of columns is taken from the amounts given. */
export function factBook(amounts: readonly Amount[]): FactBook {
  const all: Fact[] = [];
  const made = new Map<string, Map<object, Fact | null>>();
  const columns = precisionOfColumns(amounts);
  const seen = new Map<string, number>();

  const make = (field: string, record: object, draft: () => FactDraft | null): Fact | null => {
    let kept = made.get(field);
    if (kept === undefined) {
      kept = new Map();
      made.set(field, kept);
    }
    const known = kept.get(record);
    if (known !== undefined) return known;
    const given = draft();
    const fact = given === null ? null : toFact(given, all.length, seen);
    if (fact !== null) all.push(fact);
    kept.set(record, fact);
    return fact;
  };

  return {
    all,
    amount: (amount) => make('value', amount, () => fromAmount(amount, columns)),
    share: (amount) => make('share', amount, () => fromShare(amount, columns)),
    indicator: (indicator, field) => make(field, indicator, () => fromIndicator(indicator, field)),
    quantity: (indicator, field) =>
      make(field, indicator, () => fromQuantity(indicator, field, indicator[field])),
    filing: (filing, field) => make(field, filing, () => fromFiling(filing, field)),
    figure: (text, index) => make(`figure ${index}`, text, () => fromFigure(text, index)),
    blank: (filing, field) => {
      const zero = fromFiling({ ...filing, [field]: 0 }, field)!;
      return { ...toFact(zero, -1, new Map()), text: '' };
    },
  };
}

function precisionOfColumns(amounts: readonly Amount[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const amount of amounts) {
    if (amount.value !== null) addToColumn(columns, amountColumn(amount), amount.raw);
    if (amount.share !== null)
      addToColumn(columns, shareColumn(amount), amount.share_raw ?? String(amount.share));
  }
  return columns;
}

const place = (source: Record<string, Location>, field: string): Location =>
  (Object.hasOwn(source, field) ? source[field] : undefined) ?? (Object.values(source)[0] as Location);
const amountColumn = (amount: Amount): string => {
  const section = `${amount.filing_id}|${amount.section}|${amount.unit ?? ''}|`;
  return section + columnId(place(amount.source, 'value'));
};
const shareColumn = (amount: Amount): string =>
  `${amount.filing_id}|%|${columnId(place(amount.source, 'share'))}`;

function fromAmount(amount: Amount, columns: ReadonlyMap<string, Column>): FactDraft | null {
  if (amount.value === null) return null;
  const column = columns.get(amountColumn(amount));
  const places = precision(column, amount.raw, amount.value === 0);
  return {
    key: amountKey(amount),
    filingId: amount.filing_id,
    documentId: amount.document_id,
    field: 'value',
    label: amountLabel(amount),
    text: amount.raw === '' ? String(amount.value) : amount.raw,
    printed: amount.value,
    places,
    exact: isExactByNature(amount.unit, places),
    unit: amount.unit,
    source: place(amount.source, 'value'),
    confidence: amount.confidence,
  };
}

function isExactByNature(unit: string | null, places: number): boolean {
  const least = exactPlaces(unit);
  return least !== null && places >= least;
}

/** 财政拨款（2024年）; the header of the column where the year does not tell columns apart. */
function amountLabel(amount: Amount): string {
  const qualifiers = [amount.fund, amount.year === null ? null : `${amount.year}年`].filter(
    (part) => part !== null,
  );
  return qualifiers.length === 0 ? amount.item : `${amount.item}（${qualifiers.join('，')}）`;
}

function fromShare(amount: Amount, columns: ReadonlyMap<string, Column>): FactDraft | null {
  if (amount.share === null) return null;
  const raw = amount.share_raw ?? String(amount.share);
  const column = columns.get(shareColumn(amount));
  return {
    key: `${amountKey(amount)}|share`,
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
    confidence: amount.confidence,
  };
}

const POINTS: Readonly<Record<IndicatorField, string>> = {
  weight: '分值',
  score: '得分',
  converted_score: '折算得分',
  level1_weight: '',
  level2_weight: '',
};

function fromIndicator(indicator: Indicator, field: IndicatorField): FactDraft | null {
  const printed = indicator[field];
  if (printed === null) return null;
  const level = field === 'level1_weight' ? 'level1' : field === 'level2_weight' ? 'level2' : null;
  const name = (level === null ? indicator.level3 : indicator[level]) ?? '';
  return {
    key: `${indicatorKey(indicator)}|${field}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field,
    label: `${name}${POINTS[field]}`,
    text: String(printed),
    printed,
    places: placesOf(String(printed)),
    exact: true,
    unit: null,
    source: place(indicator.source, level ?? field),
    confidence: indicator.confidence,
  };
}

function fromQuantity(
  indicator: Indicator,
  field: QuantityField,
  quantity: Quantity | null,
): FactDraft | null {
  if (quantity === null || quantity.value === null || quantity.kind !== 'number') return null;
  return {
    key: `${indicatorKey(indicator)}|${field}`,
    filingId: indicator.filing_id,
    documentId: indicator.document_id,
    field,
    label: indicator.level3 === '' || indicator.level3 === null ? (indicator.level2 ?? '') : indicator.level3,
    text: quantity.raw,
    printed: quantity.value,
    places: placesOf(quantity.raw),
    exact: isExactByNature(quantity.unit, placesOf(quantity.raw)),
    unit: quantity.unit,
    source: place(indicator.source, field),
    confidence: indicator.confidence,
  };
}

const FILING_LABELS: Readonly<Record<FilingField, string>> = {
  execution_weight: '预算执行率分值',
  execution_score: '预算执行率得分',
  execution_rate: '预算执行率',
  total_weight: '总分（分值）',
  total_score: '总分（得分）',
};

function fromFiling(filing: Filing, field: FilingField): FactDraft | null {
  const printed = filing[field];
  if (printed === null) return null;
  const places = placesOf(String(printed));
  return {
    key: field,
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
    confidence: filing.confidence,
  };
}

function toFact(draft: FactDraft, index: number, seen: Map<string, number>): Fact {
  const { exact: isExact, ...rest } = draft;
  const identity = `${draft.filingId ?? ''}|${draft.key}`;
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  const value: Exact = exact(draft.printed);
  return {
    ...rest,
    index,
    key: count === 1 ? draft.key : `${draft.key}#${count}`,
    value,
    half: isExact || draft.places < 0 ? 0n : halfUnit(draft.places),
    step: unitInLastPlace(draft.places),
    factor: draft.unit === '%' ? 1n : unitSize(draft.unit),
    column: columnId(draft.source),
    table: `${draft.filingId ?? ''}|${tableId(draft.source)}`,
  };
}
