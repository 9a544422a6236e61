import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Examination, Finding } from '../../schemas/index.ts';
import { type RecordFile, recordFiles, recordsOf } from './records.ts';

/** Takes examinations as they come. Nothing shows under its name before `commit`. */
export interface Export {
  add: (examination: Examination) => Promise<void>;
  /** Findings that speak of several documents, after the last of them. */
  addFindings: (findings: readonly Finding[]) => Promise<void>;
  /** Puts the finished files in the place of older ones. */
  commit: () => Promise<void>;
  /** Leaves the folder as it was. */
  abandon: () => Promise<void>;
}

/** Opens the JSONL files of the contract in a folder, each under a name of its own until all are complete. */
export async function openExport(folder: string): Promise<Export> {
  await mkdir(folder, { recursive: true });
  const drafts = new Map<RecordFile, { path: string; file: FileHandle }>();
  for (const name of recordFiles) {
    const path = join(folder, `.${name}.${process.pid}.tmp`);
    drafts.set(name, { path, file: await open(path, 'w') });
  }
  const seen = new Set<string>();
  return {
    async add(examination) {
      const records = recordsOf(examination);
      const isCopy = seen.has(examination.document.document_id);
      seen.add(examination.document.document_id);
      for (const [name, { file }] of drafts) {
        if (isCopy && name !== 'documents') continue;
        const lines = records[name].map((record) => `${JSON.stringify(record)}\n`).join('');
        if (lines !== '') await file.appendFile(lines);
      }
    },
    async addFindings(findings) {
      const lines = findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');
      if (lines !== '') await drafts.get('findings')?.file.appendFile(lines);
    },
    async commit() {
      for (const { file } of drafts.values()) {
        await file.sync();
        await file.close();
      }
      for (const [name, { path }] of drafts) await rename(path, join(folder, `${name}.jsonl`));
    },
    async abandon() {
      for (const { path, file } of drafts.values()) {
        await file.close().catch(() => undefined);
        await rm(path, { force: true });
      }
    },
  };
}
