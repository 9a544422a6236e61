import type { Enclosures } from './enclosures.ts';
import type { ArchiveBytes } from './given-files.ts';
import { unpackLz4 } from './lz4.ts';
import { unpackMail } from './mail.ts';
import {
  type ArchiveFault,
  type ArchiveType,
  type EntryFault,
  type Order,
  type OwnType,
  type Tell,
  tellEntry,
} from './messages.ts';
import { unpackOutlook } from './outlook.ts';
import { Ended } from './taken-files.ts';
import { unpackTnef } from './tnef.ts';

/** Reads an archive that 7-Zip does not know; the result is as that of `unpack`. */
export type Reader = (archive: ArchiveBytes, order: Order, tell: Tell) => ArchiveFault | null;

const readers: Readonly<Record<OwnType, Reader>> = {
  lz4: unpackLz4,
  mail: (archive, order, tell) => fromLetter(unpackMail, archive, order, tell),
  outlook: (archive, order, tell) => fromLetter(unpackOutlook, archive, order, tell),
  tnef: (archive, order, tell) => fromLetter(unpackTnef, archive, order, tell),
};

export const readerOf = (type: ArchiveType): Reader | null =>
  type in readers ? readers[type as OwnType] : null;

function fromLetter(
  read: (letter: Buffer, enclosures: Enclosures) => void,
  archive: ArchiveBytes,
  { files, maxBytes, maxEntries, maxUnpacked }: Order,
  tell: Tell,
): ArchiveFault | null {
  let entries = 0;
  let unpacked = 0;
  const count = (size: number) => {
    entries += 1;
    unpacked += size;
    if (entries > maxEntries) throw new Ended('too_many_entries');
    if (unpacked > maxUnpacked) throw new Ended('too_far');
  };
  const fail = (name: string, size: number, fault: EntryFault) => {
    count(0);
    tell({ kind: 'failed', name: fileName(name), size, fault });
  };
  read(wholeOf(archive, files[0]!.size), {
    maxBytes,
    fail,
    passOver: (name) => tell({ kind: 'inline_picture', name: fileName(name) }),
    add(name, bytes) {
      if (bytes.length > maxBytes) return fail(name, bytes.length, 'too_large');
      count(bytes.length);
      tellEntry(fileName(name), bytes, tell);
    },
  });
  return entries === 0 ? 'letter' : null;
}

function wholeOf(archive: ArchiveBytes, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < size; filled += read)
    read = archive.read(bytes, filled, size - filled, filled);
  return bytes.subarray(0, filled);
}

/** As long as names on disks may be. */
const longestName = 255;

/** What is enclosed has a name and no folder, and is not hidden; signs that order to do something fall away. */
function fileName(path: string): string {
  const shown = path.replace(control, '').trim();
  const name = shown.slice(1 + Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\'))).slice(-longestName);
  return name === '' || name.startsWith('.') ? `附件${name}` : name;
}

const control = /\p{Cc}/gu;
