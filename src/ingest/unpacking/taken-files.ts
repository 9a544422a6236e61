import type { Sink, Written } from './given-files.ts';
import { type ArchiveFault, type EntryFault, type Order, type Tell, tellEntry } from './messages.ts';

/** Thrown through 7-Zip, to end it. */
export class Ended extends Error {
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What was taken of an archive, over several attempts to open it. */
export interface Taken {
  sink: Sink;
  /** An attempt begins: the same entries come once more. */
  begin: () => void;
  /** What 7-Zip calls the file that is open: it mends names before it writes them (`../`, what is no Unicode). */
  told: (path: string) => void;
  failed: (path: string, fault: EntryFault) => void;
  end: () => void;
  /** Whether entries of the last attempt want another password. */
  wantsPassword: () => boolean;
  /** Whether any entry of the last attempt failed. */
  hasFailed: () => boolean;
  /** Tells of the entries that no password opened. */
  giveUp: (fault: EntryFault) => void;
}

/** Bytes of an entry that is not handed over, between words that it is worked on. */
const busyEvery = 1 << 24;

/** A file that was written, of which it may still be told that it is damaged. */
interface Held {
  name: string;
  size: number;
  bytes: Uint8Array | null;
}

export function takenFiles(order: Order, tell: Tell): Taken {
  const entries = toldEntries(order.maxEntries);
  let unpacked = 0;
  let failures = 0;
  let held: Held | null = null;
  let toldPath: string | null = null;

  const release = () => {
    if (held === null) return;
    const { name, size, bytes } = held;
    held = null;
    if (order.isStream || !entries.isNew(name)) return;
    if (bytes === null) tell({ kind: 'failed', name, size, fault: 'too_large' });
    else tellEntry(name, bytes, tell);
  };
  const count = (bytes: number) => {
    unpacked += bytes;
    if (unpacked > order.maxUnpacked) throw new Ended('too_far');
  };
  const hold = (last: Held) => {
    held = last;
  };
  return {
    sink: {
      opened(name) {
        release();
        toldPath = null;
        return written(name, order, { count, hold, tell });
      },
      linked(name) {
        held = null;
        if (entries.isNew(name)) tell({ kind: 'symlink', name });
      },
    },
    begin() {
      entries.begin();
      failures = 0;
      unpacked = 0;
    },
    told(path) {
      toldPath = path;
    },
    failed(path, fault) {
      failures += 1;
      const last = path === toldPath ? held : null;
      if (last === null) release();
      held = null;
      const { name, size } = last ?? { name: path, size: 0 };
      if (fault === 'wrong_password') entries.lock(name);
      else if (entries.isNew(name)) tell({ kind: 'failed', name, size, fault });
    },
    end: release,
    wantsPassword: () => entries.locked().length > 0,
    hasFailed: () => failures > 0,
    giveUp(fault) {
      for (const name of entries.locked()) tell({ kind: 'failed', name, size: 0, fault });
    },
  };
}

/** Which entries were told, over several attempts. Names may come twice: an entry is known by its name and how often that came before. */
function toldEntries(most: number) {
  const done = new Set<string>();
  const locked = new Map<string, string>();
  let times = new Map<string, number>();
  /** Null where it was told in an attempt before. */
  const keyOf = (name: string): string | null => {
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    const key = `${before} ${name}`;
    return done.has(key) ? null : key;
  };
  return {
    begin() {
      times = new Map();
      locked.clear();
    },
    /** Whether it is to be told now, which it then is. */
    isNew(name: string): boolean {
      const key = keyOf(name);
      if (key === null) return false;
      done.add(key);
      if (done.size > most) throw new Ended('too_many_entries');
      return true;
    },
    lock(name: string) {
      const key = keyOf(name);
      if (key !== null) locked.set(key, name);
    },
    locked: () => [...locked.values()],
  };
}

/** What takes one file: piece by piece, or as a whole that is held when it is closed. */
function written(
  name: string,
  { isStream, maxBytes }: Order,
  { count, hold, tell }: { count: (bytes: number) => void; hold: (last: Held) => void; tell: Tell },
): Written {
  let worked = 0;
  const kept = isStream ? null : growing(maxBytes);
  return {
    write(bytes, position) {
      count(bytes.length);
      if (kept === null) tell({ kind: 'piece' }, bytes);
      else kept.write(bytes, position);
      worked += bytes.length;
      if (worked < busyEvery) return;
      worked = 0;
      tell({ kind: 'busy' });
    },
    close: () => hold({ name, size: kept?.size() ?? 0, bytes: kept?.bytes() ?? null }),
  };
}

/** Bytes that are written one behind another, up to a limit beyond which only their number is known. */
function growing(most: number) {
  let buffer = Buffer.alloc(0);
  let size = 0;
  let isKept = true;
  return {
    write(bytes: Uint8Array, position: number) {
      const end = position + bytes.length;
      size = Math.max(size, end);
      if (size > most) {
        isKept = false;
        buffer = Buffer.alloc(0);
      }
      if (!isKept) return;
      if (end > buffer.length) {
        const larger = Buffer.alloc(Math.min(most, Math.max(end, 2 * buffer.length)));
        buffer.copy(larger);
        buffer = larger;
      }
      buffer.set(bytes, position);
    },
    size: () => size,
    bytes: () => (isKept ? buffer.subarray(0, size) : null),
  };
}
