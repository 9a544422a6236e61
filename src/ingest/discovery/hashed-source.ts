import { createHash, hash } from 'node:crypto';
import { type ByteSource, chunksOf, fromMemory, slice } from './byte-source.ts';

/** A source that is hashed as it is read, so that what is unpacked of it need not be read once more. */
export interface HashedSource {
  source: ByteSource;
  /** From here on what is passed over between two reads is hashed too. Before, what opens an archive looks at its end. */
  follow: () => void;
  /** SHA-256 of the whole, asked for once: what was not hashed by now is read for it. Null where the source is cut short. */
  digest: () => Promise<string | null>;
}

export function hashedBytes(bytes: Uint8Array): HashedSource {
  return {
    source: fromMemory(bytes),
    follow: () => undefined,
    digest: async () => hash('sha256', bytes),
  };
}

/**
 * `again` reads the same bytes, without moving what `source` has read ahead. Once `signal` is aborted every read fails: an archive may take
 * minutes to be read.
 */
export function hashedAsRead(source: ByteSource, again: ByteSource, signal?: AbortSignal): HashedSource {
  const whole = createHash('sha256');
  let hashed = 0;
  let isFollowing = false;
  const hashUpTo = async (end: number) => {
    for await (const chunk of chunksOf(slice(again, hashed, end - hashed))) {
      signal?.throwIfAborted();
      whole.update(chunk);
      hashed += chunk.length;
    }
  };
  const take = async (at: number, bytes: Buffer) => {
    if (isFollowing && at > hashed) await hashUpTo(at);
    if (at > hashed || at + bytes.length <= hashed) return;
    whole.update(bytes.subarray(hashed - at));
    hashed = at + bytes.length;
  };
  let last: Promise<unknown> = Promise.resolve();
  // Two that read at a time would both hash what lies between.
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    source: {
      ...source,
      async read(at, length) {
        signal?.throwIfAborted();
        const bytes = await source.read(at, length);
        // What cannot be read for the hash alone lacks it at the end.
        await inTurn(() => take(at, bytes)).catch(() => undefined);
        return bytes;
      },
    },
    follow() {
      isFollowing = true;
    },
    digest: () =>
      inTurn(async () => {
        await hashUpTo(source.size);
        return hashed < source.size ? null : whole.digest('hex');
      }),
  };
}
