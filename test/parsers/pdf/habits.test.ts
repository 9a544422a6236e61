import { describe, expect, test } from 'vitest';
import { compareGrids } from '../../../scripts/generate/compare-grids.ts';
import { generateDocument } from '../../../scripts/generate/document.ts';
import { recordRecall } from '../../../scripts/generate/record-recall.ts';
import { renderDocx } from '../../../scripts/generate/render/docx.ts';
import { examine } from '../../../src/index.ts';
import { habitsOf, printFiling } from './habits/print.ts';
import { readPdf } from './reading.ts';

describe('a filing printed by a system of its own reads as printed, and its records are those of the Word file', () => {
  // Every kind of borders, texts, pages and things around the tables is among them.
  test.each([1, 4, 6, 10, 12, 14, 21, 23, 28, 41, 58, 63, 67, 68, 72, 82, 114, 119, 124, 294])(
    '%i',
    async (seed) => {
      const { sections, truth } = generateDocument(seed);
      const bytes = printFiling(sections, habitsOf(seed), seed);
      const { differences, lost, figuresWrongAndSure } = compareGrids(sections, await readPdf(bytes.slice()));
      expect({ differences, lost, figuresWrongAndSure }).toEqual({
        differences: [],
        lost: '',
        figuresWrongAndSure: 0,
      });
      const ofWord = await examine(renderDocx(sections), { path: 'form.docx' });
      const { found } = recordRecall([truth], await examine(bytes, { path: 'form.pdf' }));
      expect(found).toBe(recordRecall([truth], ofWord).found);
    },
  );
});
