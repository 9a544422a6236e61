import { decodeName } from './decode-name.ts';
import { block, checksumHolds, numberAt } from './tar-header.ts';

export interface TarEntry {
  name: string;
  /** `pieces`: not all of it, or without its holes. */
  kind: 'file' | 'symlink' | 'device' | 'folder' | 'pieces';
  size: number;
  /** The content; null where it is larger than asked for. Is skipped where it is not called. */
  read: (maxBytes: number) => Promise<Buffer | null>;
}

/** Most bytes of a long name or of pax headers. */
const largestHeader = 1 << 20;

/** Entries of a POSIX, pax or GNU tar as its bytes come by; `false` at the end where it is cut off or damaged. */
export async function* tarEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, boolean> {
  const bytes = reader(chunks);
  let longName: string | null = null;
  let wideSize: number | null = null;
  let isSparse = false;
  for (;;) {
    const header = await bytes.take(block);
    if (header.length === 0 || (header.length === block && header.every((byte) => byte === 0))) return true;
    if (header.length < block || !checksumHolds(header)) return false;
    const type = String.fromCharCode(header[156]!);
    const isAbout = 'LxXKg'.includes(type);
    // A wide size is that of the file, and not of what else is said of it before (a long name).
    const size: number = (isAbout ? null : wideSize) ?? numberAt(header, 124, 12);
    const padding = (block - (size % block)) % block;
    if (!Number.isSafeInteger(size) || size < 0) return false;
    if (isAbout) {
      if (size > largestHeader) return false;
      const content = await bytes.take(size);
      if (content.length < size || !(await bytes.skip(padding))) return false;
      if (type === 'L') longName = decodeName(content.subarray(0, terminated(content)));
      if (type === 'x' || type === 'X') {
        const fields = paxFields(content);
        longName = fields.get('GNU.sparse.name') ?? fields.get('path') ?? longName;
        isSparse = [...fields.keys()].some((name) => name.startsWith('GNU.sparse.'));
        wideSize = fields.has('size') ? Number(fields.get('size')) : null;
      }
      continue;
    }
    if (type === 'S' && !(await skipSparseMap(header, bytes))) return false;
    const name = longName ?? shortName(header);
    longName = null;
    wideSize = null;
    let left = size;
    const kind = isSparse ? 'pieces' : kindOf(type, name);
    isSparse = false;
    yield {
      name,
      kind,
      size,
      async read(maxBytes) {
        if (size > maxBytes) return null;
        left = 0;
        const content = await bytes.take(size);
        return content.length === size ? content : null;
      },
    };
    if (!(await bytes.skip(left + padding))) return false;
  }
}

/** What the letter of an entry says (POSIX.1-2001, pax; GNU tar): one that is not known is a file. */
const kinds = new Map<string, TarEntry['kind']>([
  ['1', 'symlink'],
  ['2', 'symlink'],
  ['3', 'device'],
  ['4', 'device'],
  ['6', 'device'],
  ['5', 'folder'],
  // The list of a folder in a backup, and the label of a volume.
  ['D', 'folder'],
  ['V', 'folder'],
  // A file without its holes, and one that began in another volume.
  ['S', 'pieces'],
  ['M', 'pieces'],
]);

function kindOf(type: string, name: string): TarEntry['kind'] {
  const isFolder = (type === '0' || type === '\0') && name.endsWith('/');
  return isFolder ? 'folder' : (kinds.get(type) ?? 'file');
}

/** GNU's list of the pieces of a file with holes goes on in blocks of its own, of which the last has no mark at 504. */
async function skipSparseMap(header: Buffer, bytes: ReturnType<typeof reader>): Promise<boolean> {
  for (let goesOn = header[482] !== 0; goesOn; ) {
    const more = await bytes.take(block);
    if (more.length < block) return false;
    goesOn = more[504] !== 0;
  }
  return true;
}

function terminated(bytes: Buffer): number {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes.length : end;
}

function shortName(header: Buffer): string {
  const part = (at: number, length: number) => {
    const field = header.subarray(at, at + length);
    return field.subarray(0, terminated(field));
  };
  const prefix = header.toString('latin1', 257, 263) === 'ustar\0' ? part(345, 155) : Buffer.alloc(0);
  const name = part(0, 100);
  return decodeName(prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name);
}

/** `27 path=name\n`, one after another (POSIX.1-2001, pax). */
function paxFields(content: Buffer): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString('latin1', at, space));
    if (space < 0 || !Number.isSafeInteger(length) || length <= 0) break;
    const record = content.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    if (equals > 0) fields.set(record.toString('latin1', 0, equals), decodeName(record.subarray(equals + 1)));
    at += length;
  }
  return fields;
}

/** Takes and skips bytes of a stream of chunks, whatever their sizes. */
function reader(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await iterator.next();
    if (!next.done) rest = next.value;
    return !next.done;
  };
  return {
    async take(length: number): Promise<Buffer> {
      const taken = Buffer.allocUnsafeSlow(length);
      let filled = 0;
      while (filled < length) {
        if (rest.length === 0 && !(await more())) break;
        const copied = rest.copy(taken, filled);
        rest = rest.subarray(copied);
        filled += copied;
      }
      return taken.subarray(0, filled);
    },
    async skip(length: number): Promise<boolean> {
      let missing = length;
      while (missing > 0) {
        if (rest.length === 0 && !(await more())) return false;
        const step = Math.min(missing, rest.length);
        rest = rest.subarray(step);
        missing -= step;
      }
      return true;
    },
  };
}
