// Rules over many documents on generated filings: time and memory, near linear or not.
//   node --expose-gc scripts/bench-set.ts [--shape SHAPE] [FILINGS …]      10000 and 100000 where none are given
// SHAPE: `units` (ten filings a unit, as given), `namesakes` (all units bear one name, each under a department of its own),
// `supervisor` (one name, one department, as many projects as there are filings), `wholes` (one unit, half of its filings
// forms of the whole department).
import { parseArgs } from 'node:util';
import type { Amount, Filing, Indicator, Location } from '../schemas/index.ts';
import { filingSet } from '../src/reconcile/index.ts';
import type { Records } from '../src/reconcile/records.ts';

const megabyte = 2 ** 20;
const { values, positionals } = parseArgs({
  options: { shape: { type: 'string', default: 'units' } },
  allowPositionals: true,
});
const sizes = positionals.map(Number);

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  let making = 0;
  const set = filingSet();
  for (let i = 0; i < size; i++) {
    const start = performance.now();
    const records = shaped(invented(i), i);
    making += performance.now() - start;
    set.add(records);
  }
  const added = performance.now();
  const { findings, coverage } = set.conclude();
  const ended = performance.now();
  const { rss, heapUsed } = process.memoryUsage();
  const rules = new Map<string, number>();
  for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  process.stdout.write(
    `${JSON.stringify({
      shape: values.shape,
      filings: size,
      add_ms: Math.round(added - began - making),
      conclude_ms: Math.round(ended - added),
      us_per_filing: Math.round((1000 * (ended - began - making)) / size),
      heap_mb: Math.round(heapUsed / megabyte),
      rss_mb: Math.round(rss / megabyte),
      rss_before_mb: Math.round(before / megabyte),
      applicable: coverage.reduce((sum, row) => sum + row.applicable, 0),
      findings: Object.fromEntries(rules),
    })}\n`,
  );
}

/** The same filings under the names of another shape. */
function shaped(records: Records, i: number): Records {
  const of = records.filings[0]!;
  const unit = Math.floor(i / 10);
  if (values.shape === 'namesakes')
    Object.assign(of, { organisation: '图书馆', supervisor: `第${unit}县文旅委` });
  if (values.shape === 'supervisor') of.organisation = '图书馆';
  if (values.shape === 'wholes') {
    of.organisation = '青禾县图书馆';
    if (i % 2 === 0) Object.assign(of, { form_type: 'department_targets', project: null });
  }
  return records;
}

/**
 * Of ten filings that follow one another, all of one unit: department targets of two years, three projects each year with
 * target forms, and two self-evaluations. One in a thousand prints another prior-year figure than was filed.
 */
function invented(i: number): Records {
  const unit = Math.floor(i / 10);
  const of = i % 10;
  const year = of < 5 ? 2030 : 2031;
  const within = of % 5;
  const name = `第${unit}号农技推广站`;
  const kind: Filing['form_type'] =
    within === 0 ? 'department_targets' : within === 4 ? 'project_self_evaluation' : 'project_targets';
  const project = within === 0 ? null : `${['旱厕改造', '堤防加固', '病虫防治'][(within - 1) % 3]}${unit}期`;
  const id = `d${i}:f0`;
  const document = `d${i}`;
  const base = 100 + ((unit * 37 + within * 11) % 900);
  const slip = unit % 100 === 0 ? 10 : 0;
  const places = places_(i);
  const amounts: Amount[] = [];
  const money = (item: string, value: number, fields: Partial<Amount>): void => {
    const ordinal = amounts.length;
    amounts.push({
      amount_id: `${id}:a${ordinal}`,
      filing_id: id,
      document_id: document,
      ordinal,
      section: 'funding',
      item,
      parent: null,
      parent_id: null,
      role: 'item',
      depth: 0,
      label: item,
      measure: 'current',
      column_label: null,
      fund: null,
      code: null,
      year,
      value,
      raw: value.toFixed(2),
      unit: '万元',
      base_value: value * 10_000,
      share: null,
      share_raw: null,
      project: null,
      source: { value: places(ordinal, 3) },
      confidence: 1,
      ...fields,
    });
  };
  if (kind === 'department_targets') {
    money('基本支出', base, { section: 'expenditure' });
    money('项目支出', 300 + unit, { section: 'expenditure' });
    money('支出合计', base + 300 + unit, { section: 'expenditure', role: 'total' });
    if (year === 2031)
      money('基本支出', base + slip, { section: 'expenditure', measure: 'prior', year: 2030 });
  } else {
    money('年度资金总额', 100 + (unit % 90), {});
    money('财政拨款', 100 + (unit % 90), { parent: '年度资金总额', role: 'part', parent_id: `${id}:a0` });
    if (kind === 'project_self_evaluation') money('年度资金总额', 99, { measure: 'executed' });
  }
  const indicators = Array.from({ length: 8 }, (_, row) =>
    indicator(id, document, row, (unit * 13 + row * 7) % 500, places),
  );
  return {
    filings: [filing(id, document, kind, name, year, project, places)],
    amounts,
    indicators,
    texts: [],
  };
}

function places_(i: number): (row: number, column: number) => Location {
  return (row, column) => ({
    block: 1,
    grid: 0,
    row,
    column,
    page: 1 + (i % 9),
    box: { x0: 72.25 + column, y0: 90.5 + row * 18, x1: 140.75 + column, y1: 108.5 + row * 18 },
    sheet: null,
    ref: null,
    table: null,
  });
}

function filing(
  id: string,
  document: string,
  kind: Filing['form_type'],
  organisation: string,
  year: number,
  project: string | null,
  places: (row: number, column: number) => Location,
): Filing {
  return {
    filing_id: id,
    document_id: document,
    ordinal: 0,
    form_type: kind,
    title: '绩效表',
    organisation,
    organisation_code: null,
    supervisor: '农业农村委',
    year,
    project,
    project_code: null,
    filed_on: null,
    money_unit: '万元',
    execution_weight: null,
    execution_score: null,
    execution_rate: null,
    total_weight: null,
    total_score: null,
    contacts: [],
    inferred: [],
    grids: [0],
    has_execution_weight_field: false,
    coverage: 1,
    source: { title: places(0, 0), organisation: places(1, 1) },
    confidence: 1,
  };
}

function indicator(
  id: string,
  document: string,
  row: number,
  value: number,
  places: (row: number, column: number) => Location,
): Indicator {
  const target = { raw: `≥${value}人`, kind: 'number', op: '>=', value, upper: null, unit: '人' } as const;
  return {
    indicator_id: `${id}:i${row}`,
    filing_id: id,
    document_id: document,
    ordinal: row,
    section: 'annual',
    goal: null,
    level1: '产出指标',
    level2: '数量指标',
    level3: `第${row}类培训人数`,
    level1_weight: null,
    level2_weight: null,
    target: { ...target, base_value: value, base_unit: '人' },
    actual: null,
    prior: [],
    weight: 10,
    score: null,
    converted_score: null,
    description: null,
    basis: null,
    category: null,
    scoring_rule: null,
    evidence: null,
    deviation: null,
    remark: null,
    source: { level3: places(row, 2), target: places(row, 3), weight: places(row, 4) },
    confidence: 1,
  };
}
