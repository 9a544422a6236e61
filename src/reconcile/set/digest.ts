import type { Amount, Filing, Indicator, Location, Quantity } from '../../../schemas/index.ts';
import type { Records } from '../index.ts';
import { filingKey, normalised } from '../keys.ts';
import { type Family, familyOfForm, organisationKey, projectKey } from './names.ts';
import { type Packed, packPlace } from './place.ts';

/** A printed figure with its place: all that a comparison between documents needs. */
export interface SetFigure {
  value: number;
  raw: string;
  unit: string | null;
  place: Packed;
}

export interface SetAmount extends SetFigure {
  /** Section, item, its parent, fund and code: the same in another form of the kind. */
  key: string;
  item: string;
  section: Amount['section'];
  measure: Amount['measure'];
  year: number | null;
  fund: string | null;
  /** A 合计 of its table or block, or the top of one. */
  isTop: boolean;
  project: string | null;
}

/** A target or an actual value; `value` null for words. */
export interface SetValue {
  raw: string;
  op: Quantity['op'];
  value: number | null;
  unit: string | null;
  place: Packed;
}

export interface SetIndicator {
  /** 二级指标 and 三级指标. */
  key: string;
  name: string;
  section: Indicator['section'];
  target: SetValue | null;
  actual: SetValue | null;
  priors: readonly (SetValue & { year: number | null })[];
  weight: number | null;
  weightPlace: Packed;
}

/** What rules over many documents know of a filing: its identity and its figures. Plain data: it may come from another process. */
export interface FilingDigest {
  filingId: string;
  documentId: string;
  ordinal: number;
  /** Kind of form, organisation, year, project. */
  key: string;
  formType: Filing['form_type'];
  family: Family;
  title: string | null;
  organisation: string;
  organisationName: string | null;
  organisationCode: string | null;
  supervisor: string;
  year: number | null;
  project: string;
  projectName: string | null;
  projectCode: string | null;
  /** Where the organisation, the project and the title stand. */
  places: { organisation: Packed; project: Packed; title: Packed };
  /** Names of the document's sheets, which places tell by number. */
  sheets: readonly string[];
  /** How the place of its cells is told: sheets before tables before pages where two extractions disagree. */
  medium: 'sheet' | 'table' | 'page';
  confidence: number;
  amounts: readonly SetAmount[];
  indicators: readonly SetIndicator[];
}

/** The filings of one document, or of several, as rules over many compare them. */
export function digestOf({ filings, amounts, indicators }: Records): FilingDigest[] {
  const sheets: string[] = [];
  const pack = (at: Location): Packed => packPlace(at, sheets);
  const at = (source: Record<string, Location>, field: string): Packed => {
    const own = Object.hasOwn(source, field) ? source[field] : undefined;
    return pack(own ?? (Object.values(source)[0] as Location));
  };
  const printed = (row: Indicator, field: 'target' | 'actual'): SetValue | null => {
    const quantity = row[field];
    if (quantity === null || quantity.kind === 'blank') return null;
    return told(quantity, at(row.source, field));
  };
  const told = ({ raw, op, kind, value, unit }: Quantity, place: Packed): SetValue => ({
    raw,
    op,
    value: kind === 'number' ? value : null,
    unit,
    place,
  });
  const indicatorOf = (row: Indicator): SetIndicator => ({
    key: `${normalised(row.level2)}|${normalised(row.level3)}`,
    name: row.level3 ?? row.level2 ?? '',
    section: row.section,
    target: printed(row, 'target'),
    actual: printed(row, 'actual'),
    priors: row.prior
      .filter(({ kind }) => kind !== 'blank')
      .map((prior) => ({ ...told(prior, at(row.source, `prior${prior.year ?? ''}`)), year: prior.year })),
    weight: row.weight,
    weightPlace: row.weight === null ? '' : at(row.source, 'weight'),
  });
  const amountOf = (amount: Amount): SetAmount => ({
    value: amount.value!,
    raw: amount.raw === '' ? String(amount.value) : amount.raw,
    unit: amount.unit,
    place: at(amount.source, 'value'),
    key: keyOfAmount(amount),
    item: amount.item,
    section: amount.section,
    measure: amount.measure,
    year: amount.year,
    fund: amount.fund,
    isTop: amount.role === 'total' || amount.parent_id === null,
    project: amount.project,
  });
  const ofAmounts = Map.groupBy(amounts, ({ filing_id }) => filing_id);
  const ofIndicators = Map.groupBy(indicators, ({ filing_id }) => filing_id);
  return filings.map((filing) => ({
    filingId: filing.filing_id,
    documentId: filing.document_id,
    ordinal: filing.ordinal,
    key: filingKey(filing),
    formType: filing.form_type,
    family: familyOfForm(filing.form_type),
    title: filing.title,
    organisation: organisationKey(filing.organisation),
    organisationName: filing.organisation,
    organisationCode: filing.organisation_code,
    supervisor: organisationKey(filing.supervisor),
    year: filing.year,
    project: projectKey(filing.project),
    projectName: filing.project,
    projectCode: filing.project_code,
    sheets,
    places: {
      organisation: at(filing.source, 'organisation'),
      project: at(filing.source, 'project'),
      title: at(filing.source, 'title'),
    },
    medium: mediumOf(filing),
    confidence: filing.confidence,
    amounts: (ofAmounts.get(filing.filing_id) ?? []).filter(({ value }) => value !== null).map(amountOf),
    indicators: (ofIndicators.get(filing.filing_id) ?? []).map(indicatorOf),
  }));
}

function keyOfAmount({ section, item, parent, fund, code }: Amount): string {
  return [section, item, parent, fund, code].map((part) => normalised(part)).join('|');
}

function mediumOf({ source }: Filing): FilingDigest['medium'] {
  const at = Object.values(source)[0] as Location;
  if (at.sheet !== null) return 'sheet';
  return at.page !== null ? 'page' : 'table';
}

/** Keeps each text once: an archive has few different units, names and codes. */
export function textKeeper(): (filing: FilingDigest) => FilingDigest {
  const texts = new Map<string, string>();
  const once = <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const kept = texts.get(text);
    if (kept !== undefined) return kept as T;
    texts.set(text, text);
    return text;
  };
  const value = <T extends SetValue>(of: T): T => ({ ...of, raw: once(of.raw), unit: once(of.unit) });
  return (filing) => ({
    ...filing,
    key: once(filing.key),
    title: once(filing.title),
    organisation: once(filing.organisation),
    organisationName: once(filing.organisationName),
    organisationCode: once(filing.organisationCode),
    supervisor: once(filing.supervisor),
    project: once(filing.project),
    projectName: once(filing.projectName),
    projectCode: once(filing.projectCode),
    sheets: filing.sheets.map(once),
    amounts: filing.amounts.map((amount) => ({
      ...amount,
      raw: once(amount.raw),
      unit: once(amount.unit),
      key: once(amount.key),
      item: once(amount.item),
      fund: once(amount.fund),
      project: once(amount.project),
    })),
    indicators: filing.indicators.map((indicator) => ({
      ...indicator,
      key: once(indicator.key),
      name: once(indicator.name),
      target: indicator.target && value(indicator.target),
      actual: indicator.actual && value(indicator.actual),
      priors: indicator.priors.map(value),
    })),
  });
}
