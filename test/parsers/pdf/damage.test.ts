import { deflateSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { damagedStreams } from '../../../parsers/pdf/damage/damaged-streams.ts';
import { examine } from '../../../src/index.ts';
import { writePdf } from './pdf-writer.ts';
import { drawings, drawTable } from './table-drawing.ts';

const table = {
  xs: [60, 160, 320, 420],
  ys: [100, 130, 160, 190],
  cells: Array.from({ length: 9 }, (_, i) => ({
    row: Math.floor(i / 3),
    column: i % 3,
    lines: [`${['target', 'value', 'points'][i % 3]}${i}`],
  })),
};
const packed = deflateSync(drawTable(table, drawings[0]!));

/** A page that draws a packed form. */
const pdfOf = (stream: Buffer, font = '') =>
  writePdf(
    [{ content: '/X Do', resources: '/XObject << /X 100 0 R >>', ...(font === '' ? {} : { fonts: font }) }],
    {
      objects: [
        {
          number: 100,
          dict: '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >> /Filter /FlateDecode',
          stream: stream.toString('latin1'),
        },
      ],
    },
  );

async function ending(bytes: Uint8Array) {
  const { document } = await examine(bytes);
  return [
    document.status,
    ...document.warnings.map(({ code }) => code).filter((code) => code !== 'unknown_form'),
  ];
}

it('is partial where what is drawn is cut off, and says which object', async () => {
  const bytes = pdfOf(packed.subarray(0, -60));
  expect(damagedStreams(bytes)).toEqual([100]);
  expect(await ending(bytes)).toEqual(['partial', 'page_failed']);
});

it('is partial where what is drawn is not what was packed', async () => {
  const changed = deflateSync(drawTable(table, drawings[0]!), { level: 0 });
  const four = changed.indexOf(Buffer.from('value4').toString('hex'));
  changed.write('7', four + 11);
  const bytes = pdfOf(changed);
  expect(damagedStreams(bytes)).toEqual([100]);
  expect(await ending(bytes)).toEqual(['partial', 'page_failed']);
});

it('is whole where the checksum alone was left away, or an older version of an object is damaged', async () => {
  expect(await ending(pdfOf(packed.subarray(0, -4)))).toEqual(['ok']);
  const cut = Buffer.from(pdfOf(packed.subarray(0, -60)));
  const again = Buffer.concat([
    cut,
    Buffer.from('100 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  expect(damagedStreams(again)).toEqual([]);
});

it.each([
  ['ASCII85Decode', '<~87cURD]i,"Ebo80~>', []],
  ['ASCII85Decode', '87cURD]i,"E\nbo80z ~> y', []],
  ['A85', '87cURD]i,"Ebo80', []],
  ['ASCII85Decode', '87cURD]vwx,"Ebo80~>', [7]],
  ['ASCIIHexDecode', '42 54\n0a>zz', []],
  ['AHx', '42 5O>', [7]],
])('finds signs that are none of %s: %s', (filter, data, expected) => {
  const text = `7 0 obj\n<< /Filter [/${filter}] /Length 9 >>\nstream\n${data}\nendstream\nendobj\n`;
  expect(damagedStreams(Buffer.from(text, 'latin1'))).toEqual(expected);
});

it('looks at no picture, and at nothing that is encrypted', () => {
  const bytes = Buffer.from(pdfOf(packed.subarray(0, -60)));
  const image = Buffer.from(
    bytes.toString('latin1').replace('/Subtype /Form ', '/Subtype /Image '),
    'latin1',
  );
  expect(damagedStreams(image)).toEqual([]);
  expect(damagedStreams(Buffer.concat([bytes, Buffer.from('trailer << /Encrypt 9 0 R >>')]))).toEqual([]);
});

it('counts the blocks of what AES has encrypted', () => {
  const locked = (length: number) =>
    Buffer.from(
      `5 0 obj\n<< /Length ${length} >>\nstream\n${'x'.repeat(length)}\nendstream\nendobj\n6 0 obj\n<< /CF << /StdCF << /CFM /AESV2 >> >> >>\nendobj\ntrailer\n<< /Encrypt 6 0 R >>\n`,
    );
  expect(damagedStreams(locked(64))).toEqual([]);
  expect(damagedStreams(locked(59))).toEqual([5]);
  expect(damagedStreams(Buffer.from(locked(59).toString().replace('AESV2', 'V2')))).toEqual([]);
});

it('tells of texts in a font that cannot be read, and keeps the others', async () => {
  const content = `${drawTable(table, drawings[0]!)} BT /F9 12 Tf 60 80 Td (lost) Tj ET`;
  const bytes = writePdf([{ content, fonts: '/F9 100 0 R' }], {
    objects: [{ number: 100, dict: '/Type /Font /Subtype /None' }],
  });
  expect(await ending(bytes)).toEqual(['partial', 'page_failed']);
});

it('tells of cells whose characters have all lost their meaning, though most of the page is read', async () => {
  const withCells = (texts: readonly string[]): Uint8Array => {
    const drawn = texts.map((text, i) => `BT /F2 10 Tf ${65 + i * 100} 690 Td <${text}> Tj ET`);
    const lines = Array.from(
      { length: 40 },
      (_, i) => `BT /F1 10 Tf 60 ${600 - i * 12} Td (read ${i}) Tj ET`,
    );
    const frame = [60, 160, 260].map((x) => `${x} 660 m ${x} 720 l S`);
    const across = [660, 720].map((y) => `60 ${y} m 260 ${y} l S`);
    return writePdf([{ content: [...frame, ...across, ...drawn, ...lines].join('\n') }]);
  };
  expect(await ending(Buffer.from(withCells(['E001E002', 'E003E004E005'])))).toContain('no_text');
  // Boxes to tick and rows of stars are signs of their fonts.
  expect(await ending(Buffer.from(withCells(['E001', 'E002E002E002E002E002'])))).not.toContain('no_text');
});

it('reads a file that closes none of its streams', async () => {
  const whole = Buffer.from(writePdf([{ content: drawTable(table, drawings[0]!) }])).toString('latin1');
  const open = await examine(Buffer.from(whole.replaceAll('endstream', ''), 'latin1'));
  expect(open.document.status).toBe('ok');
  const textsOf = ({ grids }: typeof open) =>
    grids.flatMap(({ cells }) => cells.map(([, , , , text]) => text));
  expect(textsOf(open)).toEqual(textsOf(await examine(Buffer.from(whole, 'latin1'))));
  expect(textsOf(open)).toHaveLength(9);
});

const honest = (extra = '', content = drawTable(table, drawings[0]!)) =>
  Buffer.from(writePdf([{ content, extra }])).toString('latin1');
const warned = async (text: string) => {
  const { document } = await examine(Buffer.from(text, 'latin1'));
  return [document.status, ...document.warnings.map(({ message }) => message.en)].filter(
    (words) => !words.startsWith('The labels'),
  );
};

it('tells where a file is several one behind another', async () => {
  expect(
    await ending(
      Buffer.concat([Buffer.from('%%EOF\n'), writePdf([{ content: drawTable(table, drawings[0]!) }])]),
    ),
  ).toEqual(['ok']);
  expect(await warned(honest())).toEqual(['ok']);
  expect(await warned(`${honest()}\r\n${honest()}`)).toEqual([
    'partial',
    expect.stringContaining('several PDF files'),
  ]);
});

it('tells where a change at the end of a file is cut off', async () => {
  const change = '20 0 obj\n<< /Type /Page >>\nendobj\nxref\n20 1\n00000';
  expect(await warned(honest() + change)).toEqual(['partial', expect.stringContaining('cut off')]);
});

it('tells of a piece of content that is not there, however its list is written', async () => {
  const text = honest().replace(/\/Contents (\d+ 0 R)/, '/Contents\n[\n$1 99 0 R\n]');
  expect(text).toContain('/Contents\n[');
  expect(await warned(text)).toEqual(['partial', expect.stringContaining('missing from the file')]);
});

it('tells of what pdf.js passes over on a page: an object that is not there, what follows an error', async () => {
  const content = drawTable(table, drawings[0]!);
  expect(await warned(honest('', `/X9 Do ${content}`))).toEqual([
    'partial',
    expect.stringContaining('1 objects that page 1 draws'),
  ]);
  expect(await warned(honest('', `${content} ${'1 '.repeat(40)} w BT`))).toEqual([
    'partial',
    expect.stringContaining('what follows was not read'),
  ]);
});

it('keeps what pdf.js warns of from the console, each file its own', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  try {
    const broken = honest('', `/X9 Do ${drawTable(table, drawings[0]!)}`);
    const endings = await Promise.all([warned(broken), warned(honest()), warned(broken)]);
    expect(endings.map(([status]) => status)).toEqual(['partial', 'ok', 'partial']);
    expect(warn).not.toHaveBeenCalled();
    console.warn('ours');
    expect(warn).toHaveBeenCalledWith('ours');
  } finally {
    warn.mockRestore();
  }
});

it('says that a file is locked by a certificate', async () => {
  const bytes = writePdf([{ content: drawTable(table, drawings[0]!) }], {
    trailer: '/Encrypt << /Filter /Adobe.PubSec /V 4 /Recipients [<00>] >> /ID [<01> <01>]',
  });
  expect((await examine(bytes)).document.error?.code).toBe('encrypted');
});
