// Forms a second that the rules over single filings get through, beside a plain recomputation of the printed sums.
//   node scripts/bench-rules.ts [--forms N] [--runs N]      20 forms a document, 100 runs where not given
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseDocument } from '../parsers/index.ts';
import type { Amount } from '../schemas/index.ts';
import { readFilings } from '../src/reading/index.ts';
import { reconcile } from '../src/reconcile/index.ts';
import type { Records } from '../src/reconcile/records.ts';
import { generateDocument, templates } from './generate/document.ts';
import { renderXlsx } from './generate/render/xlsx.ts';

const { values } = parseArgs({
  options: { forms: { type: 'string', default: '20' }, runs: { type: 'string', default: '100' } },
});
/** Milliseconds of processor time that each template is reconciled for before it is timed. */
const WARM_UP = 1500;
const ROUNDS = 3;

// What reading the records leaves behind is no work of the rules, and is collected before they are timed.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (how: { type: 'minor' | 'major' }) => void;

const forms = Number(values.forms);
const runs = Number(values.runs);

const lines = [
  '| template | forms | findings | forms/s | sums only, forms/s |',
  '| --- | ---: | ---: | ---: | ---: |',
];
const archive = new Map<string, () => Records>();
for (const { id } of templates) {
  const records = await recordsOf(id);
  if (records !== null) archive.set(id, records);
}
// Until the code is compiled for all of them: an archive holds every kind of form, and its rules run for hours.
for (let round = 0; round < ROUNDS; round++) {
  for (const read of archive.values()) {
    for (let spent = 0; spent < WARM_UP / ROUNDS; ) {
      const records = read();
      spent += timeOf(() => reconcile(records));
    }
  }
}
// By turns, so that a machine that is slower for some seconds is so for all templates.
const timed = new Map([...archive.keys()].map((id) => [id, { rules: [] as number[], sums: [] as number[] }]));
for (let i = 0; i < runs; i++) {
  for (const [id, read] of archive) {
    // Read anew each time: nothing is remembered of them.
    const fresh = read();
    collect({ type: 'minor' });
    timed.get(id)!.rules.push(timeOf(() => reconcile(fresh)));
    timed.get(id)!.sums.push(timeOf(() => openSums(fresh.amounts)));
  }
}
for (const [id, { rules, sums }] of timed) {
  const records = archive.get(id)!();
  const count = records.filings.length;
  const found = reconcile(records).findings.length;
  lines.push(`| ${id} | ${count} | ${found} | ${rate(count, rules)} | ${rate(count, sums)} |`);
}
process.stdout.write(`${lines.join('\n')}\n`);

/** One workbook of so many fictional forms of a template; its records are read anew by each call. */
async function recordsOf(template: string): Promise<(() => Records) | null> {
  const sections = Array.from({ length: forms }, (_, k) =>
    generateDocument(k + 1, { template }).sections.map((section) => ({
      ...section,
      name: `${section.name}${k + 1}`,
    })),
  );
  const parsed = await parseDocument(Buffer.from(renderXlsx(sections.flat())), { name: 'forms.xlsx' });
  if (!('source' in parsed)) return null;
  const { source } = parsed;
  return () => readFilings(source, '0'.repeat(64));
}

/** What a check of nothing but sums would do: wholes that differ from their parts, in binary numbers. */
function openSums(amounts: readonly Amount[]): number {
  const sums = new Map<string, number>();
  for (const { parent_id: parent, value } of amounts)
    if (parent !== null && value !== null) sums.set(parent, (sums.get(parent) ?? 0) + value);
  return amounts.filter(({ amount_id: id, value }) => {
    const sum = sums.get(id);
    return sum !== undefined && value !== null && Math.abs(sum - value) > 0.005;
  }).length;
}

/** Milliseconds of processor time: another process on the machine does not count. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { system, user } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** By the faster half of the runs, after the code is compiled. */
function rate(count: number, times: readonly number[]): number {
  const fast = times.toSorted((a, b) => a - b).slice(0, Math.ceil(times.length / 2));
  const mean = fast.reduce((sum, time) => sum + time, 0) / fast.length;
  return Math.round((1000 * count) / Math.max(mean, 0.001));
}
