import { decodeName } from './entry-name.ts';

export interface TarEntry {
  name: string;
  kind: 'file' | 'symlink' | 'device' | 'folder';
  size: number;
  /** The content; null where it is larger than asked for. Is skipped where it is not called. */
  read: (maxBytes: number) => Promise<Buffer | null>;
}

const block = 512;
/** Most bytes of a long name or of pax headers. */
const largestHeader = 1 << 20;

/** Entries of a POSIX, pax or GNU tar as its bytes come by; `false` at the end where it is cut off or damaged. */
export async function* tarEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, boolean> {
  const bytes = reader(chunks);
  let longName: string | null = null;
  let wideSize: number | null = null;
  for (;;) {
    const header = await bytes.take(block);
    if (header.length === 0 || (header.length === block && header.every((byte) => byte === 0))) return true;
    if (header.length < block || !checksumHolds(header)) return false;
    const size: number = wideSize ?? numberAt(header, 124, 12);
    const type = String.fromCharCode(header[156]!);
    const padding = (block - (size % block)) % block;
    if (!Number.isSafeInteger(size) || size < 0) return false;
    if ('LxKg'.includes(type)) {
      if (size > largestHeader) return false;
      const content = await bytes.take(size);
      if (content.length < size || !(await bytes.skip(padding))) return false;
      if (type === 'L') longName = decodeName(content.subarray(0, terminated(content)));
      if (type === 'x') {
        const fields = paxFields(content);
        longName = fields.get('path') ?? longName;
        wideSize = fields.has('size') ? Number(fields.get('size')) : null;
      }
      continue;
    }
    const name = longName ?? shortName(header);
    longName = null;
    wideSize = null;
    let left = size;
    const kind = kindOf(type, name);
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

function kindOf(type: string, name: string): TarEntry['kind'] {
  if (type === '5' || ((type === '0' || type === '\0') && name.endsWith('/'))) return 'folder';
  if (type === '0' || type === '\0' || type === '7') return 'file';
  return type === '1' || type === '2' ? 'symlink' : 'device';
}

function checksumHolds(header: Buffer): boolean {
  let sum = 0;
  for (let i = 0; i < block; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!;
  return sum === numberAt(header, 148, 8);
}

/** Octal digits, or GNU's binary numbers, which begin with 0x80. */
function numberAt(header: Buffer, at: number, length: number): number {
  if (header[at] === 0x80) return Number(BigInt(`0x${header.toString('hex', at + 1, at + length)}`));
  const digits = header.toString('latin1', at, at + length).replace(/[\0 ]+/g, '');
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
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
      const parts: Buffer[] = [];
      let missing = length;
      while (missing > 0) {
        if (rest.length === 0 && !(await more())) break;
        const part = rest.subarray(0, missing);
        parts.push(part);
        rest = rest.subarray(part.length);
        missing -= part.length;
      }
      return Buffer.concat(parts);
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
