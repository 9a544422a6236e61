import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareFindings, compareRecords } from '../../scripts/generate/compare-records.ts';
import { renderHtml } from '../../scripts/generate/render/html.ts';
import { renderOds, renderOdt } from '../../scripts/generate/render/open-document.ts';
import { renderRtf } from '../../scripts/generate/render/rtf.ts';
import { renderXls } from '../../scripts/generate/render/xls.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';
import { buildSamples, sampleDocument, sampleFormats, samples } from '../../scripts/generate/samples.ts';
import { examine } from '../../src/index.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'samples');

describe('the samples folder', () => {
  const built = buildSamples();

  test('holds exactly the files that the script makes', () => {
    expect(readdirSync(folder).sort()).toEqual([...built.keys()].sort());
  });

  test('is made anew byte for byte', () => {
    for (const [name, bytes] of built) {
      expect(Buffer.compare(readFileSync(path.join(folder, name)), bytes), name).toBe(0);
    }
  });

  test('has every family, clean and with a planted slip', () => {
    const families = new Map<string, Set<string>>();
    for (const sample of samples) {
      const family = sample.template.split('/')[0]!;
      families.set(family, (families.get(family) ?? new Set()).add(sample.slip ? 'planted' : 'clean'));
    }
    expect(families.size).toBe(8);
    for (const [family, kinds] of families) expect([...kinds].sort(), family).toEqual(['clean', 'planted']);
  });

  test('plants what its table says', () => {
    for (const sample of samples) {
      expect(sampleDocument(sample).truth.findings.length, sample.name).toBe(sample.slip ? 1 : 0);
    }
  });
});

describe.each(samples)('$name', (sample) => {
  const { sections, truth } = sampleDocument(sample);
  const file = (format: string) =>
    new Uint8Array(readFileSync(path.join(folder, `${sample.name}.${format}`)));

  test.each(sampleFormats)('%s gives the expected records and findings', async (format) => {
    const examination = await examine(file(format), { path: `${sample.name}.${format}`, contacts: true });
    expect(examination.document.status).toBe('ok');
    expect(compareRecords(truth, examination)).toEqual([]);
    expect(compareFindings(truth, examination)).toEqual([]);
  });

  test.each([
    ['xls', () => renderXls(sections)],
    ['et', () => renderXls(sections)],
    ['html', () => new TextEncoder().encode(renderHtml(sections))],
    ['rtf', () => new TextEncoder().encode(renderRtf(sections))],
    ['odt', () => renderOdt(sections)],
    ['ods', () => renderOds(sections)],
    [
      'one sheet, text figures, captions in the first cell',
      () =>
        renderXlsx(sections, {
          captions: 'first-cell',
          numbers: 'text',
          narrow: 'left',
          sheets: 'one',
        }),
    ],
  ])('as %s it gives the same', async (format, render) => {
    const name = `${sample.name}.${format.length > 4 ? 'xlsx' : format}`;
    const examination = await examine(render(), { path: name, contacts: true });
    expect(compareRecords(truth, examination)).toEqual([]);
    expect(compareFindings(truth, examination)).toEqual([]);
  });
});
