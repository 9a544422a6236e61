import { join } from 'node:path';
import type { RecordPart } from '../result.ts';
import { openDraft } from './commit.ts';
import { type LineFile, openLineFile } from './line-file.ts';
import type { Sink } from './sink.ts';

/** The six record files of the contract, in the order in which one depends on the other. */
export const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'] as const;
type RecordFile = (typeof recordFiles)[number];

const fileNames = recordFiles.map((name) => `${name}.jsonl`);

/** Writes the record files into `out`; `state` is a folder on the same disk that they are made in. */
export async function openJsonlSink(out: string, state: string): Promise<Sink> {
  const draft = openDraft(state, out, fileNames);
  const files = new Map<RecordFile, LineFile>();
  for (const name of recordFiles) files.set(name, await openLineFile(join(draft.folder, `${name}.jsonl`)));
  const add = (name: RecordFile, lines: Uint8Array | string) => files.get(name)!.add(lines);
  return {
    async write({ document, isCopy, lines }) {
      await add('documents', `${JSON.stringify(document)}\n`);
      if (isCopy) return;
      for (const name of recordFiles) if (name !== 'documents') await add(name, lines(name as RecordPart));
    },
    async writeFindings(findings) {
      for (const finding of findings) await add('findings', `${JSON.stringify(finding)}\n`);
    },
    async finish() {
      for (const file of files.values()) await file.close(true);
      draft.commit();
    },
    async abort() {
      for (const file of files.values()) await file.close().catch(() => undefined);
      draft.discard();
    },
  };
}
