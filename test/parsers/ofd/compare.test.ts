import { describe, expect, test } from 'vitest';
import { generateDocument } from '../../../scripts/generate/document.ts';
import { differencesOf } from '../../../scripts/ofd/compare.ts';
import { ofdFromPdf } from '../../../scripts/ofd/from-pdf.ts';
import { manners } from '../../../scripts/ofd/manners.ts';
import { habitsOf, printFiling } from '../pdf/habits/print.ts';

describe('a filing that is printed to PDF and to OFD gives the same tables, texts and records', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i', async (seed) => {
    const pdf = printFiling(generateDocument(seed).sections, habitsOf(seed), seed);
    const manner = manners[seed % manners.length]!;
    expect(await differencesOf(pdf, await ofdFromPdf(pdf, manner))).toEqual([]);
  });
});
