import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { compareGrids } from '../../scripts/generate/compare-grids.ts';
import { generateDocument } from '../../scripts/generate/document.ts';
import { printByUser } from '../../scripts/generate/render/browser.ts';
import { renderDocx } from '../../scripts/generate/render/docx.ts';
import { renderHtml } from '../../scripts/generate/render/html.ts';
import { printByChromium, printByOffice, printer } from '../../scripts/generate/render/pdf.ts';
import { sheets } from '../../scripts/generate/render/sheets.ts';
import { renderXlsx } from '../../scripts/generate/render/xlsx.ts';

async function roundTrip(sections: Parameters<typeof compareGrids>[0], bytes: Uint8Array) {
  const parsed = await parseDocument(bytes, { name: 'form.pdf' });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  const blocks = parsed.source.blocks.filter((block) => block.kind === 'grid' || block.role !== 'furniture');
  const { differences, lost, added, figuresWrongAndSure } = compareGrids(sections, {
    ...parsed.source,
    blocks,
  });
  return { differences, lost, added, figuresWrongAndSure };
}
const nothing = { differences: [], lost: '', added: '', figuresWrongAndSure: 0 };
/** Spans, side labels, a header of three rows, figures side by side, a matrix. */
const chosen = [
  ['project_targets/evidence-columns', 3],
  ['project_self_evaluation/national-2020', 15],
  ['budget_table/income-beside-spending', 24],
  ['allocation_table/matrix', 5],
] as const;
const cases = chosen.map(([template, seed]) => generateDocument(seed, { template }));

describe.skipIf(printer('soffice') === null)(
  'printed by LibreOffice (skipped where it is not installed)',
  () => {
    test('grids come back with their spans, texts and every sign', { timeout: 240_000 }, async () => {
      const files = new Map<string, Uint8Array>();
      cases.forEach(({ sections }, i) => {
        if (i % 2 === 0) files.set(`writer${i}.docx`, renderDocx(sections));
        else files.set(`calc${i}.xlsx`, renderXlsx(sections));
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
    test('grids that break over pages come back whole', { timeout: 240_000 }, async () => {
      const sections = cases.flatMap((one) => one.sections);
      const bytes = await printByChromium(renderHtml(sections, { flow: true }));
      expect(await roundTrip(sections, bytes)).toEqual(nothing);
    });

    test('what the browser prints around its pages stays out', { timeout: 240_000 }, async () => {
      const sections = cases.flatMap((one) => one.sections);
      const html = renderHtml(sections, { flow: true, unpaged: true, fontSize: 12 });
      const chosen = sheets.filter(({ name }) => ['half', 'letter', 'broad'].includes(name));
      const printed = await printByUser(new Map(chosen.map((sheet) => [sheet.name, { html, sheet }])));
      expect([...printed.keys()]).toEqual(chosen.map(({ name }) => name));
      for (const [name, bytes] of printed)
        expect({ name, ...(await roundTrip(sections, bytes)) }).toEqual({ name, ...nothing });
    });
  },
);
