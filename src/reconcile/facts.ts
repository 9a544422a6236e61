import type { Amount, Filing, Indicator, TextRecord } from '../../schemas/index.ts';
import { addToColumn, type Column, columnId, tableId } from './columns.ts';
import { exact, halfUnit, unitInLastPlace } from './exact.ts';
import type { Fact } from './fact.ts';
import {
  type FactDraft,
  type FilingField,
  fromAmount,
  fromFiling,
  fromIndicator,
  fromQuantity,
  fromShare,
  type IndicatorField,
  place,
  type QuantityField,
} from './fact-drafts.ts';
import { fromFigure } from './narrative/text-fact.ts';
import { unitSize } from './units.ts';

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

/** Collects facts of one document; precision of columns is taken from the amounts given. */
export function factBook(amounts: readonly Amount[]): FactBook {
  const all: Fact[] = [];
  const columns = precisionOfColumns(amounts);
  const make = factMaker();

  /** Facts of one field by their records, each made once. */
  function once<R extends object>(draft: (record: R) => FactDraft | null): (record: R) => Fact | null {
    const made = new Map<R, Fact | null>();
    return (record) => {
      const known = made.get(record);
      if (known !== undefined) return known;
      const given = draft(record);
      const fact = given === null ? null : make(given, all.length);
      if (fact !== null) all.push(fact);
      made.set(record, fact);
      return fact;
    };
  }

  const ofIndicator = (field: IndicatorField) =>
    once((indicator: Indicator) => fromIndicator(indicator, field));
  const points: Record<IndicatorField, (indicator: Indicator) => Fact | null> = {
    weight: ofIndicator('weight'),
    score: ofIndicator('score'),
    converted_score: ofIndicator('converted_score'),
    level1_weight: ofIndicator('level1_weight'),
    level2_weight: ofIndicator('level2_weight'),
  };
  const targets = once((indicator: Indicator) => fromQuantity(indicator, 'target', indicator.target));
  const actuals = once((indicator: Indicator) => fromQuantity(indicator, 'actual', indicator.actual));
  const filings = new Map<FilingField, (filing: Filing) => Fact | null>();
  const figures = new Map<number, (text: TextRecord) => Fact | null>();

  return {
    all,
    amount: once((amount: Amount) => fromAmount(amount, columns.get(amount)?.value)),
    share: once((amount: Amount) => fromShare(amount, columns.get(amount)?.share)),
    indicator: (indicator, field) => (indicator[field] === null ? null : points[field](indicator)),
    quantity: (indicator, field) => (field === 'target' ? targets(indicator) : actuals(indicator)),
    filing: (filing, field) =>
      filing[field] === null
        ? null
        : entry(filings, field, () => once((of) => fromFiling(of, field)))(filing),
    figure: (text, index) => entry(figures, index, () => once((of) => fromFigure(of, index)))(text),
    blank: (filing, field) => {
      const zero = fromFiling({ ...filing, [field]: 0 }, field)!;
      return { ...factMaker()(zero, -1), text: '' };
    },
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The columns that an amount's figure and share stand in. */
interface Columns {
  value: Column | undefined;
  share: Column | undefined;
}

function precisionOfColumns(amounts: readonly Amount[]): ReadonlyMap<Amount, Columns> {
  const ofFilings = new Map<string, Map<string, Column>>();
  const ofAmounts = new Map<Amount, Columns>();
  for (const amount of amounts) {
    const columns = entry(ofFilings, amount.filing_id, () => new Map<string, Column>());
    const { share, share_raw, source, value } = amount;
    ofAmounts.set(amount, {
      value: value === null ? undefined : addToColumn(columns, amountColumn(amount), amount.raw),
      share:
        share === null
          ? undefined
          : addToColumn(columns, `%|${columnId(place(source, 'share'))}`, share_raw ?? String(share)),
    });
  }
  return ofAmounts;
}

const amountColumn = ({ section, source, unit }: Amount): string =>
  `${section}|${unit ?? ''}|${columnId(place(source, 'value'))}`;

/** Finishes drafts; figures that say the same of one form are told apart by their number. */
function factMaker(): (draft: FactDraft, index: number) => Fact {
  const seen = new Map<string | null, Map<string, number>>();
  return (draft, index) => {
    const { exact: isExact, filingId, key, places, source, unit } = draft;
    const keys = entry(seen, filingId, () => new Map<string, number>());
    const count = (keys.get(key) ?? 0) + 1;
    keys.set(key, count);
    return {
      key: count === 1 ? key : `${key}#${count}`,
      filingId,
      documentId: draft.documentId,
      field: draft.field,
      label: draft.label,
      text: draft.text,
      printed: draft.printed,
      places,
      unit,
      source,
      confidence: draft.confidence,
      ...(draft.formula === undefined ? {} : { formula: draft.formula }),
      index,
      value: exact(draft.printed),
      half: isExact || places < 0 ? 0n : halfUnit(places),
      step: unitInLastPlace(places),
      factor: unit === '%' ? 1n : unitSize(unit),
      column: columnId(source),
      table: `${filingId ?? ''}|${tableId(source)}`,
    };
  };
}
