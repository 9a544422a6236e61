// The archives that ingest is measured on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocument } from '../generate/document.ts';
import { renderDocx } from '../generate/render/docx.ts';
import { renderHtml } from '../generate/render/html.ts';
import { printByOffice, printer } from '../generate/render/pdf.ts';
import { renderXls } from '../generate/render/xls.ts';
import { renderXlsx } from '../generate/render/xlsx.ts';
import { zip } from '../generate/render/zip.ts';
import { form } from '../hostile/form.ts';
import { makeScan, qualities } from '../scan/make-scan.ts';

interface NamedFile {
  name: string;
  content: string | Uint8Array;
}

const renderers = [renderXlsx, renderDocx, renderXls, renderHtml];
const endings = ['xlsx', 'docx', 'xls', 'html'];
const perFolder = 1000;

/** Filings of every dialect in turn in four formats, in folders of a thousand. */
export function writeFilings(target: string, total: number): void {
  writeInFolders(target, total, filing);
}

function filing(i: number): NamedFile {
  const { sections } = generateDocument(i + 1);
  return { name: `${i}.${endings[i % 4]}`, content: renderers[i % 4]!(sections) };
}

/** What rates are measured on: filings of office formats and HTML alone, with printed PDF among them, with scanned ones too. */
export const writers = { office: writeFilings, digital: writeDigital, mixed: writeMixed };
export type Kind = keyof typeof writers;

/** Small pages that differ in one figure. */
export function writePages(target: string, total: number): void {
  writeInFolders(target, total, (i) => ({
    name: `${i}.html`,
    content: form(`${30 + (i % 3)}.00`, `<p>编号 ${i}</p>`),
  }));
}

/** One document in so many is a PDF, one in so many of these may be a scanned one; so many of each folder lie in a zip. */
const pdfEvery = 20;
const scanEvery = 5;
const perZip = 100;
const printed = 12;

/** The same filings with printed PDF among them, where LibreOffice can print. */
async function writeDigital(target: string, total: number): Promise<void> {
  writeInFolders(target, total, withPdf(await printedPages(), []));
}

/** And with scanned ones, where pdftoppm can draw them. */
async function writeMixed(target: string, total: number): Promise<void> {
  const prints = await printedPages();
  writeInFolders(target, total, withPdf(prints, await scannedPages(prints)));
}

/** Digital filings with a tenth of every folder in a zip. */
export async function writeArchive(target: string, total: number): Promise<void> {
  const document = withPdf(await printedPages(), []);
  let packed: NamedFile[] = [];
  writeInFolders(target, total, (i) => {
    const made = document(i);
    if (i % perFolder >= perZip) return made;
    packed.push(made);
    if (i % perFolder < perZip - 1 && i < total - 1) return null;
    const content = zip(packed.map(({ name, content: data }) => ({ path: name, data })));
    packed = [];
    return { name: `${i}.zip`, content };
  });
}

/**
 * A dozen of each is made, for that takes a second each; each time one is used again it ends with another comment (ISO 32000-1 §7.2.3), so
 * that no bytes come twice.
 */
function withPdf(prints: readonly Uint8Array[], scans: readonly Uint8Array[]): (i: number) => NamedFile {
  return (i) => {
    if (i % pdfEvery !== pdfEvery - 1) return filing(i);
    const nth = Math.floor(i / pdfEvery);
    const pages = scans.length > 0 && nth % scanEvery === scanEvery - 1 ? scans : prints;
    const page = pages[nth % pages.length];
    if (page === undefined) return filing(i);
    return { name: `${i}.pdf`, content: Buffer.concat([page, Buffer.from(`\n% ${i}\n`)]) };
  };
}

async function printedPages(): Promise<Uint8Array[]> {
  if (printer('soffice') === null) return [];
  const names = Array.from({ length: printed }, (_, i) => `${i}.docx`);
  const files = names.map((name, i) => [name, renderDocx(generateDocument(i + 1).sections)] as const);
  return [...(await printByOffice(new Map(files))).values()];
}

/** Of an office's scanner: 200 dots an inch, a little turned and spotted. */
async function scannedPages(prints: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const quality = qualities.find(({ name }) => name === 'noisy200')!;
  return Promise.all(prints.map((print, i) => makeScan(print, quality, i + 1)));
}

function writeInFolders(target: string, total: number, make: (i: number) => NamedFile | null): void {
  for (let i = 0; i < total; i++) {
    const below = join(target, String(Math.floor(i / perFolder)));
    if (i % perFolder === 0) mkdirSync(below, { recursive: true });
    const made = make(i);
    if (made !== null) writeFileSync(join(below, made.name), made.content);
  }
}
