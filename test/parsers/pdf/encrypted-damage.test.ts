import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { rc4 } from '../../../parsers/pdf/damage/ciphers.ts';
import { damagedStreams } from '../../../parsers/pdf/damage/damaged-streams.ts';
import { decryptionOf, isOddlyEncrypted } from '../../../parsers/pdf/damage/decryption.ts';
import { examine } from '../../../src/index.ts';
import { writePdf } from './pdf-writer.ts';
import { drawings, drawTable } from './table-drawing.ts';

const table = {
  xs: [60, 160, 320, 420],
  ys: Array.from({ length: 31 }, (_, i) => 60 + i * 20),
  cells: Array.from({ length: 90 }, (_, i) => ({
    row: Math.floor(i / 3),
    column: i % 3,
    lines: [`${['target', 'value', 'points'][i % 3]}${(i * 7919) % 1013}`],
  })),
};
const hex = (data: Uint8Array): string => `<${Buffer.from(data).toString('hex')}>`;
const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const [id, owner] = [Buffer.alloc(16, 7), Buffer.alloc(32, 9)];

/** A page that draws a packed form, encrypted by RC4 with an empty password (revision 2: ISO 32000-1 §7.6.3); what it draws is damaged where it is packed or where it is encrypted. */
function locked(
  damage: { packed?: (data: Buffer) => Buffer; encrypted?: (data: Buffer) => Buffer },
  method = '/V 1 /R 2',
): Uint8Array {
  const key = md5(padding, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const packed = deflateSync(drawTable(table, drawings[0]!));
  const form =
    '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >> /Filter /FlateDecode';
  return writePdf([{ content: '/X Do', resources: '/XObject << /X 100 0 R >>' }], {
    objects: [
      { number: 100, dict: form, stream: (damage.packed?.(packed) ?? packed).toString('latin1') },
      {
        number: 101,
        dict: `/Filter /Standard ${method} /O ${hex(owner)} /U ${hex(rc4(key, padding))} /P -4`,
      },
    ],
    trailer: `/Encrypt 101 0 R /ID [${hex(id)} ${hex(id)}]`,
    cipher: (data, number) => {
      const own = md5(key, Buffer.from([number, number >> 8, 0, 0, 0])).subarray(0, 10);
      const encrypted = rc4(own, data);
      return number === 100 ? (damage.encrypted?.(encrypted) ?? encrypted) : encrypted;
    },
  });
}

const changedAt =
  (part: number) =>
  (data: Buffer): Buffer => {
    const at = Math.floor(data.length * part);
    data[at] = data[at]! ^ 0x55;
    return data;
  };

async function ending(bytes: Uint8Array): Promise<unknown[]> {
  const { document } = await examine(bytes);
  return [document.status, document.error?.code ?? document.warnings.map(({ code }) => code)];
}

describe('a stream that RC4 has encrypted', () => {
  test('is whole', async () => {
    expect(damagedStreams(locked({}))).toEqual([]);
    expect(await ending(locked({}))).toEqual(['ok', ['unknown_form']]);
  });
  test.each([0.3, 0.8])('tells of a byte that was changed, at %s of it', async (part) => {
    const bytes = locked({ encrypted: changedAt(part) });
    expect(damagedStreams(bytes)).toEqual([100]);
    expect(await ending(bytes)).toEqual(['partial', expect.arrayContaining(['page_failed'])]);
  });
  test('needs no checksum', () => {
    expect(damagedStreams(locked({ packed: (data) => data.subarray(0, -4) }))).toEqual([]);
  });
});

it('tells of what does not unpack where its packing is none that is looked into', async () => {
  const packed = deflateSync(drawTable(table, drawings[0]!));
  const cut = packed.subarray(0, packed.length / 2);
  const content = deflateSync(cut).toString('latin1');
  const bytes = writePdf([{ content: '/X Do', resources: '/XObject << /X 100 0 R >>' }], {
    objects: [
      {
        number: 100,
        dict: '/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >> /Filter [/FlateDecode /FlateDecode]',
        stream: content,
      },
    ],
  });
  expect(damagedStreams(bytes)).toEqual([]);
  const { document } = await examine(bytes);
  expect(document.warnings.map(({ message }) => message.en)).toContain(
    'content of page 1 is damaged or not whole: text of it may be missing or wrong',
  );
});

const filters = (entries: string): string => `/V 4 /R 4 /Length 128 ${entries}`;

it.each([
  filters('/CF << /StdCF << /CFM /V7 /Length 16 >> >> /StmF /StdCF /StrF /StdCF'),
  filters('/CF << /StdCF << /CFM /V2 >> >> /StmF /Other /StrF /StdCF'),
  filters('/StmF /Other /StrF /Other'),
])('is encrypted where its method is none that is known: %s', async (method) => {
  const user = Buffer.alloc(32);
  const key = Array.from({ length: 50 }).reduce<Buffer>(
    (last) => md5(last),
    md5(padding, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id),
  );
  let first = rc4(key, md5(padding, id));
  for (let i = 1; i < 20; i++) first = rc4(Buffer.from(key.map((byte) => byte ^ i)), first);
  first.copy(user);
  const bytes = Buffer.from(
    Buffer.from(locked({}, method))
      .toString('latin1')
      .replace(/\/U <\w+>/, `/U ${hex(user)}`),
    'latin1',
  );
  expect(isOddlyEncrypted(bytes)).toBe(true);
  expect(await ending(bytes)).toEqual(['failed', 'encrypted']);
});

/** What qpdf wrote of `BT (7) Tj ET`, as stream 4 of a file that opens with `tide`. */
const written = [
  {
    name: 'AES of 128 bits, with metadata in the clear',
    dictionary:
      '/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /EncryptMetadata false /Filter /Standard /Length 128 /O <392dc48c088c55a8f63e6ff222eb81d9c8bb386e319c31366d6caf4c3f4c6790> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <bac90d4a8160e05b83567033b32c6f730122456a91bae5134273a6db134c87c4> /V 4',
    stream: '897934f9a8c8fc55157802f4d4e2325f78069050eaa29179d552eda5b1a01d51',
  },
  {
    name: 'AES of 256 bits, revision 5',
    dictionary:
      '/CF << /StdCF << /CFM /AESV3 >> >> /Filter /Standard /R 5 /StmF /StdCF /StrF /StdCF /U <6c2660ac2694bd4420e805a908bb64ea1f5e2deff39de8de53104d41903f470040baeae4d555e57d107d8be63ba935c1> /UE <64f921bc6132ccf056ffc4492c8728ba0ce3216b85a46858376167766fcfdc20> /V 5',
    stream: 'ce889e33eaf6ce57b6108c720c2a553cd16e59011f7b970886cd9d87b463df2f',
  },
  {
    name: 'AES of 256 bits, revision 6',
    dictionary:
      '/CF << /StdCF << /CFM /AESV3 >> >> /Filter /Standard /R 6 /StmF /StdCF /StrF /StdCF /U <7d1b7190756398a3c33becfa60a9ca47e4411ffd5127787656d92daa26bbd6d48779b0be4645caf871cc5e3b6872632b> /UE <9a403b2e3b181ee447933485665a7fb7265186a01413f92c2f993b385d612ce5> /V 5',
    stream: '79f7a74d949dc388cf700b01e8bf47605d8fee812bbfd9f9c242d6e1ac84320d',
  },
];

describe.each(written)('$name', ({ dictionary, stream }) => {
  const file = Buffer.from(
    `13 0 obj\n<< ${dictionary} >>\nendobj\ntrailer << /ID [<4758b645e664414d7e761af420d293d5><4758b645e664414d7e761af420d293d5>] /Encrypt 13 0 R >>`,
  );
  it('is decrypted with its password, and with no other', () => {
    const decrypt = decryptionOf(file, 'tide');
    expect(decrypt?.(Buffer.from(stream, 'hex'), { number: 4, generation: 0 }).toString()).toBe(
      'BT (7) Tj ET',
    );
    expect(decryptionOf(file, 'ebb')).toBeNull();
  });
});

it('reads strings of the dictionary however they are written', () => {
  const escaped = (data: Uint8Array): string =>
    `(${Array.from(data, (byte) => (byte === 9 ? '\\t' : `\\${byte.toString(8).padStart(3, '0')}`)).join('')})`;
  const file = Buffer.from(locked({})).toString('latin1');
  const rewritten = file.replace(
    /\/([OU]) <(\w+)>/g,
    (_, key: string, digits: string) => `/${key} ${escaped(Buffer.from(digits, 'hex'))}`,
  );
  expect(rewritten).not.toBe(file);
  expect(decryptionOf(Buffer.from(rewritten, 'latin1'), undefined)).not.toBeNull();
});

it('takes no key that the file does not hold to its end', () => {
  const salts = Buffer.alloc(16);
  const user = Buffer.concat([createHash('sha256').update(salts.subarray(0, 8)).digest(), salts]);
  const open = (sealed: Buffer) =>
    decryptionOf(
      Buffer.from(
        `/Encrypt << /Filter /Standard /V 5 /R 5 /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /U <${user.toString('hex')}> /UE <${sealed.toString('hex')}> >>`,
      ),
      undefined,
    );
  expect(open(Buffer.alloc(32))).not.toBeNull();
  expect(open(Buffer.alloc(16))).toBeNull();
});
