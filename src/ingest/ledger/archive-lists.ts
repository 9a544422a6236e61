import { hash } from 'node:crypto';
import type { KnownArchives, Listed } from '../discovery/known-archives.ts';
import type { Identity } from './identity.ts';
import type { Ledger } from './ledger.ts';

export interface ArchiveListsOptions {
  ledger: Pick<Ledger, 'bytes' | 'write'>;
  identity: Identity;
  /** Whether what came of a document with this hash is there, or will be at the end of this run. */
  isDone: (hash: string) => boolean;
  /** Told of each record that is of use to this run. */
  used: (key: Buffer) => Promise<void>;
  /** Rows of a list that are held at a time. */
  pieceRows?: number;
}

const usualPiece = 4096;

/** The record that is written last: how many stand before it, and the rows of the last. */
interface End {
  before: number;
  rows: Listed[];
}

/**
 * What archives hold, in the ledger: a record of JSON, for a long list with others before it. Where one is lost the archive is opened, as it
 * is where one of its documents is not done: neither a kill nor a loss of power between any two of them leaves anything out.
 */
export function archiveLists(options: ArchiveListsOptions): KnownArchives {
  const { ledger, identity, isDone, used, pieceRows = usualPiece } = options;
  const keyOf = (archive: string, part: number | 'end'): Buffer =>
    hash('sha256', `${identity.toString('hex')} ${archive} ${part}`, 'buffer');
  const isAllDone = (rows: readonly Listed[] | null): boolean =>
    rows?.every((row) => row.kind !== 'document' || isDone(row.hash)) ?? false;
  const read = <T>(key: Buffer): T | null => {
    const text = ledger.bytes(key);
    return text === null ? null : (JSON.parse(text.toString()) as T);
  };
  // Where it cannot be written the archive is opened once more; results that are written beside it tell why.
  const write = async (key: Buffer, value: Listed[] | End): Promise<() => Promise<void>> => {
    await used(key);
    const written = ledger.write(key, Buffer.from(JSON.stringify(value))).catch(() => undefined);
    return () => written;
  };
  return {
    async recall(archive) {
      const endKey = keyOf(archive, 'end');
      const end = read<End>(endKey);
      if (end === null || !isAllDone(end.rows)) return null;
      const keys = Array.from({ length: end.before }, (_, part) => keyOf(archive, part));
      for (const key of keys) if (!isAllDone(read<Listed[]>(key))) return null;
      for (const key of [...keys, endKey]) await used(key);
      return [...keys.map((key) => () => read<Listed[]>(key)), () => end.rows];
    },
    record(archive) {
      let rows: Listed[] = [];
      let before = 0;
      return {
        async add(listed) {
          rows.push(listed);
          if (rows.length < pieceRows) return;
          const piece = rows;
          rows = [];
          const written = await write(keyOf(archive, before), piece);
          before += 1;
          await written();
        },
        // Nothing waits until it is written: it is gathered with others, and an archive may be a mail.
        keep: async () => void (await write(keyOf(archive, 'end'), { before, rows })),
      };
    },
  };
}
