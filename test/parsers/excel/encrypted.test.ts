import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';

const file = (name: string) => readFileSync(new URL(name, import.meta.url));
const cellsOf = async (name: string, password?: string): Promise<number | string> => {
  const options = password === undefined ? {} : { password };
  const result = await parseDocument(file(name), { name, ...options });
  if (result.status !== 'read') return result.error.code;
  return result.source.blocks.reduce(
    (sum, block) => sum + (block.kind === 'grid' ? block.cells.length : 0),
    0,
  );
};

// Both were written by LibreOffice over the same sheet.
it('opens a workbook that is encrypted because its structure is protected, without being told a password', async () => {
  expect(await cellsOf('protected.xls')).toBe(33);
  expect(await cellsOf('protected.xls', 'another')).toBe(33);
});

it('opens a workbook under its password, and no other', async () => {
  expect(await cellsOf('locked.xls', 'secret1')).toBe(33);
  expect(await cellsOf('locked.xls', 'secret2')).toBe('encrypted');
  expect(await cellsOf('locked.xls')).toBe('encrypted');
});
