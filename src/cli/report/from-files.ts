import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { DocumentRecord, Filing, Finding } from '../../../schemas/index.ts';
import { noRecords, type RunRecords } from '../../report/page/run/records.ts';
import type { Context } from '../context.ts';

/** Reads the record files that an ingest wrote into a folder; a sentence where they are not there or not records. */
export async function recordsFromFiles(
  folder: string,
  { say }: Pick<Context, 'say'>,
): Promise<RunRecords | string> {
  const documents = await linesAs(join(folder, 'documents.jsonl'), DocumentRecord, say);
  if (typeof documents === 'string') return documents;
  const filings = await linesAs(join(folder, 'filings.jsonl'), Filing, say);
  if (typeof filings === 'string') return filings;
  const findings = await linesAs(join(folder, 'findings.jsonl'), Finding, say);
  if (typeof findings === 'string') return findings;
  return {
    ...noRecords(),
    documents,
    filings,
    findings,
    indicators: await countLines(join(folder, 'indicators.jsonl')),
    amounts: await countLines(join(folder, 'amounts.jsonl')),
  };
}

async function linesAs<T>(path: string, schema: z.ZodType<T>, say: Context['say']): Promise<T[] | string> {
  if (!existsSync(path)) {
    return say(
      `没有 ${path}：--from 须是 hedui ingest --out 写入的文件夹`,
      `no ${path}: --from takes a folder that hedui ingest --out wrote`,
    );
  }
  const records: T[] = [];
  let number = 0;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const record = asRecord(line, schema);
    if (record === null) return `${path}:${number}: ${say('不是 hedui 的记录', 'no record of hedui')}`;
    records.push(record);
  }
  return records;
}

function asRecord<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function countLines(path: string): Promise<number> {
  if (!existsSync(path)) return 0;
  let count = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  }
  return count;
}
