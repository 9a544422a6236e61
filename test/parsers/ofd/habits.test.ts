import { beforeAll, describe, expect, test } from 'vitest';
import { ofdFromPdf } from '../../../scripts/ofd/from-pdf.ts';
import { manners } from '../../../scripts/ofd/manners.ts';
import { packageHabits } from '../../../scripts/ofd/package-habits.ts';
import { pageHabits } from '../../../scripts/ofd/page-habits.ts';
import { show, writePdf } from '../pdf/pdf-writer.ts';
import { gridsOf, shape } from '../pdf/reading.ts';
import { expected, form } from '../pdf/small-form.ts';
import { drawTable } from '../pdf/table-drawing.ts';
import { readOfd } from './reading.ts';

describe('a form reads the same however its package is laid out and its pages are drawn', () => {
  const packages: Uint8Array[] = [];
  beforeAll(async () => {
    const content = drawTable(form, 'strokes', 842, (text, x, y, size) => show(text, x, y, size));
    for (const manner of manners) packages.push(await ofdFromPdf(writePdf([{ content }]), manner));
  });

  test.each([...packageHabits, ...pageHabits].map((habit, i) => ({ ...habit, i })))(
    '$name',
    async ({ write, i }) => {
      const before = packages[i % packages.length]!;
      const source = await readOfd(write(before));
      expect(gridsOf(source).map(shape)).toEqual([expected]);
      expect(source.warnings).toEqual([]);
    },
  );
});
