import type { Amount, Indicator, Location } from '../../../schemas/index.ts';
import { fromFigure } from '../narrative/text-fact.ts';
import { entry } from '../remembered.ts';
import { addToColumn, type Column, columnId, tableId } from './columns.ts';
import { type Exact, exact, halfUnit, unitInLastPlace } from './exact.ts';
import { type Fact, revised } from './fact.ts';
import type { FactBook, QuantityField } from './fact-book.ts';
import {
  type FactDraft,
  fromAmount,
  fromFactor,
  fromFiling,
  fromIndicator,
  fromOtherScore,
  fromOtherTotal,
  fromQuantity,
  fromRate,
  fromShare,
  place,
} from './fact-drafts.ts';
import { unitSize } from './units.ts';

/** Collects facts of one document; precision of columns is taken from the amounts given. */
export function factBook(amounts: readonly Amount[]): FactBook {
  const all: Fact[] = [];
  const entries = entriesOf(amounts);
  const make = factMaker();
  const add = (draft: FactDraft | null): Fact | null => {
    if (draft === null) return null;
    const fact = make(draft, all.length);
    all.push(fact);
    return fact;
  };

  /** Facts of records by their field or by the index of one of several figures, each made once. */
  function each<R extends object, K>(draft: (record: R, of: K) => FactDraft | null) {
    const made = new Map<K, Map<R, Fact | null>>();
    return (record: R, of: K): Fact | null => {
      const facts = entry(made, of, () => new Map<R, Fact | null>());
      const known = facts.get(record);
      if (known !== undefined) return known;
      const fact = add(draft(record, of));
      facts.set(record, fact);
      return fact;
    };
  }

  const ofIndicator = each(fromIndicator);
  const ofRate = each(fromRate);
  const ofFiling = each(fromFiling);
  return {
    all,
    amount: (amount) => {
      if (amount.value === null) return null;
      const of = entry(entries, amount, (): Entry => ({}));
      if (of.fact === undefined) of.fact = add(fromAmount(amount, of.column));
      return of.fact;
    },
    share: (amount) => {
      if (amount.share === null) return null;
      const of = entry(entries, amount, (): Entry => ({}));
      if (of.shareFact === undefined) of.shareFact = add(fromShare(amount, of.shareColumn));
      return of.shareFact;
    },
    factor: each(fromFactor),
    indicator: (indicator, field) => (indicator[field] == null ? null : ofIndicator(indicator, field)),
    otherScore: each(fromOtherScore),
    otherTotal: each(fromOtherTotal),
    rate: (indicator, field) => (indicator[field] === undefined ? null : ofRate(indicator, field)),
    quantity: each((indicator: Indicator, field: QuantityField) =>
      fromQuantity(indicator, field, indicator[field]),
    ),
    filing: (filing, field) => (filing[field] === null ? null : ofFiling(filing, field)),
    figure: each(fromFigure),
    blank: (filing, field) => {
      const zero = fromFiling({ ...filing, [field]: 0 }, field)!;
      return revised(factMaker()(zero, -1), { text: '' });
    },
  };
}

/** What is known of an amount: the columns that its figure and share stand in, and their facts once they are asked for. */
interface Entry {
  column?: Column | undefined;
  shareColumn?: Column | undefined;
  fact?: Fact | null | undefined;
  shareFact?: Fact | null | undefined;
}

function entriesOf(amounts: readonly Amount[]): Map<Amount, Entry> {
  const ofFilings = new Map<string, Columns>();
  const entries = new Map<Amount, Entry>();
  let filingId: string | null = null;
  let columns = columnsOfFiling();
  for (const amount of amounts) {
    if (amount.filing_id !== filingId) {
      filingId = amount.filing_id;
      columns = entry(ofFilings, filingId, columnsOfFiling);
    }
    const { raw, section, share, share_raw, source, unit, value } = amount;
    const of: Entry = { column: undefined, shareColumn: undefined, fact: undefined, shareFact: undefined };
    if (value !== null) {
      const ofUnits = entry(columns.values, section, () => new Map<string | null, Map<string, Column>>());
      const alike = entry(ofUnits, unit, () => new Map<string, Column>());
      of.column = addToColumn(alike, columnId(place(source, 'value')), raw);
    }
    if (share !== null)
      of.shareColumn = addToColumn(
        columns.shares,
        columnId(place(source, 'share')),
        share_raw ?? String(share),
      );
    entries.set(amount, of);
  }
  return entries;
}

