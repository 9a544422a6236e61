import type { Amount, Examination, Finding, Indicator, Quantity } from '../../schemas/index.ts';
import type {
  ExpectedAmount,
  ExpectedFinding,
  ExpectedForm,
  ExpectedIndicator,
  ExpectedQuantity,
  Truth,
} from './expected.ts';

/** What differs between the records of a filing and those that it was made from, as sentences; none where all is right. */
export function compareRecords(truth: Truth, { filings, indicators, amounts }: Examination): string[] {
  const ordered = [...filings].sort((a, b) => a.ordinal - b.ordinal);
  const differences: string[] = [];
  if (ordered.length !== truth.forms.length) {
    const types = ordered.map(({ form_type, title }) => `${form_type} “${title}”`);
    differences.push(`${truth.forms.length} forms came as ${ordered.length}: ${types.join(', ')}`);
  }
  truth.forms.forEach((form, i) => {
    const filing = ordered[i];
    if (!filing) return;
    const say = (text: string) => differences.push(`form ${i}: ${text}`);
    for (const field of metaFields) {
      const wanted = form[field];
      if (wanted === undefined) continue;
      if (!same(wanted, filing[field])) say(`${field} ${show(wanted)} came as ${show(filing[field])}`);
    }
    const mine = <T extends { filing_id: string; ordinal: number }>(list: readonly T[]) =>
      list.filter((one) => one.filing_id === filing.filing_id).sort((a, b) => a.ordinal - b.ordinal);
    compareIndicators(form, mine(indicators), say);
    compareAmounts(form, mine(amounts), say);
  });
  return differences;
}

const metaFields = [
  'form_type',
  'title',
  'organisation',
  'year',
  'project',
  'project_code',
  'filed_on',
  'money_unit',
  'execution_weight',
  'total_score',
] as const satisfies readonly (keyof ExpectedForm)[];

const textFields = [
  'level1',
  'level2',
  'level3',
  'goal',
  'basis',
  'category',
  'scoring_rule',
  'evidence',
  'deviation',
  'description',
] as const;
const numberFields = ['weight', 'score', 'level1_weight', 'level2_weight'] as const;

function compareIndicators(
  form: ExpectedForm,
  found: readonly Indicator[],
  say: (text: string) => void,
): void {
  if (found.length !== form.indicators.length)
    say(`${form.indicators.length} indicators came as ${found.length}`);
  const sections = [...new Set(form.indicators.map(({ section }) => section))];
  const inOrder = sections.flatMap((section) => found.filter((one) => one.section === section));
  for (const [i, wanted] of form.indicators.entries()) {
    const got = inOrder[i];
    const name = `indicator ${i} “${wanted.level3}”`;
    if (!got) {
      say(`${name} is missing`);
      continue;
    }
    for (const field of ['section', ...textFields, ...numberFields] as const) {
      const value = wanted[field as keyof ExpectedIndicator];
      if (value !== undefined && !same(value, got[field]))
        say(`${name} ${field}: ${show(value)} came as ${show(got[field])}`);
    }
    for (const field of ['target', 'actual'] as const) {
      const value = wanted[field];
      const wrong = value && quantityDifference(value, got[field]);
      if (wrong) say(`${name} ${field}: ${wrong}`);
    }
    for (const value of wanted.prior ?? []) {
      const wrong = quantityDifference(value, got.prior.find(({ year }) => year === value.year) ?? null);
      if (wrong) say(`${name} prior ${value.year}: ${wrong}`);
    }
  }
}

function quantityDifference(wanted: ExpectedQuantity, got: Quantity | null): string | null {
  if (wanted.kind === 'blank' && (got === null || got.kind === 'blank')) return null;
  const fields = ['raw', 'kind', 'op', 'value', 'upper', 'unit'] as const;
  const wrong = fields.filter((field) => !same(wanted[field], got?.[field] ?? null));
  return wrong.length === 0
    ? null
    : `${wrong.map((field) => `${field} ${show(wanted[field])} came as ${show(got?.[field])}`).join(', ')}`;
}

/** Measures that a form prints as ratios or movements; they are not among the expected amounts. */
const derived = new Set<Amount['measure']>(['rate', 'adjustment', 'balance']);

function compareAmounts(form: ExpectedForm, found: readonly Amount[], say: (text: string) => void): void {
  const byValue = form.amounts_by_value_only === true;
  const rest = found.filter((one) => byValue || !derived.has(one.measure));
  for (const wanted of form.amounts) {
    const at = rest.findIndex((one) => (byValue ? one.value === wanted.value : sameAmount(wanted, one)));
    if (at >= 0) {
      rest.splice(at, 1);
      continue;
    }
    const near =
      rest.find((one) => same(one.item, wanted.item) && one.measure === wanted.measure) ??
      rest.find((one) => same(one.item, wanted.item));
    say(`amount ${showAmount(wanted)} is missing${near ? `; there is ${showAmount(near)}` : ''}`);
  }
  if (!byValue) for (const extra of rest) say(`amount ${showAmount(extra)} was not printed`);
}

const amountFields = [
  'section',
  'item',
  'measure',
  'value',
  'unit',
  'year',
  'share',
  'project',
  'fund',
  'code',
  'parent',
] as const;

const sameAmount = (wanted: ExpectedAmount, got: Amount): boolean =>
  amountFields.every((field) => wanted[field] === undefined || same(wanted[field], got[field]));

const showAmount = (one: ExpectedAmount | Amount): string =>
  amountFields
    .map((field) => one[field])
    .filter((value) => value !== undefined && value !== null)
    .join('/');

/** What differs between the findings and those that were planted: every planted one found, none else above `info`. */
export function compareFindings(truth: Truth, { findings, filings }: Examination): string[] {
  const ordered = [...filings].sort((a, b) => a.ordinal - b.ordinal);
  const rest = findings.filter(({ severity }) => severity !== 'info');
  const differences: string[] = [];
  for (const wanted of truth.findings) {
    const filing = wanted.form === null ? null : (ordered[wanted.form]?.filing_id ?? null);
    const at = rest.findIndex((one) => fits(wanted, one, filing));
    if (at >= 0) rest.splice(at, 1);
    else differences.push(`finding missed: ${wanted.kind} ${wanted.level} “${wanted.what}”`);
  }
  for (const extra of rest)
    differences.push(`finding not planted: ${extra.rule} ${extra.severity} “${extra.message.en}”`);
  return differences;
}

function fits(wanted: ExpectedFinding, got: Finding, filing: string | null): boolean {
  if (got.kind !== wanted.kind || got.severity !== wanted.level) return false;
  if (filing !== null && got.filing_id !== filing) return false;
  const numbers = new Set([got.expected, got.actual, ...got.evidence.map(({ value }) => value)]);
  return wanted.numbers.filter((number) => numbers.has(number)).length >= wanted.numbers.length / 2;
}

function same(wanted: unknown, got: unknown): boolean {
  if (typeof wanted === 'string') return typeof got === 'string' && folded(wanted) === folded(got);
  return (wanted ?? null) === (got ?? null);
}

/** Widths of signs and white space do not count: they differ between the ways a text is printed. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”]/g, '"')
    .replace(/^-+$|^—+$/, '');

const show = (value: unknown) => JSON.stringify(value ?? null);
