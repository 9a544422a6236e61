// Runs in a process of its own, without rights: takes archives from stdin one after another, or one at descriptors, gives their files on
// descriptor 3.
import { constants, readSync } from 'node:fs';
import { closeAddons } from '../guard/no-addons.ts';
import { closeNetwork } from '../guard/no-network.ts';
import { give, take } from '../guard/pipes.ts';
import type { ArchiveBytes } from './given-files.ts';
import { type ArchiveFault, firstDescriptor, type Order, type Told } from './messages.ts';

closeNetwork();
closeAddons();
// What Emscripten asks of Node's inner parts as it is loaded, which the permission model keeps closed: the numbers of flags.
Object.assign(process, { binding: () => ({ fs: constants }) });

// Before 7-Zip, which puts another decoder into the place of Node's.
const { readerOf } = await import('./own-readers.ts');
const { unpack } = await import('./seven-zip.ts');
const { Ended } = await import('./taken-files.ts');

const nothing = new Uint8Array();
const tell = (told: Told, bytes: Uint8Array = nothing) => give(told, bytes);

tell({ kind: 'ready' });
for (let next = take(); next !== null; next = take()) {
  const order = next.head as Order;
  const archive = order.descriptors === null ? inMemory(next.body) : atDescriptors(order.descriptors);
  tell({ kind: 'end', fault: await unpacked(archive, order) });
}
process.exit(0);

async function unpacked(archive: ArchiveBytes, order: Order): Promise<ArchiveFault | null> {
  try {
    const read = readerOf(order.type);
    return read === null ? await unpack(archive, order, tell) : read(archive, order, tell);
  } catch (thrown) {
    if (thrown instanceof Ended) return thrown.fault;
    throw thrown;
  }
}

function inMemory(bytes: Buffer): ArchiveBytes {
  return {
    read: (target, offset, length, position) => {
      const piece = bytes.subarray(position, position + length);
      target.set(piece, offset);
      return piece.length;
    },
  };
}

function atDescriptors(sizes: readonly number[]): ArchiveBytes {
  return {
    read: (target, offset, length, position) => {
      let start = 0;
      for (const [i, size] of sizes.entries()) {
        if (position < start + size) {
          const most = Math.min(length, start + size - position);
          return readSync(firstDescriptor + i, target, offset, most, position - start);
        }
        start += size;
      }
      return 0;
    },
  };
}
