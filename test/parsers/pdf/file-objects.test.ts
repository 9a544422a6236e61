import { expect, test } from 'vitest';
import { holdsMorePages } from '../../../parsers/pdf/damage/page-tree.ts';

test('objects that are packed in the clear, each under a comment that names it, are no more pages than their list says', () => {
  const objects = [
    '<< /Type /Page /Parent 2 0 R >>',
    '<< /Type /Pages /Count 3 /Kids [1 0 R 3 0 R 4 0 R] >>',
    '<< /Type /Page /Parent 2 0 R >>',
    '<< /Type /Page /Parent 2 0 R >>',
    '<< /Type /Catalog /Pages 2 0 R /Note (/Page) >>',
  ].map((body, i) => `% ${i + 1} 0 obj\n${body}\n`);
  const places = objects.map((_, i) => `${i + 1} ${objects.slice(0, i).join('').length}`).join(' ');
  const packed = `6 0 obj\n<< /Type /ObjStm /N 5 /First ${places.length + 1} >>\nstream\n${places}\n${objects.join('')}endstream\nendobj\n`;
  expect(holdsMorePages(Buffer.from(`%PDF-1.5\n${packed}`), 3)).toBe(false);
});
