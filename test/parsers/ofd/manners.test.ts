import { describe, expect, test } from 'vitest';
import { ofdFromPdf } from '../../../scripts/ofd/from-pdf.ts';
import { manners } from '../../../scripts/ofd/manners.ts';
import { show, writePdf } from '../pdf/pdf-writer.ts';
import { gridsOf, shape } from '../pdf/reading.ts';
import { expected, form } from '../pdf/small-form.ts';
import { drawTable } from '../pdf/table-drawing.ts';
import { readOfd } from './reading.ts';

describe('a form reads the same from what writers of OFD make of it', () => {
  test.each(manners)('$name', async (manner) => {
    for (const lines of ['strokes', 'filled boxes', 'background'] as const) {
      const pdf = writePdf([
        { content: drawTable(form, lines, 842, (text, x, y, size) => show(text, x, y, size)) },
      ]);
      const [grid, ...others] = gridsOf(await readOfd(await ofdFromPdf(pdf, manner)));
      expect(others).toEqual([]);
      expect(shape(grid!)).toEqual(expected);
    }
  });
});
