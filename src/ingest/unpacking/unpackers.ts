import type { OpenFile } from '../discovery/byte-source.ts';
import type { Death } from '../guard/death.ts';
import type { Limits } from '../limits.ts';
import type { Order } from './messages.ts';
import { type Heard, startUnpackProcess, type UnpackProcess } from './unpack-process.ts';

/** An archive in memory, or on disk under open descriptors, one behind the other. */
export type PackedBytes = Uint8Array | readonly OpenFile[];

/**
 * Processes that unpack what is neither zip, tar nor gzip: one serves one archive after another, archives inside one another take one each. An
 * archive whose process dies is unpacked again in another, as often as a document is read.
 */
export interface Unpackers {
  unpack: (
    order: Omit<Order, 'descriptors'>,
    archive: PackedBytes,
    room: (bytes: number) => Promise<void>,
  ) => AsyncGenerator<Heard>;
  stop: () => void;
}

export function startUnpackers(limits: Limits): Unpackers {
  const free: UnpackProcess[] = [];
  const busy = new Set<UnpackProcess>();
  let isStopped = false;
  return {
    async *unpack(order, archive, room) {
      const heardBefore = { count: 0 };
      for (let died = 0, killed = 0; ; ) {
        const death = yield* attempt(order, archive, room, heardBefore);
        if (death === null) return;
        if (death.wasKilled) killed += 1;
        else died += 1;
        if (!isStopped && !death.isFinal && died < limits.deaths && killed < limits.kills) continue;
        yield { death };
        return;
      }
    },
    stop() {
      isStopped = true;
      for (const unpacker of [...free.splice(0), ...busy]) unpacker.stop();
    },
  };

  /** All that was not heard in an attempt before: it comes in the same order each time. The result is how the process died over it. */
  async function* attempt(
    order: Omit<Order, 'descriptors'>,
    archive: PackedBytes,
    room: (bytes: number) => Promise<void>,
    heardBefore: { count: number },
  ): AsyncGenerator<Heard, Death | null> {
    const onDisk = archive instanceof Uint8Array ? null : archive;
    const bytes = archive instanceof Uint8Array ? archive : new Uint8Array();
    const unpacker =
      (onDisk === null ? free.pop() : undefined) ??
      startUnpackProcess(
        limits,
        onDisk?.map(({ descriptor }) => descriptor),
      );
    busy.add(unpacker);
    let isFree = false;
    let count = 0;
    try {
      unpacker.send({ ...order, descriptors: onDisk?.map(({ size }) => size) ?? null }, bytes);
      for (;;) {
        const heard = await unpacker.hear();
        if ('death' in heard) return heard.death;
        const { kind } = heard.told;
        // Until it is asked for, the entry waits in the other process.
        if (kind === 'coming') await room(heard.told.size);
        if (kind === 'ready' || kind === 'busy' || kind === 'coming') continue;
        isFree = kind === 'end' && onDisk === null;
        count += 1;
        if (count > heardBefore.count) {
          heardBefore.count = count;
          yield heard;
        }
        if (kind === 'end') return null;
      }
    } finally {
      busy.delete(unpacker);
      if (isFree) free.push(unpacker);
      else unpacker.stop();
    }
  }
}
