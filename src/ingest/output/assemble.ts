import { unread } from '../../examine/examine.ts';
import type { FilingSet, PackedDigest } from '../../reconcile/index.ts';
import { hashIndex } from '../ledger/hash-index.ts';
import { type Identity, keyOf } from '../ledger/identity.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Tally } from '../report.ts';
import { comparedOf, examinationOf, linesOf, type Result, resultOf } from '../result.ts';
import { type ManifestRow, readManifest } from './manifest.ts';
import type { Sink, StoredExamination } from './sink.ts';

export interface Assembly {
  manifest: string;
  ledger: Ledger;
  identity: Identity;
  sink: Sink;
  tally: Tally;
  /** Takes the filings of every document once, in the order of the archive, for the rules that compare them. */
  across: FilingSet;
}

/** Hands everything that the manifest names to the sink; gives the hashes whose results the disk did not keep. */
export async function assemble({
  manifest,
  ledger,
  identity,
  sink,
  tally,
  across,
}: Assembly): Promise<string[]> {
  const written = hashIndex();
  const lost: string[] = [];
  for await (const row of readManifest(manifest)) {
    if ('list' in row) continue;
    if ('skipped' in row) {
      tally.skip(row.skipped);
      continue;
    }
    const result = resultFor(row, ledger, identity);
    if (result === null) {
      if ('hash' in row) lost.push(row.hash);
      continue;
    }
    const stored = storedFrom(row.path, result, isFirst(written, result) === false);
    tally.document(result.head, stored.isCopy);
    await sink.write(stored);
    if (!stored.isCopy && result.head.parts.filings.count > 0) across.addDigest(stored.compared());
  }
  if (lost.length > 0) return lost;
  const { findings, coverage } = across.conclude();
  tally.findings(findings.length);
  await sink.writeFindings(findings, coverage);
  return lost;
}

function resultFor(row: Exclude<ManifestRow, { skipped: unknown }>, ledger: Ledger, identity: Identity) {
  if ('hash' in row) return ledger.read(keyOf(row.hash, identity));
  const { document } = row;
  if (document.status !== 'failed' && document.status !== 'unsupported') return null;
  const examination = unread(document, document.format, document.status, document.error);
  return resultOf(examination, { time: 0, memory: 0 });
}

function isFirst(written: ReturnType<typeof hashIndex>, { head }: Result): boolean {
  const key = Buffer.from(head.document.document_id, 'hex');
  if (written.get(key) !== undefined) return false;
  written.set(key, { segment: 0, offset: 0 });
  return true;
}

function storedFrom(
  path: string,
  result: Result,
  isCopy: boolean,
): StoredExamination & { compared: () => PackedDigest } {
  const document = { ...result.head.document, path };
  let lines: ReturnType<typeof linesOf> | undefined;
  const all = () => {
    lines ??= linesOf(result);
    return lines;
  };
  return {
    document,
    isCopy,
    lines: (part) => all()[part],
    examination: () => examinationOf(document, all()),
    compared: () => comparedOf(all().compared),
  };
}
