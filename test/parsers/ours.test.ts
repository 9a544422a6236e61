import { expect, test } from 'vitest';
import { isOurs } from '../../parsers/index.ts';

const thrownAt = (frame: string): Error => {
  const error = new Error('x');
  error.stack = `Error: x\n    at read (${frame})\n    at next (file:///opt/app/node_modules/hedui/dist/library/index.js:1:1)`;
  return error;
};

test('an error is ours by where it was thrown, also where the package is installed', () => {
  const root = 'file:///opt/app/node_modules/hedui/dist/';
  expect(isOurs(thrownAt(`${root}library/pdf.js:9:1`), root)).toBe(true);
  expect(isOurs(thrownAt('file:///opt/app/node_modules/pdfjs-dist/pdf.mjs:1:1'), root)).toBe(false);
  expect(isOurs(thrownAt('node:internal/buffer:1:1'), root)).toBe(false);
  const sources = 'file:///srv/hedui/';
  expect(isOurs(thrownAt(`${sources}parsers/pdf/page.ts:9:1`), sources)).toBe(true);
  expect(isOurs(thrownAt(`${sources}node_modules/mammoth/lib/index.js:1:1`), sources)).toBe(false);
  expect(isOurs(thrownAt('/srv/hedui/parsers/pdf/page.ts:9:1'), sources)).toBe(true);
  expect(isOurs('no error', sources)).toBe(false);
});
