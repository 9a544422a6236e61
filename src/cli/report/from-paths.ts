import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { filingSet, type Reconciliation } from '../../reconcile/index.ts';
import { coverageSums, type RunRecords, runGatherer } from '../../report/page/run/records.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, wholeExaminations } from '../documents.ts';
import type { PageSource, ReadRun } from './write.ts';

/** Examines files and folders on the spot. What was seen of a document waits packed until its page is written. */
export async function recordsFromPaths(
  paths: string[],
  options: DocumentOptions,
  context: Context,
): Promise<ReadRun> {
  const set = filingSet(options.settings);
  const gatherer = runGatherer();
  const packed: Buffer[] = [];
  for await (const whole of wholeExaminations(paths, options, context)) {
    set.add(whole.examination);
    gatherer.add(whole.examination);
    // The tables stand in what was seen already.
    const page: PageSource = { ...whole, examination: { ...whole.examination, grids: [] } };
    packed.push(deflateRawSync(JSON.stringify(page), { level: 1 }));
  }
  const between = set.conclude();
  const records = withFindings(gatherer.records(), between);
  const byDocument = Map.groupBy(between.findings, ({ document_id }) => document_id);
  const byFiling = Map.groupBy(between.coverage, ({ filing_id }) => filing_id);
  return {
    records,
    pages: async function* () {
      for (const bytes of packed) {
        const { examination, source } = JSON.parse(inflateRawSync(bytes).toString()) as PageSource;
        const own = byDocument.get(examination.document.document_id) ?? [];
        const checked = examination.filings.flatMap(({ filing_id }) => byFiling.get(filing_id) ?? []);
        const findings = [...examination.findings, ...own];
        const coverage = [...examination.coverage, ...checked];
        yield { examination: { ...examination, findings, coverage }, source };
      }
    },
  };
}

/** What was found and checked between documents counts with what was within them. */
function withFindings(records: RunRecords, { findings, coverage }: Reconciliation): RunRecords {
  const sums = coverageSums();
  sums.add(records.coverage ?? []);
  sums.add(coverage);
  return { ...records, findings: [...records.findings, ...findings], coverage: sums.rows() };
}
