import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { data, xlsx } from '../../../scripts/hostile/kinds/sheet-markup.ts';
import { docx, table } from '../../../scripts/hostile/kinds/word-markup.ts';
import { agile, standard } from './encrypt.ts';

const book = xlsx({ sheet: data() });
const document = docx(table);

async function readingOf(bytes: Uint8Array, name: string, password?: string): Promise<string> {
  const result = await parseDocument(bytes, { name, ...(password === undefined ? {} : { password }) });
  if (result.status !== 'read') return result.error.code;
  const cells = result.source.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  return `${result.format} ${cells.map(({ text }) => text).join('|')}`;
}

it.each([
  ['agile', (bytes: Uint8Array) => agile(bytes, '密码1')],
  ['agile, AES-128 and SHA-1', (bytes: Uint8Array) => agile(bytes, '密码1', { hash: 'sha1', bits: 128 })],
  ['agile, AES-256 and SHA-1', (bytes: Uint8Array) => agile(bytes, '密码1', { hash: 'sha1' })],
  ['agile, AES-192 and SHA-384', (bytes: Uint8Array) => agile(bytes, '密码1', { hash: 'sha384', bits: 192 })],
  ['standard', (bytes: Uint8Array) => standard(bytes, '密码1')],
])('opens packages under their password, and no other: %s', async (_, encrypt) => {
  for (const [plain, name] of [
    [book, 'a.xlsx'],
    [document, 'a.docx'],
  ] as const) {
    const open = await readingOf(plain, name);
    expect(open).toContain('财政拨款');
    expect(await readingOf(encrypt(plain), name, '密码1')).toBe(open);
    expect(await readingOf(encrypt(plain), name, '密码2')).toBe('encrypted');
    expect(await readingOf(encrypt(plain), name)).toBe('encrypted');
  }
});

it('opens without being told a password what Excel opens so', async () => {
  const open = await readingOf(book, 'a.xlsx');
  for (const encrypt of [agile, standard]) {
    expect(await readingOf(encrypt(book, 'VelvetSweatshop'), 'a.xlsx')).toBe(open);
    expect(await readingOf(encrypt(book, 'VelvetSweatshop'), 'a.xlsx', 'another')).toBe(open);
  }
});

it('refuses at once what asks for hashing without end', async () => {
  const hostile = agile(book, '密码1', { claims: 2 ** 31 });
  const start = performance.now();
  expect(await readingOf(hostile, 'a.xlsx', '密码1')).toBe('too_large');
  expect(performance.now() - start).toBeLessThan(5_000);
});

it('tells a package that is damaged below its encryption', async () => {
  const changed = agile(book, '密码1');
  const at = changed.lastIndexOf(changed.subarray(-600, -590)) - 2_000;
  changed[at] = (changed[at] ?? 0) ^ 1;
  const code = await readingOf(changed, 'a.xlsx', '密码1');
  expect(['corrupt', 'encrypted']).toContain(code);
  for (let end = 1_024; end < changed.length; end += 512)
    expect(await readingOf(changed.subarray(0, end), 'a.xlsx', '密码1')).toMatch(/^(?:corrupt|encrypted)$/);
});

// Written by LibreOffice.
it('opens a binary document of Word under its password, and no other', async () => {
  const bytes = readFileSync(new URL('locked.doc', import.meta.url));
  expect(await readingOf(bytes, 'a.doc', 'secret1')).toContain('财政拨款|20.00');
  expect(await readingOf(bytes, 'a.doc', 'secret2')).toBe('encrypted');
  expect(await readingOf(bytes, 'a.doc')).toBe('encrypted');
});
