import { largeBytes } from './guard/frames.ts';

/** Documents that are being parsed hold so many bytes in the run itself, with the one that is unpacked, or are one alone. */
const mostHeldBytes = 256 * 1024 * 1024;
/** While they hold more, no other is looked for. */
const lightBytes = mostHeldBytes / 2;

/** The documents that the run itself holds while they are being parsed. */
export interface HeldDocuments {
  /** Waits until so many bytes more can be held. */
  room: (bytes: number) => Promise<void>;
  /** Holds a document until it is done, which never fails. */
  hold: (bytes: Uint8Array, done: Promise<void>) => void;
  /** Waits until they are few enough for another to be looked for. */
  lightened: () => Promise<void>;
  settled: () => Promise<void>;
}

export function heldDocuments(): HeldDocuments {
  const open = new Set<Promise<void>>();
  let held = 0;
  return {
    async room(bytes) {
      while (held > 0 && held + bytes > mostHeldBytes) await Promise.race(open);
    },
    hold(bytes, done) {
      const { length } = bytes;
      held += length;
      const task = done.finally(() => {
        held -= length;
        giveBack(bytes);
        open.delete(task);
      });
      open.add(task);
    },
    async lightened() {
      while (held > lightBytes) await Promise.race(open);
    },
    settled: async () => void (await Promise.all(open)),
  };
}

/** Gives a large document back at once, for what collects garbage comes late. One that is a stretch of an archive in memory stays. */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  const isAlone = byteLength === buffer.byteLength && buffer instanceof ArrayBuffer;
  if (isAlone && byteLength >= largeBytes) buffer.transfer(0);
}
