import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../../../scripts/generate/page.ts';
import { renderDocx } from '../../../scripts/generate/render/docx.ts';
import { renderHtml } from '../../../scripts/generate/render/html.ts';
import { renderXlsx } from '../../../scripts/generate/render/xlsx.ts';
import { examine } from '../../../src/examine/examine.ts';
import { wildForm } from './form.ts';
import { wildTable } from './money-table.ts';

/** Forms whose layout is drawn by lot are read as they were drawn, in three formats, and found without fault. */
const formats: Record<string, (sections: Section[]) => Uint8Array> = {
  html: (sections) => new TextEncoder().encode(renderHtml(sections)),
  docx: (sections) => renderDocx(sections),
  xlsx: (sections) => renderXlsx(sections),
};

const unspaced = (text: string | null | undefined): string => (text ?? '').replace(/\s/g, '');

async function read(section: Section, format: string) {
  const examined = await examine(formats[format]!([section]), { path: `form.${format}` });
  expect(examined.document).toMatchObject({ status: 'ok', warnings: [] });
  return examined;
}

/** What the rules call wrong; what is merely unlikely (half of all points on one indicator) may be drawn. */
const errors = (findings: { rule: string; severity: string; message: { en: string } }[]): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule} ${message.en}`);

const seeds = fc.integer({ min: 1, max: 1e6 });

describe.each(Object.keys(formats))('in %s', (format) => {
  test('forms of indicators and funds', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const form = wildForm(seed);
        const { amounts, filings, findings, indicators } = await read(form.section, format);
        expect(filings).toMatchObject([form.filing]);
        expect(
          indicators.map(({ level1, level2, level3, target, actual, weight, score }) => ({
            level1,
            level2: level2 === null ? null : unspaced(level2),
            name: level3,
            target:
              target?.kind === 'number'
                ? { operator: target.op, value: target.value, unit: target.unit }
                : null,
            words: target?.kind === 'text' ? target.raw : null,
            actual: actual?.kind === 'number' ? actual.value : null,
            weight,
            score,
          })),
        ).toEqual(form.indicators);
        const sums = amounts.filter(({ measure }) => measure !== 'rate');
        expect(sums).toHaveLength(form.amounts.length);
        for (const { item, measures, value } of form.amounts)
          expect(
            sums.some(
              (sum) =>
                measures.includes(sum.measure) &&
                sum.value === value &&
                (item === '' || unspaced(sum.item) === item),
            ),
            `${item} ${measures} ${value}`,
          ).toBe(true);
        expect(errors(findings)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('tables of money', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { section, sums } = wildTable(seed);
        const { amounts, findings } = await read(section, format);
        const left = amounts.filter(({ value }) => value !== 0);
        for (const { code, item, value } of sums) {
          const at = left.findIndex(
            (sum) =>
              sum.value === value &&
              (code === null || sum.code === code) &&
              (item === '' || unspaced(sum.item) === item),
          );
          expect(at, `${code} ${item} ${value}`).not.toBe(-1);
          left.splice(at, 1);
        }
        expect(left).toEqual([]);
        expect(errors(findings)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
