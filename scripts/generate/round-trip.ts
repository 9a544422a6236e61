import path from 'node:path';
import { type GeneratedDocument, generateDocument } from './document.ts';
import type { Section } from './page.ts';
import { seededRandom } from './random.ts';
import { type PrintJob, printByUser } from './render/browser.ts';
import { renderDocx } from './render/docx.ts';
import { type Drawing, type HtmlStyle, renderHtml } from './render/html.ts';
import { printByChromium, printByOffice } from './render/pdf.ts';
import type { Sheet } from './render/sheets.ts';
import { renderXlsx } from './render/xlsx.ts';

export type Printer = 'writer' | 'calc' | 'chromium';

/** One printed file: a filing by LibreOffice, or several by the browser, one below the other. */
export interface Print {
  name: string;
  documents: GeneratedDocument[];
  printer: Printer;
  drawing: Drawing;
  /** How a user prints it by the dialogue of the browser; null where the page itself says all and nothing is printed around it. */
  sheet: Sheet | null;
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
  /** Each print of the browser takes the next; none for prints without a dialogue. */
  sheets?: readonly Sheet[];
}

export const sectionsOf = ({ documents }: Pick<Print, 'documents'>): Section[] =>
  documents.flatMap(({ sections }) => sections);

/** Filings by turns to the printers; each print of the browser has the next drawing. */
export function planPrints({ count, seed, printers, drawings, join, sheets = [] }: Plan): Print[] {
  const prints: Print[] = [];
  const waiting: GeneratedDocument[] = [];
  let browsed = 0;
  const browse = () => {
    const documents = waiting.splice(0);
    if (documents.length === 0) return;
    const drawing = drawings[browsed % drawings.length]!;
    const sheet = sheets[browsed++ % sheets.length] ?? null;
    const sideways = sheet === null && pageStyle({ documents, drawing, sheet }).rotated ? '-sideways' : '';
    const seeds = documents.map((one) => one.seed).join('+');
    const name = `${seeds}.chromium-${drawing}${sideways}${sheet ? `-${sheet.name}` : ''}`;
    prints.push({ name, documents, printer: 'chromium', drawing, sheet });
  };
  for (let i = 0; i < count; i++) {
    const document = generateDocument(seed + i);
    const printer = printers[i % printers.length]!;
    if (printer !== 'chromium') {
      prints.push({
        name: `${document.id}.${printer}`,
        documents: [document],
        printer,
        drawing: 'plain',
        sheet: null,
      });
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
  const dialogue = new Map<string, PrintJob>();
  for (const one of batch) {
    const { name, printer, sheet } = one;
    const sections = sectionsOf(one);
    if (printer === 'calc') office.set(`${name}.xlsx`, renderXlsx(sections));
    if (printer === 'writer') office.set(`${name}.docx`, renderDocx(sections, wordStyle(one)));
    if (sheet !== null) dialogue.set(name, { html: renderHtml(sections, pageStyle(one)), sheet });
    else if (printer === 'chromium')
      printed.set(name, await printByChromium(renderHtml(sections, pageStyle(one))));
  }
  if (dialogue.size > 0) for (const [name, bytes] of await printByUser(dialogue)) printed.set(name, bytes);
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
function pageStyle(one: Pick<Print, 'documents' | 'drawing' | 'sheet'>): HtmlStyle {
  const random = choices(one);
  return {
    drawing: one.drawing,
    flow: true,
    fontSize: random.int(8, 13),
    repeatHeaders: random.chance(0.5),
    landscape: random.chance(0.3),
    rotated: random.chance(0.1),
    unpaged: one.sheet !== null,
    ...(one.sheet?.contentWidth ? { rules: `body{width:${one.sheet.contentWidth}px}` } : {}),
  };
}
