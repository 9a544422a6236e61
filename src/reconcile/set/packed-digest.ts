import type { Amount, Filing, Indicator, Location, Quantity } from '../../../schemas/index.ts';
import { filingsInQuestion } from '../in-question.ts';
import { filingKey, normalised } from '../keys.ts';
import type { Records } from '../records.ts';
import type { FilingDigest, SetAmount, SetIndicator, SetValue } from './digest.ts';
import { familyOfForm, isOwnLevel, organisationKey, projectKey, saysAdjusted } from './names.ts';
import { type Packed, packPlace } from './place.ts';
import type { Report } from './statement.ts';
import { type PackedReport, reportReader, reportsIn } from './statements.ts';

/** Of an earlier year also the year. */
type ValueRow = [
  raw: string,
  op: SetValue['op'],
  value: number | null,
  unit: string | null,
  place: Packed,
  year?: number | null,
];

type AmountRow = [
  value: number,
  raw: string,
  unit: string | null,
  place: Packed,
  key: string,
  item: string,
  section: SetAmount['section'],
  measure: SetAmount['measure'],
  year: number | null,
  fund: string | null,
  isTop: boolean,
  project: string | null,
  isBudget: boolean,
  balance: SetAmount['balance'],
];

type IndicatorRow = [
  key: string,
  name: string,
  section: SetIndicator['section'],
  target: ValueRow | null,
  actual: ValueRow | null,
  priors: ValueRow[],
  weight: number | null,
  weightPlace: Packed,
];

type PackedFiling = Omit<FilingDigest, 'sheets' | 'amounts' | 'indicators'> & {
  amounts: AmountRow[];
  indicators: IndicatorRow[];
};

/**
 * The filings of one document, or of several, as they come from another process: figures as rows without the names of
 * their fields, which are half of the bytes to write as JSON and to read back.
 */
export interface PackedDigest {
  /** Names of the sheets, which places tell by number. */
  sheets: string[];
  filings: PackedFiling[];
  /** What its prose states; absent where it states nothing. */
  reports?: PackedReport[];
}

/** The filings of one document, or of several, as rules over many compare them. */
export function digestOf(records: Records): PackedDigest {
  const { filings, amounts, indicators, texts } = records;
  const doubted = filingsInQuestion(records);
  const file = fileName(records.document?.path ?? '');
  const sheets: string[] = [];
  const rows = rowsWith(sheets);
  const ofAmounts = Map.groupBy(amounts, ({ filing_id }) => filing_id);
  const ofIndicators = Map.groupBy(indicators, ({ filing_id }) => filing_id);
  const packed = filings.map(
    (filing): PackedFiling => ({
      filingId: filing.filing_id,
      documentId: filing.document_id,
      ordinal: filing.ordinal,
      key: filingKey(filing),
      formType: filing.form_type,
      family: familyOfForm(filing, ofAmounts.get(filing.filing_id)),
      title: filing.title,
      organisation: organisationKey(filing.organisation),
      organisationName: filing.organisation,
      organisationCode: filing.organisation_code,
      isOwn: isOwnLevel(filing.organisation),
      supervisor: organisationKey(filing.supervisor),
      year: filing.year,
      project: projectKey(filing.project),
      projectName: filing.project,
      projectCode: filing.project_code,
      places: {
        organisation: rows.place(filing.source, 'organisation'),
        project: rows.place(filing.source, 'project'),
        title: rows.place(filing.source, 'title'),
      },
      medium: mediumOf(filing),
      confidence: filing.confidence,
      ...versionOf(filing, file),
      total:
        filing.total_score === null
          ? null
          : { value: filing.total_score, place: rows.place(filing.source, 'total_score') },
      isInQuestion: doubted.has(filing.filing_id),
      amounts: (ofAmounts.get(filing.filing_id) ?? []).filter(({ value }) => value !== null).map(rows.amount),
      indicators: (ofIndicators.get(filing.filing_id) ?? []).map(rows.indicator),
    }),
  );
  const reports = reportsIn(texts, sheets);
  return reports.length === 0 ? { sheets, filings: packed } : { sheets, filings: packed, reports };
}

/** Makes rows whose places tell sheets by number in the list given, which grows. */
function rowsWith(sheets: string[]) {
  const place = (source: Record<string, Location>, field: string): Packed => {
    const own = Object.hasOwn(source, field) ? source[field] : undefined;
    return packPlace(own ?? (Object.values(source)[0] as Location), sheets);
  };
  const value = ({ raw, op, kind, value, unit }: Quantity, at: Packed): ValueRow => [
    raw,
    op,
    kind === 'number' ? value : null,
    unit,
    at,
  ];
  const printed = (row: Indicator, field: 'target' | 'actual'): ValueRow | null => {
    const quantity = row[field];
    if (quantity === null || quantity.kind === 'blank') return null;
    return value(quantity, place(row.source, field));
  };
  const indicator = (row: Indicator): IndicatorRow => [
    `${normalised(row.level2)}|${normalised(row.level3)}`,
    row.level3 ?? row.level2 ?? '',
    row.section,
    printed(row, 'target'),
    printed(row, 'actual'),
    row.prior
      .filter(({ kind }) => kind !== 'blank')
      .map((prior): ValueRow => {
        const [raw, op, figure, unit, at] = value(prior, place(row.source, `prior${prior.year ?? ''}`));
        return [raw, op, figure, unit, at, prior.year];
      }),
    row.weight,
    row.weight === null ? '' : place(row.source, 'weight'),
  ];
  const amount = (row: Amount): AmountRow => [
    row.value!,
    row.raw === '' ? String(row.value) : row.raw,
    row.unit,
    place(row.source, 'value'),
    keyOfAmount(row),
    row.item,
    row.section,
    row.measure,
    row.year,
    row.fund,
    row.role === 'total' || row.parent_id === null,
    row.project,
    isBudgetHead(row.column_label),
    row.measure === 'balance' ? balanceIn(row.column_label) : null,
  ];
  return { place, indicator, amount };
}

