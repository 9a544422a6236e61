import { describe, expect, test } from 'vitest';
import { type Drawing, renderHtml } from '../../../scripts/generate/render/html.ts';
import { printByChromium, printer } from '../../../scripts/generate/render/pdf.ts';
import { examine } from '../../../src/examine/examine.ts';
import { type WildForm, wildForm } from './form.ts';

const unspaced = (text: string | null): string | null => text?.replace(/\s/g, '') ?? null;

async function print(seed: number, drawing: Drawing) {
  const form = wildForm(seed);
  const bytes = await printByChromium(renderHtml([form.section], { drawing }));
  const { document, filings, findings, indicators } = await examine(bytes, { path: 'form.pdf' });
  const read = indicators.map(({ level1, level2, level3, weight, score }) => ({
    level1,
    level2: unspaced(level2),
    name: level3,
    weight,
    score,
  }));
  return { form, document, filings, read, errors: findings.filter(({ severity }) => severity === 'error') };
}

const drawn = ({ indicators }: WildForm) =>
  indicators.map(({ level1, level2, name, weight, score }) => ({ level1, level2, name, weight, score }));

/** Forms whose layout is drawn by lot, printed without a full grid of lines. */
describe.skipIf(printer('chromium') === null)(
  'printed by Chromium (skipped where it is not installed)',
  () => {
    test.each([
      ...[1, 4, 5, 8, 10].map((seed) => [seed, 'horizontal-only'] as const),
      [1, 'three-line'],
      [6, 'three-line'],
      [4, 'vertical-only'],
    ] as const)(
      'form %i drawn as %s is read whole',
      async (seed, drawing) => {
        const { form, filings, read, errors } = await print(seed, drawing);
        expect(filings).toMatchObject([form.filing]);
        expect(read).toEqual(drawn(form));
        expect(errors).toEqual([]);
      },
      60_000,
    );

    // What merged cells hold cannot be told in all of these: where texts stand otherwise than in their cells, it is said, and nothing is called wrong.
    test.each([
      [2, 'three-line'],
      [3, 'none'],
    ] as const)(
      'form %i drawn as %s is called wrong in nothing',
      async (seed, drawing) => {
        const { document, errors } = await print(seed, drawing);
        expect(errors).toEqual([]);
        if (drawing === 'three-line')
          expect(document.warnings.map(({ code }) => code)).toContain('uncertain_grid');
      },
      60_000,
    );
  },
);
