import { describe, expect, it, test } from 'vitest';
import { damagedStreams } from '../../../parsers/pdf/damage/damaged-streams.ts';

const content = Buffer.from(
  Array.from(
    { length: 900 },
    (_, i) => `1 0 0 1 ${60 + (i % 5) * 70} ${800 - 7 * (i % 90)} Tm (${i * 137}) Tj`,
  ).join('\n'),
);

/** Codes of LZW: they grow one code before they must, or not. */
function asCodes(data: Buffer, early: boolean): Buffer {
  let [bits, width, next] = ['', 9, 258];
  let known = new Map<string, number>();
  const put = (code: number): void => {
    bits += code.toString(2).padStart(width, '0');
  };
  const codeOf = (text: string): number => (text.length === 1 ? text.charCodeAt(0) : known.get(text)!);
  put(256);
  let word = '';
  for (const sign of data.toString('latin1')) {
    if (word === '' || known.has(word + sign)) {
      word += sign;
      continue;
    }
    put(codeOf(word));
    known.set(word + sign, next++);
    if (next - 1 + (early ? 1 : 0) >= 1 << width) width++;
    if (next >= 4093) {
      put(256);
      [width, next] = [9, 258];
      known = new Map();
    }
    word = sign;
  }
  put(codeOf(word));
  if (next + (early ? 1 : 0) >= 1 << width) width++;
  put(257);
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

/** Runs of RunLength, each of other bytes, with the sign of their end. */
function asRuns(data: Buffer): Buffer {
  const runs: number[] = [];
  for (let at = 0; at < data.length; at += 100) {
    const run = data.subarray(at, at + 100);
    runs.push(run.length - 1, ...run);
  }
  return Buffer.from([...runs, 128]);
}

function asBase85(data: Buffer): Buffer {
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    const group = data.subarray(at, at + 4);
    let value = Buffer.concat([group, Buffer.alloc(4)]).readUInt32BE(0);
    let signs = '';
    for (let i = 0; i < 5; i++) {
      signs = String.fromCharCode(33 + (value % 85)) + signs;
      value = Math.floor(value / 85);
    }
    text += signs === '!!!!!' && group.length === 4 ? 'z' : signs.slice(0, group.length + 1);
  }
  return Buffer.from(`${text}~>`);
}

const asHexadecimal = (data: Buffer): Buffer => Buffer.from(`${data.toString('hex')}>`);

const damaged = (filters: string, data: Buffer): number[] =>
  damagedStreams(
    Buffer.concat([
      Buffer.from(`7 0 obj\n<< /Filter ${filters} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );

const ways: [string, Buffer][] = [
  ['/LZWDecode', asCodes(content, true)],
  ['[/LZWDecode] /DecodeParms << /EarlyChange 0 >>', asCodes(content, false)],
  ['/RunLengthDecode', asRuns(content)],
  ['[/ASCII85Decode /LZWDecode]', asBase85(asCodes(content, true))],
  ['[/A85 /RL]', asBase85(asRuns(content))],
  ['[/ASCIIHexDecode /RunLengthDecode]', asHexadecimal(asRuns(content))],
];

describe('content that is packed by older filters', () => {
  it.each(ways)('%s is whole with its end', (filters, data) => {
    expect(damaged(filters, data)).toEqual([]);
  });

  it.each(ways)('%s is damaged where it is cut off', (filters, data) => {
    expect(damaged(filters, data.subarray(0, Math.floor(data.length * 0.6)))).toEqual([7]);
  });
});

test('runs whose end is not marked are whole', () => {
  expect(damaged('/RunLengthDecode', asRuns(content).subarray(0, -1))).toEqual([]);
});
