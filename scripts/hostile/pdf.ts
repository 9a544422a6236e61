import { deflateSync } from 'node:zlib';
import { type HostileCase, read, refused, survived } from './case.ts';

/** Objects by number from 1; the first is the catalogue. */
type Objects = (string | { dictionary: string; stream: Uint8Array })[];

/** A PDF by hand (ISO 32000-1 §7.5). */
function pdf(objects: Objects, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, i) => {
    offsets.push(at);
    if (typeof object === 'string') add(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
    else {
      const head = `${i + 1} 0 obj\n<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`;
      add(Buffer.concat([Buffer.from(head), object.stream, Buffer.from('\nendstream\nendobj\n')]));
    }
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = (kids = '[3 0 R]', count: number | string = 1) =>
  `<< /Type /Pages /Kids ${kids} /Count ${count} >>`;
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const pageWith = (more: string, box = '[0 0 595 842]') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${more} >>`;
const resources = '/Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R';
const written = { dictionary: '', stream: Buffer.from('BT /F1 12 Tf 72 720 Td (plan 12) Tj ET') };
const simple = (page: string, kids?: string, count?: number | string): Objects => [
  catalogue,
  pages(kids, count),
  page,
  written,
  font,
];

/** Each form draws the next one ten times. */
function fanOut(levels: number): Buffer {
  const form = (next: string) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} >> >>`,
    stream: Buffer.from('/X Do '.repeat(10)),
  });
  const forms = Array.from({ length: levels }, (_, i) => form(`${i + 6} 0 R`));
  return pdf([
    catalogue,
    pages(),
    pageWith('/Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R'),
    { dictionary: '', stream: Buffer.from('/X Do '.repeat(10)) },
    ...forms,
    { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', stream: Buffer.from('0 0 m 9 9 l S ') },
  ]);
}

const content = (dictionary: string, stream: Uint8Array): Objects => [
  catalogue,
  pages(),
  pageWith(resources),
  { dictionary, stream },
  font,
];

function bomb(size: number, layers: number): Buffer {
  let stream: Uint8Array = Buffer.alloc(size, ' ');
  for (let i = 0; i < layers; i++) stream = deflateSync(stream, { level: 9 });
  return pdf(content(`/Filter [${'/FlateDecode '.repeat(layers)}]`, stream));
}

/** PDF files of a few kilobytes that ask for hours or gigabytes, and page trees that are none. */
export const pdfs: readonly HostileCase[] = [
  {
    name: 'form-fan-out.pdf',
    make: () => fanOut(20),
    // Its page is given up once it has drawn a hundred thousand forms, which may take longer than it has.
    expected: { status: ['failed'], codes: ['page_failed', 'timeout', 'out_of_memory'] },
  },
  {
    name: 'form-in-itself.pdf',
    make: () =>
      pdf([
        catalogue,
        pages(),
        pageWith('/Resources << /XObject << /X 4 0 R >> >> /Contents 4 0 R'),
        {
          dictionary:
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>',
          stream: Buffer.from('/X Do'),
        },
      ]),
    expected: {
      status: ['failed', 'partial'],
      codes: ['timeout', 'corrupt', 'no_text', 'empty', 'no_table', 'out_of_memory', 'page_failed'],
    },
  },
  {
    name: 'flate-bomb.pdf',
    heavy: true,
    make: () => bomb(800 << 20, 1),
    expected: {
      status: ['failed', 'partial'],
      codes: [
        'out_of_memory',
        'timeout',
        'too_large',
        'corrupt',
        'no_text',
        'page_failed',
        'no_table',
        'empty',
      ],
    },
  },
  {
    name: 'nested-flate-bomb.pdf',
    heavy: true,
    make: () => bomb(800 << 20, 3),
    expected: {
      status: ['failed', 'partial'],
      codes: [
        'out_of_memory',
        'timeout',
        'too_large',
        'corrupt',
        'no_text',
        'page_failed',
        'no_table',
        'empty',
      ],
    },
  },
  {
    name: 'page-tree-loop.pdf',
    make: () =>
      pdf([
        catalogue,
        '<< /Type /Pages /Kids [3 0 R] /Count 5 >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>',
      ]),
    expected: refused('corrupt', 'timeout', 'empty', 'no_text', 'page_failed', 'no_table'),
  },
  {
    // The count is a lie, the one page is not.
    name: 'many-pages-claimed.pdf',
    make: () => pdf(simple(pageWith(resources), '[3 0 R]', 1_000_000_000)),
    expected: survived,
  },
  {
    name: 'negative-pages.pdf',
    make: () => pdf(simple(pageWith(resources), '[3 0 R]', -5)),
    expected: survived,
  },
  {
    name: 'same-page-thousands.pdf',
    heavy: true,
    make: () => pdf(simple(pageWith(resources), `[${'3 0 R '.repeat(20_000)}]`, 20_000)),
    expected: {
      status: ['failed', 'partial', 'ok'],
      codes: ['corrupt', 'timeout', 'too_large', 'out_of_memory'],
    },
  },
  {
    name: 'huge-box.pdf',
    make: () => pdf(simple(pageWith(resources, '[0 0 1e30 1e30]'))),
    expected: survived,
  },
  {
    name: 'nan-box.pdf',
    make: () => pdf(simple(pageWith(resources, '[0 /a null (x)]'))),
    expected: survived,
  },
  {
    name: 'huge-image.pdf',
    make: () =>
      pdf([
        catalogue,
        pages(),
        pageWith('/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R'),
        { dictionary: '', stream: Buffer.from('595 0 0 842 0 0 cm /I Do') },
        {
          dictionary:
            '/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
          stream: deflateSync(Buffer.alloc(1 << 20)),
        },
      ]),
    expected: { status: ['failed', 'partial'] },
  },
  {
    name: 'encrypted.pdf',
    make: () =>
      pdf(
        [
          ...simple(pageWith(resources)),
          `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
        ],
        '/Encrypt 6 0 R /ID [<01> <01>]',
      ),
    expected: refused('encrypted'),
  },
  {
    name: 'unknown-cipher.pdf',
    make: () =>
      pdf(
        [...simple(pageWith(resources)), '<< /Filter /Other /V 9 /R 9 >>'],
        '/Encrypt 6 0 R /ID [<01> <01>]',
      ),
    expected: refused('encrypted', 'corrupt'),
  },
  {
    name: 'beyond-the-page.pdf',
    make: () => pdf(content('', Buffer.from(`BT /F1 12 Tf ${'1 0 Td (a) Tj '.repeat(100_000)} ET`))),
    expected: read,
  },
  {
    // What cannot be unpacked is no blank page.
    name: 'packed-by-noise.pdf',
    make: () => pdf(content('/Filter /LZWDecode', written.stream)),
    expected: refused('page_failed'),
  },
  {
    name: 'no-pages.pdf',
    make: () => pdf([catalogue, '<< /Type /Pages /Kids [] /Count 0 >>']),
    expected: refused('corrupt', 'empty', 'no_text', 'no_table'),
  },
];
