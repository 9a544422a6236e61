import { hash } from 'node:crypto';
import type { KnownArchives, Listed } from '../discovery/known-archives.ts';
import type { Identity } from './identity.ts';
import type { Ledger } from './ledger.ts';

export interface ArchiveListsOptions {
  ledger: Pick<Ledger, 'has' | 'bytes' | 'write'>;
  identity: Identity;
  /** Whether what came of a document with this hash is there, or will be at the end of this run. */
  isDone: (hash: string) => boolean;
  /** Told of each record that is of use to this run. */
  used: (key: Buffer) => Promise<void>;
  /** Rows of a list that are held at a time. */
  pieceRows?: number;
}

const usualPiece = 4096;

/** The record that is written last: the hashes of those before it, in their order, and the rows that follow theirs. */
interface End {
  pieces: string[];
  rows: Listed[];
}

/**
 * What archives hold, in the ledger: a record of JSON, for a long list with others before it. Where one is lost the archive is opened, as it
 * is where one of its documents is not done: neither a kill nor a loss of power between any two of them leaves anything out.
 */
export function archiveLists(options: ArchiveListsOptions): KnownArchives {
  const { ledger, identity, isDone, used, pieceRows = usualPiece } = options;
  const keyOf = (kind: 'end' | 'piece' | 'likeness', of: string): Buffer =>
    hash('sha256', `${identity.toString('hex')} ${kind} ${of}`, 'buffer');
  const isAllDone = (rows: readonly Listed[] | null): boolean =>
    rows?.every((row) => row.kind !== 'document' || isDone(row.hash)) ?? false;
  const read = <T>(key: Buffer): T | null => {
    const text = ledger.bytes(key);
    return text === null ? null : (JSON.parse(text.toString()) as T);
  };
  // Where it cannot be written the archive is opened once more; results that are written beside it tell why.
  const write = async (key: Buffer, text: string): Promise<() => Promise<void>> => {
    await used(key);
    const written = ledger.write(key, Buffer.from(text)).catch(() => undefined);
    return () => written;
  };
  return {
    mayKnow: (likeness) => ledger.has(keyOf('likeness', likeness)),
    async recall(archive) {
      const endKey = keyOf('end', archive);
      const end = read<End>(endKey);
      if (end === null || !isAllDone(end.rows)) return null;
      const keys = end.pieces.map((piece) => keyOf('piece', piece));
      for (const key of keys) if (!isAllDone(read<Listed[]>(key))) return null;
      for (const key of [...keys, endKey]) await used(key);
      return [...keys.map((key) => () => read<Listed[]>(key)), () => end.rows];
    },
    record() {
      let rows: Listed[] = [];
      const pieces: string[] = [];
      return {
        async add(listed) {
          rows.push(listed);
          if (rows.length < pieceRows) return;
          const text = JSON.stringify(rows);
          rows = [];
          const piece = hash('sha256', text);
          pieces.push(piece);
          const written = await write(keyOf('piece', piece), text);
          await written();
        },
        // Nothing waits until it is written: it is gathered with others, and an archive may be a mail.
        async keep(archive, likeness) {
          await write(keyOf('end', archive), JSON.stringify({ pieces, rows } satisfies End));
          if (likeness === null) return;
          const key = keyOf('likeness', likeness);
          if (ledger.has(key)) await used(key);
          else await write(key, 'kept');
        },
      };
    },
  };
}
