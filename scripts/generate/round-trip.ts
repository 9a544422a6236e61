import path from 'node:path';
import { type GeneratedDocument, generateDocument } from './document.ts';
import type { Section } from './page.ts';
import { seededRandom } from './random.ts';
import { renderDocx } from './render/docx.ts';
import { type Drawing, type HtmlStyle, renderHtml } from './render/html.ts';
import { printByChromium, printByOffice } from './render/pdf.ts';
import { renderXlsx } from './render/xlsx.ts';

export type Printer = 'writer' | 'calc' | 'chromium';

/** One printed file: a filing by LibreOffice, or several by the browser, one below the other. */
export interface Print {
  name: string;
  documents: GeneratedDocument[];
  printer: Printer;
  drawing: Drawing;
}

export interface Plan {
  /** Filings. */
  count: number;
  /** Seed of the first; the others follow. */
  seed: number;
  printers: readonly Printer[];
  drawings: readonly Drawing[];
  /** Filings on the pages of one browser print, so that tables break wherever a page ends. */
  join: number;
}

export const sectionsOf = ({ documents }: Pick<Print, 'documents'>): Section[] =>
  documents.flatMap(({ sections }) => sections);

/** Filings by turns to the printers; each print of the browser has the next drawing. */
export function planPrints({ count, seed, printers, drawings, join }: Plan): Print[] {
  const prints: Print[] = [];
  const waiting: GeneratedDocument[] = [];
  let browsed = 0;
  const browse = () => {
    const documents = waiting.splice(0);
    if (documents.length === 0) return;
    const drawing = drawings[browsed++ % drawings.length]!;
    const sideways = pageStyle({ documents, drawing }).rotated ? '-sideways' : '';
    const seeds = documents.map((one) => one.seed).join('+');
    prints.push({ name: `${seeds}.chromium-${drawing}${sideways}`, documents, printer: 'chromium', drawing });
  };
  for (let i = 0; i < count; i++) {
    const document = generateDocument(seed + i);
    const printer = printers[i % printers.length]!;
    if (printer !== 'chromium') {
      prints.push({ name: `${document.id}.${printer}`, documents: [document], printer, drawing: 'plain' });
      continue;
    }
    waiting.push(document);
    if (waiting.length >= join) browse();
  }
  browse();
  return prints;
}

/** PDF bytes by name; the office files of the batch in one call. */
export async function printAll(batch: readonly Print[]): Promise<Map<string, Uint8Array>> {
  const office = new Map<string, Uint8Array>();
  const printed = new Map<string, Uint8Array>();
  for (const one of batch) {
    const { name, printer } = one;
    const sections = sectionsOf(one);
    if (printer === 'calc') office.set(`${name}.xlsx`, renderXlsx(sections));
    if (printer === 'writer') office.set(`${name}.docx`, renderDocx(sections, wordStyle(one)));
    if (printer === 'chromium')
      printed.set(name, await printByChromium(renderHtml(sections, pageStyle(one))));
  }
  if (office.size === 0) return printed;
  for (const [name, bytes] of await printByOffice(office)) printed.set(path.parse(name).name, bytes);
  return printed;
}

const choices = ({ documents }: Pick<Print, 'documents'>) => seededRandom(documents[0]!.seed + 7);

function wordStyle(one: Print) {
  const random = choices(one);
  return { splitRows: random.chance(0.5), repeatHeaders: random.chance(0.5), fontSize: random.int(15, 24) };
}

/** A sideways page asks the viewer to turn it, so that its lines run upwards. */
function pageStyle(one: Pick<Print, 'documents' | 'drawing'>): HtmlStyle {
  const random = choices(one);
  return {
    drawing: one.drawing,
    flow: true,
    fontSize: random.int(8, 13),
    repeatHeaders: random.chance(0.5),
    landscape: random.chance(0.3),
    rotated: random.chance(0.1),
  };
}
