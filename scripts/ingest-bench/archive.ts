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

/** Small pages that differ in one figure. */
export function writePages(target: string, total: number): void {
  writeInFolders(target, total, (i) => ({
    name: `${i}.html`,
    content: form(`${30 + (i % 3)}.00`, `<p>编号 ${i}</p>`),
  }));
}

/** One document in so many is a PDF; so many of each folder lie in a zip. */
const pdfEvery = 20;
const perZip = 100;
const printed = 12;

/**
 * The same filings with PDF among them where LibreOffice can print some, and with a tenth of every folder in a zip. A dozen is printed, for
 * that takes a second each; each time one is used again it ends with another comment (ISO 32000-1 §7.2.3), so that no bytes come twice.
 */
export async function writeMixed(target: string, total: number): Promise<void> {
  const pages = await printedPages();
  const document = (i: number): NamedFile => {
    const page = pages[Math.floor(i / pdfEvery) % pages.length];
    if (i % pdfEvery !== pdfEvery - 1 || page === undefined) return filing(i);
    return { name: `${i}.pdf`, content: Buffer.concat([page, Buffer.from(`\n% ${i}\n`)]) };
  };
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

async function printedPages(): Promise<Uint8Array[]> {
  if (printer('soffice') === null) return [];
  const names = Array.from({ length: printed }, (_, i) => `${i}.docx`);
  const files = names.map((name, i) => [name, renderDocx(generateDocument(i + 1).sections)] as const);
  return [...(await printByOffice(new Map(files))).values()];
}

function writeInFolders(target: string, total: number, make: (i: number) => NamedFile | null): void {
  for (let i = 0; i < total; i++) {
    const below = join(target, String(Math.floor(i / perFolder)));
    if (i % perFolder === 0) mkdirSync(below, { recursive: true });
    const made = make(i);
    if (made !== null) writeFileSync(join(below, made.name), made.content);
  }
}
