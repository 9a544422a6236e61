import { type Expectation, read, refused } from './case.ts';
import { form } from './form.ts';

export const page = (total = '30.00') => Buffer.from(form(total));
export const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
export const unsupported: Expectation = { status: ['unsupported'], codes: ['unsupported_format'] };
const some: Expectation = { status: ['ok', 'failed'], codes: ['corrupt'] };
export const rows = (count: number, expected: Expectation = read): Expectation => ({
  ...expected,
  rows: count,
});

export type OddArchive = [name: string, make: () => Uint8Array, expected: Expectation];

interface Header {
  type?: string;
  size?: string | Buffer;
  mark?: string;
  prefix?: string;
  /** Given after all else; the sum is made right unless it is written here. */
  change?: (header: Buffer) => void;
  sum?: (sum: number) => string;
}

/** A header of tar, and its content up to the next block. */
export function entry(name: string | Buffer, data: Uint8Array = page(), options: Header = {}): Buffer {
  const header = Buffer.alloc(512);
  header.set(Buffer.from(name).subarray(0, 100));
  header.write('0000644\0', 100, 'latin1');
  header.set(Buffer.from(options.size ?? `${data.length.toString(8).padStart(11, '0')}\0`), 124);
  header.write(options.type ?? '0', 156, 'latin1');
  header.write(options.mark ?? 'ustar\x0000', 257, 'latin1');
  header.write(options.prefix ?? '', 345, 'latin1');
  options.change?.(header);
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(options.sum?.(sum) ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}

const end = Buffer.alloc(1024);
const tar = (...entries: Buffer[]) => Buffer.concat([...entries, end]);

/** Records of pax, each with its own length before it. */
function pax(fields: Record<string, string>): Buffer {
  const records = Object.entries(fields).map(([name, value]) => {
    const body = Buffer.byteLength(` ${name}=${value}\n`);
    let length = body + 1;
    while (String(length).length + body !== length) length += 1;
    return `${length} ${name}=${value}\n`;
  });
  return entry('PaxHeaders/x', Buffer.from(records.join('')), { type: 'x' });
}

const paxOf = (text: string) => entry('PaxHeaders/x', Buffer.from(text), { type: 'x' });
const longName = (name: string) => entry('././@LongLink', Buffer.from(`${name}\0`), { type: 'L' });

/** Tar as programs write it that are old, careless or ill-meaning (POSIX.1-2001 pax; GNU tar's manual; libarchive's list of bugs). */
export const oddTars: readonly OddArchive[] = [
  ['without-a-mark.tar', () => tar(entry('a.html', page(), { mark: '' })), rows(1)],
  [
    'label-of-a-volume.tar',
    () => tar(entry('label', Buffer.alloc(0), { type: 'V', mark: '' }), entry('a.html')),
    rows(1),
  ],
  [
    'sum-with-blanks.tar',
    () => tar(entry('a.html', page(), { sum: (sum) => ` ${sum.toString(8)}\0 ` })),
    rows(1),
  ],
  [
    'sum-of-signed-bytes.tar',
    () =>
      tar(entry('目标.html', page(), { sum: (sum) => `${(sum - 256 * 6).toString(8).padStart(6, '0')}\0 ` })),
    rows(1),
  ],
  ['sum-wrong.tar', () => tar(entry('a.html', page(), { sum: () => '0000001\0' })), refused('corrupt')],
  [
    'second-sum-wrong.tar',
    () => tar(entry('a.html'), entry('b.html', page(), { sum: () => '0000001\0' })),
    rows(2, some),
  ],
  ['no-end.tar', () => Buffer.concat([entry('a.html'), entry('b.html')]), rows(2)],
  ['one-block-at-the-end.tar', () => Buffer.concat([entry('a.html'), Buffer.alloc(512)]), rows(1)],
  [
    'words-behind-the-end.tar',
    () => Buffer.concat([tar(entry('a.html')), Buffer.from('no block'.repeat(99))]),
    rows(1),
  ],
  [
    'cut-in-a-header.tar',
    () => Buffer.concat([entry('a.html'), entry('b.html').subarray(0, 300)]),
    rows(2, some),
  ],
  ['cut-in-the-padding.tar', () => entry('a.html').subarray(0, 512 + page().length), rows(2, some)],
  ['cut-in-a-file.tar', () => half(entry('a.html')), rows(2, refused('corrupt'))],
  ['name-twice.tar', () => tar(entry('a.html'), entry('a.html', page('31.00'))), rows(2)],
  ['name-of-nothing.tar', () => tar(entry('')), rows(1)],
  ['name-in-gbk.tar', () => tar(entry(Buffer.from('c4bfb1ea2e68746d6c', 'hex'))), rows(1)],
  ['prefix.tar', () => tar(entry('a.html', page(), { prefix: 'd/'.repeat(60) })), rows(1)],
  ['long-name.tar', () => tar(longName(`${'长'.repeat(2000)}.html`), entry('a')), rows(1)],
  [
    'long-name-without-end.tar',
    () => tar(entry('././@LongLink', Buffer.from('b.html'), { type: 'L' }), entry('a')),
    rows(1),
  ],
  ['long-name-of-nothing.tar', () => tar(longName(''), entry('a.html')), rows(1)],
  ['long-name-twice.tar', () => tar(longName('b.html'), longName('c.html'), entry('a')), rows(1)],
  ['long-name-at-the-end.tar', () => tar(entry('a.html'), longName('b.html')), rows(1)],
  [
    'long-name-of-gigabytes.tar',
    () => tar(entry('L', Buffer.alloc(0), { type: 'L', size: '77777777777\0' })),
    refused('corrupt'),
  ],
  [
    'long-link.tar',
    () =>
      tar(
        entry('././@LongLink', Buffer.from(`${'t'.repeat(300)}\0`), { type: 'K' }),
        entry('l', Buffer.alloc(0), { type: '2' }),
        entry('a.html'),
      ),
    rows(1),
  ],
  ['pax-name.tar', () => tar(pax({ path: 'd/目标.html', mtime: '-1.5' }), entry('a')), rows(1)],
  [
    'pax-size.tar',
    () => tar(pax({ size: String(page().length) }), entry('a.html', page(), { size: '00000000000\0' })),
    rows(1),
  ],
  [
    'pax-size-before-a-long-name.tar',
    () => tar(pax({ size: String(page().length) }), longName('b.html'), entry('a')),
    rows(1),
  ],
  ['pax-size-below-nought.tar', () => tar(pax({ size: '-512' }), entry('a.html')), refused('corrupt')],
  ['pax-size-of-no-number.tar', () => tar(pax({ size: 'large' }), entry('a.html')), refused('corrupt')],
  ['pax-length-of-nought.tar', () => tar(paxOf('0 path=b.html\n'), entry('a.html')), rows(1)],
  ['pax-length-beyond.tar', () => tar(paxOf('999999 path=b.html\n'), entry('a.html')), rows(1)],
  ['pax-length-of-no-number.tar', () => tar(paxOf('xx path=b.html\n'), entry('a.html')), rows(1)],
  ['pax-of-nothing.tar', () => tar(paxOf(''), entry('a.html')), rows(1)],
  ['pax-alone.tar', () => tar(pax({ comment: 'x' })), refused('empty')],
  [
    'pax-of-solaris.tar',
    () => tar(entry('x', Buffer.from('15 path=b.html\n'), { type: 'X' }), entry('a')),
    rows(1),
  ],
  [
    'pax-for-all.tar',
    () => tar(entry('pax_global_header', Buffer.from('13 comment=x\n'), { type: 'g' }), entry('a.html')),
    rows(1),
  ],
  [
    'sparse-of-gnu.tar',
    () => tar(entry('a.html', page(), { type: 'S' }), entry('b.html')),
    { ...read, status: ['ok', 'unsupported'], rows: 2 },
  ],
  [
    'sparse-of-many-pieces.tar',
    () => {
      const whole = entry('a.html', page(), { type: 'S', change: (header) => header.writeUInt8(1, 482) });
      return tar(whole.subarray(0, 512), Buffer.alloc(512), whole.subarray(512), entry('b.html'));
    },
    { ...read, status: ['ok', 'unsupported'], rows: 2 },
  ],
  [
    'sparse-of-pax.tar',
    () => tar(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.name': 'b.html' }), entry('a')),
    unsupported,
  ],
  [
    'goes-on-from-another-volume.tar',
    () => tar(entry('a.html', page(), { type: 'M' }), entry('b.html')),
    { ...read, status: ['ok', 'unsupported'], rows: 2 },
  ],
  ['letter-unknown.tar', () => tar(entry('a.html', page(), { type: 'Q' })), rows(1)],
  ['contiguous.tar', () => tar(entry('a.html', page(), { type: '7' })), rows(1)],
  [
    'size-in-bytes.tar',
    () => {
      const size = Buffer.alloc(12);
      size[0] = 0x80;
      size.writeUInt32BE(page().length, 8);
      return tar(entry('a.html', page(), { size }));
    },
    rows(1),
  ],
  [
    'size-in-bytes-below-nought.tar',
    () => tar(entry('a.html', page(), { size: Buffer.alloc(12, 0xff) })),
    refused('corrupt'),
  ],
  [
    'size-in-all-bytes.tar',
    () => {
      const size = Buffer.alloc(12, 0xff);
      size[0] = 0x80;
      return tar(entry('a.html', page(), { size }));
    },
    refused('corrupt'),
  ],
  [
    'size-with-blanks.tar',
    () => tar(entry('a.html', page(), { size: `${page().length.toString(8).padStart(11)} ` })),
    rows(1),
  ],
  [
    'size-of-no-number.tar',
    () => tar(entry('a.html', page(), { size: '0000089abcd\0' })),
    refused('corrupt'),
  ],
  ['file-named-as-a-folder.tar', () => tar(entry('d/', Buffer.alloc(0)), entry('a.html')), rows(1)],
  ['links-alone.tar', () => tar(entry('h.html', Buffer.alloc(0), { type: '1' }), entry('a.html')), rows(1)],
];
