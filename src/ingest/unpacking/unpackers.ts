import type { OpenFile } from '../discovery/byte-source.ts';
import type { Limits } from '../limits.ts';
import type { Order } from './messages.ts';
import { type Heard, startUnpackProcess, type UnpackProcess } from './unpack-process.ts';

/** An archive in memory, or on disk under open descriptors, one behind the other. */
export type PackedBytes = Uint8Array | readonly OpenFile[];

/** Processes that unpack what is neither zip, tar nor gzip: one serves one archive after another, archives inside one another take one each. */
export interface Unpackers {
  unpack: (order: Omit<Order, 'descriptors'>, archive: PackedBytes) => AsyncGenerator<Heard>;
  stop: () => void;
}

export function startUnpackers(limits: Limits): Unpackers {
  const free: UnpackProcess[] = [];
  return {
    async *unpack(order, archive) {
      const onDisk = archive instanceof Uint8Array ? null : archive;
      const bytes = archive instanceof Uint8Array ? archive : new Uint8Array();
      const unpacker =
        (onDisk === null ? free.pop() : undefined) ??
        startUnpackProcess(
          limits,
          onDisk?.map(({ descriptor }) => descriptor),
        );
      let isFree = false;
      try {
        unpacker.send({ ...order, descriptors: onDisk?.map(({ size }) => size) ?? null }, bytes);
        for (;;) {
          const heard = await unpacker.hear();
          if ('told' in heard && (heard.told.kind === 'ready' || heard.told.kind === 'busy')) continue;
          const isEnd = 'told' in heard && heard.told.kind === 'end';
          isFree = isEnd && onDisk === null;
          yield heard;
          if (isEnd || 'death' in heard) return;
        }
      } finally {
        if (isFree) free.push(unpacker);
        else unpacker.stop();
      }
    },
    stop() {
      for (const unpacker of free.splice(0)) unpacker.stop();
    },
  };
}
