import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { compareGrids } from '../../scripts/generate/compare-grids.ts';
import { generateDocument } from '../../scripts/generate/document.ts';
import { renderDocx } from '../../scripts/generate/render/docx.ts';
import { renderHtml } from '../../scripts/generate/render/html.ts';
import { printByChromium, printByOffice, printer } from '../../scripts/generate/render/pdf.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';

async function roundTrip(sections: Parameters<typeof compareGrids>[0], bytes: Uint8Array) {
  const parsed = await parseDocument(bytes, { name: 'form.pdf' });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  const { differences, lost, added, figuresWrongAndSure } = compareGrids(sections, parsed.source);
  return { differences, lost, added, figuresWrongAndSure };
}
const nothing = { differences: [], lost: '', added: '', figuresWrongAndSure: 0 };

describe.skipIf(printer('soffice') === null)(
  'printed by LibreOffice (skipped where it is not installed)',
  () => {
    test('grids come back with their spans, texts and every sign', { timeout: 240_000 }, async () => {
      const cases = [3, 15, 24].map((seed) => generateDocument(seed));
      const files = new Map<string, Uint8Array>();
      cases.forEach(({ sections }, i) => {
        files.set(`writer${i}.docx`, renderDocx(sections));
        files.set(`calc${i}.xlsx`, renderXlsx(sections));
      });
      const printed = await printByOffice(files);
      expect([...printed.keys()].sort()).toEqual([...files.keys()].sort());
      for (const [name, bytes] of printed) {
        const { sections } = cases[Number(/\d/.exec(name)![0])]!;
        expect({ name, ...(await roundTrip(sections, bytes)) }).toEqual({ name, ...nothing });
      }
    });
  },
);

describe.skipIf(printer('chromium') === null)(
  'printed by Chromium (skipped where it is not installed)',
  () => {
    test('grids come back with their spans, texts and every sign', { timeout: 240_000 }, async () => {
      const { sections } = generateDocument(1);
      const bytes = await printByChromium(renderHtml(sections));
      expect(await roundTrip(sections, bytes)).toEqual(nothing);
    });
  },
);
