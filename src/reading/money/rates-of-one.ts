import type { Amount, Location, Measure } from '../../../schemas/index.ts';
import type { AmountDraft } from './money.ts';

/** Of what a rate of execution may be. */
const PLANS: ReadonlySet<Measure> = new Set<Measure>([
  'annual_budget',
  'initial_budget',
  'budget',
  'current',
  'arrived',
  'total_budget',
]);

/** Largest rate that may be a share of one, as where a little more was spent than planned. */
const MOST = 2;

/** Half a unit in the second decimal: a bare 1 is said of all that there was. */
const WHOLE = 0.005;

/**
 * 执行率 | 0.14 beside 650 and 94: a column of rates without a sign of per cent, in its head or its cells, whose figures say that they are
 * shares of one. Takes their unit away; gives where they stand. Where no row says so they stay per cents.
 */
export function ratesOfOne(drafts: readonly AmountDraft[]): readonly Location[] {
  const records = drafts.map(({ record }) => record);
  const rates = records.filter(({ measure, value }) => measure === 'rate' && value !== null && value !== 0);
  const rows = Map.groupBy(records, rowOf);
  const columns = Map.groupBy(rates, ({ source: { value: at } }) => `${at?.grid}|${at?.table}|${at?.column}`);
  const found: Location[] = [];
  for (const column of columns.values()) {
    if (!column.every(mayBeShare)) continue;
    if (!column.some((rate) => isShare(rate, rows.get(rowOf(rate)) ?? []))) continue;
    for (const rate of column) {
      rate.unit = null;
      rate.base_value = rate.value;
      if (rate.source.value !== undefined) found.push(rate.source.value);
    }
  }
  return found;
}

const rowOf = ({ source: { value: at } }: Amount): string => `${at?.grid}|${at?.table}|${at?.row}`;

function mayBeShare({ column_label, label, raw, unit, value }: Amount): boolean {
  const isBare = ![column_label ?? '', label, raw].some((text) => /[%％]|百分/.test(text));
  return unit === '%' && isBare && value !== null && value > 0 && value <= MOST;
}

/** Whether what was spent over one of the plans of the row is the rate, at the decimals it prints. */
function isShare({ raw, value }: Amount, row: readonly Amount[]): boolean {
  const places = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
  const slack = places === 0 ? WHOLE : 0.5 / 10 ** places + Number.EPSILON;
  const done = row.filter(({ measure }) => measure === 'executed');
  const plans = row.filter(({ measure, value: plan }) => PLANS.has(measure) && (plan ?? 0) > 0);
  return done.some((spent) =>
    plans.some((plan) => Math.abs((value as number) - (spent.value ?? 0) / (plan.value as number)) <= slack),
  );
}
