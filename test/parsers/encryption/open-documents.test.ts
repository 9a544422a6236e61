import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blowfishDecrypted } from '../../../parsers/encryption/blowfish.ts';
import { parseDocument } from '../../../parsers/index.ts';
import { sealedDocument } from './encrypt-open.ts';

async function readingOf(bytes: Uint8Array, name: string, password?: string): Promise<string> {
  const result = await parseDocument(bytes, { name, ...(password === undefined ? {} : { password }) });
  if (result.status !== 'read') return result.error.code;
  const cells = result.source.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  return `${result.format} ${cells.map(({ text }) => text).join('|')}`;
}

// Written by LibreOffice.
it('opens a document under its password, and no other', async () => {
  const bytes = readFileSync(new URL('locked.ods', import.meta.url));
  expect(await readingOf(bytes, 'a.ods', 'secret1')).toContain('财政拨款|20.00');
  expect(await readingOf(bytes, 'a.ods', 'secret2')).toBe('encrypted');
  expect(await readingOf(bytes, 'a.ods')).toBe('encrypted');
});

it.each([
  ['text', 'odt', 'aes'],
  ['spreadsheet', 'ods', 'aes'],
  ['text', 'odt', 'blowfish'],
  ['spreadsheet', 'ods', 'blowfish'],
] as const)('opens a %s (%s) that is encrypted by %s', async (kind, format, cipher) => {
  const sealed = sealedDocument(kind, '密码1', { cipher });
  expect(await readingOf(sealed, `a.${format}`, '密码1')).toMatch(
    new RegExp(`^${format} .*财政拨款\\|20.00`),
  );
  expect(await readingOf(sealed, `a.${format}`, '密码2')).toBe('encrypted');
  expect(await readingOf(sealed, `a.${format}`)).toBe('encrypted');
});

it('refuses at once what asks for hashing without end, and what unpacks to more than the limit', async () => {
  const start = performance.now();
  const endless = sealedDocument('text', '密码1', { claims: 2 ** 40 });
  expect(await readingOf(endless, 'a.odt', '密码1')).toBe('too_large');
  const bomb = sealedDocument('text', '密码1', { content: ' '.repeat(8 << 20) });
  const limits = { maxUnpackedBytes: 1 << 20 };
  const result = await parseDocument(bomb, { name: 'a.odt', password: '密码1', limits });
  expect(result.status === 'read' ? '' : result.error.code).toBe('too_large');
  expect(performance.now() - start).toBeLessThan(5_000);
});

it('tells a document that is damaged or cut off', async () => {
  const sealed = sealedDocument('text', '密码1');
  for (let at = 100; at < sealed.length; at += 97) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(await readingOf(changed, 'a.odt', '密码1')).toMatch(
      /^(?:corrupt|encrypted|odt .*20\.00.*|unsupported_format)$/,
    );
    expect(await readingOf(sealed.subarray(0, at), 'a.odt', '密码1')).toMatch(/^(?:corrupt|encrypted)$/);
  }
});

// Of Schneier's own.
it.each([
  ['0000000000000000', '0000000000000000', '4ef997456198dd78'],
  ['ffffffffffffffff', 'ffffffffffffffff', '51866fd5b85ecb8a'],
  ['0123456789abcdef', '1111111111111111', '61f9c3802281b096'],
])('enciphers by Blowfish: %s %s', (key, block, expected) => {
  const [keyBytes, vector] = [Buffer.from(key, 'hex'), Buffer.from(block, 'hex')];
  expect(blowfishDecrypted(keyBytes, vector, Buffer.alloc(8)).toString('hex')).toBe(expected);
});