/** The columns of a filing by what their figures are, in maps of maps: a key put together of strings is made anew for each figure. */
interface Columns {
  values: Map<string, Map<string | null, Map<string, Column>>>;
  shares: Map<string, Column>;
}

const columnsOfFiling = (): Columns => ({ values: new Map(), shares: new Map() });

/** Finishes drafts; figures that say the same of one form are told apart by their number. */
function factMaker(): (draft: FactDraft, index: number) => Fact {
  const filings = new Map<string | null, FilingFacts>();
  return (draft, index) => {
    const of = entry(filings, draft.filingId, factsOfFiling);
    const fact = new BookedFact(draft, index, of);
    of.facts.push(fact);
    return fact;
  };
}

/** The facts of one filing in the order in which they were asked for. */
interface FilingFacts {
  facts: BookedFact[];
  /** How many of them have their keys, and how often each key was given. */
  keyed: number;
  keys: Map<string, number>;
  /** One string for all figures of a table. */
  tables: Map<number | string, string>;
}

const factsOfFiling = (): FilingFacts => ({ facts: [], keyed: 0, keys: new Map(), tables: new Map() });

const HUNDRED_TIMES = 100n;

/** A class for the sake of its key: facts are many, and few of them are ever told. */
class BookedFact implements Fact {
  readonly index: number;
  readonly filingId: string | null;
  readonly documentId: string;
  readonly field: Fact['field'];
  readonly label: string;
  readonly text: string;
  readonly value: Exact;
  readonly printed: number;
  readonly places: number;
  readonly half: Exact;
  readonly step: Exact;
  readonly unit: string | null;
  readonly factor: bigint;
  readonly column: string;
  readonly table: string;
  readonly source: Location;
  readonly confidence: number;
  declare readonly head?: string;
  declare readonly formula?: string;
  declare readonly unsettled?: true;
  readonly #name: () => string;
  readonly #filing: FilingFacts;
  #key: string | null = null;

  constructor(draft: FactDraft, index: number, filing: FilingFacts) {
    const { filingId, source, unit } = draft;
    // 0.14 of one is 14 per cent, whatever the cell prints.
    const scale = draft.ofOne === true ? HUNDRED_TIMES : 1n;
    const places = draft.ofOne === true ? Math.max(0, draft.places - 2) : draft.places;
    this.index = index;
    this.filingId = filingId;
    this.documentId = draft.documentId;
    this.field = draft.field;
    this.label = draft.label;
    this.text = draft.text;
    this.value = exact(draft.printed) * scale;
    this.printed = draft.printed;
    this.places = places;
    this.half = draft.exact || draft.places < 0 ? 0n : halfUnit(draft.places) * scale;
    this.step = unitInLastPlace(draft.places) * scale;
    this.unit = unit;
    this.factor = unit === '%' ? 1n : unitSize(unit);
    this.column = columnId(source);
    this.table = entry(
      filing.tables,
      source.grid ?? `b${source.block}`,
      () => `${filingId ?? ''}|${tableId(source)}`,
    );
    this.source = source;
    this.confidence = draft.confidence;
    if (draft.head !== undefined) this.head = draft.head;
    if (draft.formula !== undefined) this.formula = draft.formula;
    if (draft.unsettled !== undefined) this.unsettled = draft.unsettled;
    this.#name = draft.key;
    this.#filing = filing;
  }

  /** Numbered in the order of asking for facts, whenever keys are asked for. */
  get key(): string {
    const { facts, keys } = this.#filing;
    while (this.#key === null && this.#filing.keyed < facts.length) {
      const next = facts[this.#filing.keyed++]!;
      const key = next.#name();
      const count = (keys.get(key) ?? 0) + 1;
      keys.set(key, count);
      next.#key = count === 1 ? key : `${key}#${count}`;
    }
    return this.#key ?? '';
  }
}