const isBudgetHead = (head: string | null): boolean =>
  /预算/.test(head ?? '') && !/调整|执行|决算|完成|支出数|实际/.test(head ?? '');

/** The folders that a file lies in say nothing of its version. */
const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** 自评表（修订版）.docx, 自评表-旧.docx, 目标表（调整后）.docx. */
function versionOf(
  { title, form_type: type }: Filing,
  file: string,
): Pick<FilingDigest, 'revision' | 'isAdjusted'> {
  const anew = adjusted.test(file);
  const hasTargets = type === 'project_targets' || type === 'department_targets';
  const isAdjusted = saysAdjusted(title) || (anew && hasTargets);
  if (outdated.test(file)) return { revision: -1, isAdjusted };
  return { revision: revised.test(file) || (anew && !hasTargets) ? 1 : 0, isAdjusted };
}

// 旧城改造自评表.xlsx and 规划修订项目自评表.xlsx name what the form is of.
const outdated = /作废|[旧原][版稿]|初稿|修[订改]前|更正前|(?:废止|[（(_\-\s]旧)(?=[）)_\-\s.\d])/;
const revised = /修[订改正][版稿后]|(?:修订|更正|订正)(?=[）)_\-\s.\d])|最终|定稿|终稿/;
// 结构调整.xlsx is a project.
const adjusted = /(?:调整[后版稿]|[（(_-]调整)(?=[）)_\-\s.\d])/;

function balanceIn(head: string | null): SetAmount['balance'] {
  const text = normalised(head);
  if (/^(?:上年|年初)(?:财政拨款)?(?:结转|结余)/.test(text)) return 'opening';
  return /^(?:年末|年终)(?:财政拨款)?(?:结转|结余)|^结转下年/.test(text) ? 'closing' : null;
}

function keyOfAmount({ section, item, parent, fund, code }: Amount): string {
  return [section, item, parent, fund, code].map((part) => normalised(part)).join('|');
}

function mediumOf({ source }: Filing): FilingDigest['medium'] {
  const at = Object.values(source)[0] as Location;
  if (at.sheet !== null) return 'sheet';
  return at.page !== null ? 'page' : 'table';
}

/** Reads digests back, and keeps each text once: an archive has few different units, names and codes. */
export function digestReader(): (packed: PackedDigest) => { filings: FilingDigest[]; reports: Report[] } {
  const texts = new Map<string, string>();
  const once = <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const kept = texts.get(text);
    if (kept !== undefined) return kept as T;
    texts.set(text, text);
    return text;
  };
  const rows = rowsFrom(once);
  const report = reportReader(once);
  const filingOf = (filing: PackedFiling, sheets: readonly string[]): FilingDigest => ({
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
    sheets,
    amounts: filing.amounts.map(rows.amount),
    indicators: filing.indicators.map(rows.indicator),
  });
  return ({ sheets, filings, reports = [] }) => {
    const kept = sheets.map(once);
    return {
      filings: filings.map((filing) => filingOf(filing, kept)),
      reports: reports.map((each) => report(each, kept)),
    };
  };
}

function rowsFrom(once: <T extends string | null>(text: T) => T) {
  const value = ([raw, op, value, unit, place]: ValueRow): SetValue => ({
    raw: once(raw),
    op,
    value,
    unit: once(unit),
    place,
  });
  const indicator = (row: IndicatorRow): SetIndicator => {
    const [key, name, section, target, actual, priors, weight, weightPlace] = row;
    return {
      key: once(key),
      name: once(name),
      section,
      target: target && value(target),
      actual: actual && value(actual),
      priors: priors.map((prior) => ({ ...value(prior), year: prior[5] ?? null })),
      weight,
      weightPlace,
    };
  };
  const amount = (row: AmountRow): SetAmount => {
    const [
      value,
      raw,
      unit,
      place,
      key,
      item,
      section,
      measure,
      year,
      fund,
      isTop,
      project,
      isBudget,
      balance,
    ] = row;
    return {
      value,
      raw: once(raw),
      unit: once(unit),
      place,
      key: once(key),
      item: once(item),
      section,
      measure,
      year,
      fund: once(fund),
      isTop,
      project: once(project),
      isBudget,
      balance,
    };
  };
  return { indicator, amount };
}
