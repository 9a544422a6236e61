import { type FileHandle, open } from 'node:fs/promises';
import type { HashIndex } from './hash-index.ts';
import { headerBytes, recordHeader } from './segment.ts';

/** A key with its result; no pieces withdraw the key. */
export interface LedgerRecord {
  key: Buffer;
  body: Buffer[];
}

/** Appends records to segments, one write after another, and keeps the index of where they lie. */
export interface SegmentWriter {
  /** Kept when the record is written. */
  append: (record: LedgerRecord) => Promise<void>;
  /** Forces what was written to the disk. */
  sync: () => Promise<void>;
  /** The segment that is written to. */
  current: () => number;
  close: () => Promise<void>;
}

interface WriterOptions {
  pathOf: (segment: number) => string;
  /** The first segment to write. */
  first: number;
  index: HashIndex;
  segmentBytes: number;
  gatherFor: number;
}

export function segmentWriter({
  pathOf,
  first,
  index,
  segmentBytes,
  gatherFor,
}: WriterOptions): SegmentWriter {
  let current = first;
  let file: FileHandle | null = null;
  let length = 0;
  let isDirty = false;

  const sync = async () => {
    if (!isDirty || file === null) return;
    isDirty = false;
    await file.datasync();
  };
  const roll = async () => {
    await sync();
    await file?.close();
    file = null;
    if (length > 0) current += 1;
  };
  const write = async (records: readonly LedgerRecord[]) => {
    if (file !== null && length >= segmentBytes) await roll();
    if (file === null) {
      file = await open(pathOf(current), 'a');
      length = (await file.stat()).size;
    }
    const bytes = Buffer.concat(records.flatMap(({ key, body }) => [recordHeader(key, body), ...body]));
    try {
      await writeAll(file, bytes);
    } catch (thrown) {
      await file.truncate(length).catch(() => undefined);
      throw thrown;
    }
    for (const { key, body } of records) {
      if (body.length > 0) index.set(key, { segment: current, offset: length });
      else index.delete(key);
      length += headerBytes + body.reduce((sum, part) => sum + part.length, 0);
    }
    isDirty = true;
  };
  const queued = oneByOne();
  const gathered = gatherer(gatherFor, queued, write);
  return {
    append: gathered.add,
    sync: () => queued(sync),
    current: () => current,
    async close() {
      await queued(gathered.flush).catch(() => undefined);
      await queued(roll).catch(() => undefined);
    },
  };
}

type Queue = (task: () => Promise<void>) => Promise<void>;

/** Runs tasks one after another, whether or not the one before failed. */
function oneByOne(): Queue {
  let chain: Promise<void> = Promise.resolve();
  return (task) => {
    const turn = chain.then(task);
    chain = turn.catch(() => undefined);
    return turn;
  };
}

/** Holds records back for some milliseconds, and until the writes before them are done, to be written together. */
function gatherer(
  milliseconds: number,
  queued: Queue,
  write: (records: readonly LedgerRecord[]) => Promise<void>,
): { add: (record: LedgerRecord) => Promise<void>; flush: () => Promise<void> } {
  let gathered: LedgerRecord[] = [];
  let turn: Promise<void> | null = null;
  const flush = async () => {
    turn = null;
    const records = gathered;
    gathered = [];
    if (records.length > 0) await write(records);
  };
  return {
    flush,
    add(record) {
      gathered.push(record);
      turn ??= pause(milliseconds).then(() => queued(flush));
      return turn;
    },
  };
}

const pause = (milliseconds: number): Promise<void> =>
  milliseconds === 0
    ? Promise.resolve()
    : new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}
