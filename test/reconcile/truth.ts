import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Amount, Filing, Indicator } from '../../schemas/index.ts';
import type { Records } from '../../src/reconcile/records.ts';
import { at, DOCUMENT, filing } from './records.ts';

/** Acceptance filings stand beside the repository, where they are given. */
export const FOLDER = join(import.meta.dirname, '../../../shared/filings');
export const given = existsSync(FOLDER);

export interface TruthFinding {
  kind: string;
  what: string;
  numbers: number[];
  form: number | null;
  level: 'error' | 'warning' | 'info';
}

interface TruthForm {
  indicators: Partial<Indicator>[];
  amounts: Partial<Amount>[];
  form_type: Filing['form_type'];
  [field: string]: unknown;
}

export interface Truth {
  id: string;
  merge: boolean;
  forms: TruthForm[];
  findings: TruthFinding[];
}

export function truths(): Truth[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.truth.json'));
  return files.sort().map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Truth);
}

/** Records of a truth file; places are made up, one row after another. */
export function recordsOf(truth: Truth): Records {
  const records: Records = { filings: [], indicators: [], amounts: [], texts: [] };
  truth.forms.forEach((form, ordinal) => {
    const { indicators, amounts, ...meta } = form;
    const id = `f${ordinal}`;
    const known = meta as Partial<Filing>;
    const field = 'execution_weight' in form;
    records.filings.push(
      filing({
        ...known,
        filing_id: id,
        ordinal,
        has_execution_weight_field: field,
        source: { title: at(0, 0, ordinal) },
      }),
    );
    amounts.forEach((amount, i) => {
      records.amounts.push(amountOf(amount, id, ordinal, i));
    });
    indicators.forEach((indicator, i) => {
      records.indicators.push(indicatorOf(indicator, id, ordinal, i));
    });
  });
  link(records.amounts);
  return records;
}

function amountOf(amount: Partial<Amount>, filingId: string, grid: number, i: number): Amount {
  const value = amount.value ?? null;
  const share = amount.share ?? null;
  const column = amount.year === null ? 3 : 3 + ((amount.year ?? 0) % 5);
  const defaults = { code: null, fund: null, parent: null, parent_id: null, depth: 0, column_label: null };
  return {
    ...defaults,
    ...amount,
    amount_id: `${filingId}a${i}`,
    filing_id: filingId,
    document_id: DOCUMENT,
    ordinal: i,
    label: amount.item ?? '',
    role: /合计/.test(amount.item ?? '') ? 'total' : 'item',
    raw: value === null ? '' : String(value),
    base_value: null,
    share,
    share_raw: share === null ? null : `${share}%`,
    source: { value: at(i + 1, column, grid), share: at(i + 1, 9, grid) },
    confidence: 1,
  } as Amount;
}

/** Parts of funding totals, which the truth does not link. */
function link(amounts: Amount[]): void {
  let total: Amount | null = null;
  for (const amount of amounts) {
    if (amount.section !== 'funding') continue;
    if (/总额/.test(amount.item)) total = amount;
    const of = amounts.find(
      (other) =>
        other.filing_id === amount.filing_id && /总额/.test(other.item) && other.measure === amount.measure,
    );
    if (total !== null && of !== undefined && of !== amount) amount.parent_id = of.amount_id;
  }
}

function indicatorOf(indicator: Partial<Indicator>, filingId: string, grid: number, i: number): Indicator {
  const row = i + 40;
  const blank = {
    goal: null,
    level1: null,
    level2: null,
    level3: null,
    level1_weight: null,
    level2_weight: null,
  };
  const points = { weight: null, score: null, converted_score: null, target: null, actual: null };
  const source = Object.fromEntries(
    ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score'].map((name, c) => [
      name,
      at(row, c, grid),
    ]),
  );
  return {
    ...blank,
    ...points,
    prior: [],
    ...indicator,
    indicator_id: `${filingId}i${i}`,
    filing_id: filingId,
    document_id: DOCUMENT,
    ordinal: i,
    source,
    confidence: 1,
  } as Indicator;
}
