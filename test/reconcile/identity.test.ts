import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../scripts/generate/render/html.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';
import { sampleDocument, samples } from '../../scripts/generate/samples.ts';
import { examine } from '../../src/index.ts';

const folder = join(import.meta.dirname, '..', '..', 'samples');
const slipped = samples.filter(({ slip }) => slip);

async function ids(bytes: Uint8Array, path: string): Promise<string[]> {
  const { findings } = await examine(bytes, { path });
  return findings.map(({ rule, finding_id }) => `${rule} ${finding_id}`).sort();
}

describe('the id of a finding', () => {
  test('there are samples with a slip', () => {
    expect(slipped.length).toBeGreaterThan(5);
  });

  test.each(slipped)('is the same on every run, in every format and layout: $name', async (sample) => {
    const workbook = new Uint8Array(readFileSync(join(folder, `${sample.name}.xlsx`)));
    const document = new Uint8Array(readFileSync(join(folder, `${sample.name}.docx`)));
    const { sections } = sampleDocument(sample);
    const page = new TextEncoder().encode(renderHtml(sections));
    const sheet = renderXlsx(sections, {
      captions: 'first-cell',
      numbers: 'text',
      narrow: 'left',
      sheets: 'one',
    });
    const expected = await ids(workbook, 'a.xlsx');
    expect(expected.length).toBeGreaterThan(0);
    expect(await ids(workbook, 'b.xlsx')).toEqual(expected);
    expect(await ids(document, 'a.docx')).toEqual(expected);
    expect(await ids(page, 'a.html')).toEqual(expected);
    expect(await ids(sheet, 'c.xlsx')).toEqual(expected);
  });
});
