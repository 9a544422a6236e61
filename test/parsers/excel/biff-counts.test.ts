import { expect, it } from 'vitest';
import { miscounts } from '../../../parsers/excel/binary/biff-counts.ts';

function record(type: number, body: readonly number[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, Buffer.from(body)]);
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** A sheet of one formula: its tokens, what stands behind them, and records after it. */
function sheet(tokens: number[], behind: number[] = [], version = 6, ...more: Buffer[]): Buffer {
  const begin = record(0x809, [0, version, 0x10, ...zeros(13)]);
  const formula = record(0x06, [...zeros(20), tokens.length, 0, ...tokens, ...behind]);
  return Buffer.concat([begin, formula, ...more, record(0x0a, [])]);
}

const constants = [0x60, ...zeros(7)];
const areas = [0x46, ...zeros(6)];
const one = [1, ...zeros(8)];
const word = [2, 2, 0, 1, 0x2d, 0x4e, 0x87, 0x65];

it.each([
  ['a sum of two cells', sheet([0x44, 1, 0, 0, 0, 0x44, 2, 0, 0, 0, 0x03])],
  ['a text that holds what would be a token', sheet([0x17, 2, 0, 0x46, 0x46])],
  ['constants, two columns and one row', sheet(constants, [1, 0, 0, ...one, ...word])],
  ['an area', sheet(areas, [1, 0, ...zeros(8)])],
  ['constants and then an area', sheet([...constants, ...areas], [0, 0, 0, ...one, 1, 0, ...zeros(8)])],
  ['constants that go on in the next record', sheet(constants, [0, 0, 0], 6, record(0x3c, one))],
  ['a token that no table has', sheet([0xc6, 0x46])],
  ['an area before BIFF8', sheet(areas, [], 5)],
])('%s is read', (_, stream) => {
  expect(miscounts(stream)).toBe(false);
});

it.each([
  ['an area whose count is missing', sheet(areas)],
  ['an area whose token is cut off', sheet([0x66, 0x25], [0x69])],
  ['more areas than there are', sheet(areas, [2, 0, ...zeros(8)])],
  ['constants that say no size', sheet(constants, [0])],
  ['millions of constants', sheet(constants, [255, 255, 255, ...one])],
  ['a text longer than its record', sheet(constants, [0, 0, 0, 2, 255, 0, 1, 0x2d])],
  ['an area behind constants, not counted', sheet([...constants, ...areas], [0, 0, 0, ...one])],
])('%s is damage', (_, stream) => {
  expect(miscounts(stream)).toBe(true);
});
