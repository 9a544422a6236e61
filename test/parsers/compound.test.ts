import { expect, test } from 'vitest';
import { readCompound } from '../../parsers/compound.ts';

const sector = 512;
const tables = 48;
const [endOfChain, none] = [0xfffffffe, 0xffffffff];

/** A compound file of so many empty folders, one beside the other ([MS-CFB] 2.2 to 2.6); its directory goes on where `after` says. */
function folders(count: number, after = endOfChain): Buffer {
  const sectors = (count + 1) / 4;
  const bytes = Buffer.alloc((1 + tables + sectors) * sector, 0xff);
  bytes.fill(0, 0, 0x4c);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(tables, 0x30);
  for (const at of [0x3c, 0x44]) bytes.writeUInt32LE(endOfChain, at);
  for (let i = 0; i < tables; i++) bytes.writeUInt32LE(i, 0x4c + 4 * i);
  for (let i = 0; i < sectors; i++)
    bytes.writeUInt32LE(i === sectors - 1 ? after : tables + i + 1, sector + 4 * (tables + i));
  for (let i = 0; i <= count; i++) {
    const at = (1 + tables) * sector + 128 * i;
    bytes.fill(0, at, at + 128);
    const length = bytes.write(i === 0 ? 'Root' : `f${i}`, at, 'utf16le') + 2;
    bytes.writeUInt16LE(length, at + 0x40);
    bytes[at + 0x42] = i === 0 ? 5 : 1;
    const [right, child] = i === 0 ? [none, 1] : [i === count ? none : i + 1, none];
    bytes.writeUInt32LE(none, at + 0x44);
    bytes.writeUInt32LE(right, at + 0x48);
    bytes.writeUInt32LE(child, at + 0x4c);
  }
  return bytes;
}

test('a directory is read to its end, as a mail of thousands of enclosures has it', () => {
  const { entries } = readCompound(folders(20_003))!;
  expect(entries).toHaveLength(20_004);
  expect(entries.at(-1)).toMatchObject({ name: 'f20003', folder: '' });
});

test('a directory that runs in a circle ends', () => {
  const { entries } = readCompound(folders(3, tables))!;
  expect(entries.length).toBeLessThan(250);
});
