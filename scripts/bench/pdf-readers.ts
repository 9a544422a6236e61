import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from '../../parsers/index.ts';
import { examine } from '../../src/index.ts';

/** A cell as a reader gives it; spans of 1 where the reader has none. */
export interface ReadCell {
  text: string;
  rowSpan: number;
  columnSpan: number;
}

/** A table is its rows, a row its cells from left to right: those that begin in it. */
export type ReadTable = ReadCell[][];

export interface PdfReader {
  name: string;
  /** What is timed: everything from bytes to tables, or to text where there are no tables. */
  read: (bytes: Uint8Array) => Promise<ReadTable[]>;
}

/** hedui, pdf.js on its own, and those of the peers that are installed in a folder. */
export async function pdfReaders(peers: string | undefined): Promise<PdfReader[]> {
  const own: PdfReader[] = [
    { name: 'hedui examine', read: heduiExamine },
    { name: 'hedui tables', read: heduiTables },
    { name: 'pdfjs-dist, text and marks', read: bare },
  ];
  if (peers === undefined) return own;
  // Packages are found from the folder of the module that imports them.
  const loader = join(peers, 'load-peer.mjs');
  writeFileSync(loader, 'export const load = (name) => import(name);\n');
  const { load } = (await import(pathToFileURL(loader).href)) as { load: <T>(name: string) => Promise<T> };
  return [
    ...own,
    { name: named('mupdf', peers), read: mupdf(await load<Mupdf>('mupdf')) },
    {
      name: named('@llamaindex/liteparse', peers),
      read: liteparse(await load<Liteparse>('@llamaindex/liteparse')),
    },
    { name: named('pdf-parse', peers), read: pdfParse(await load<PdfParse>('pdf-parse')) },
    { name: named('pdf2json', peers), read: pdf2json(await load<Pdf2json>('pdf2json')) },
  ];
}

function named(name: string, peers: string): string {
  const about = readFileSync(join(peers, 'node_modules', name, 'package.json'), 'utf8');
  return `${name} ${(JSON.parse(about) as { version: string }).version}`;
}

const plain = (text: string): ReadCell => ({ text, rowSpan: 1, columnSpan: 1 });

async function heduiExamine(bytes: Uint8Array): Promise<ReadTable[]> {
  await examine(bytes);
  return [];
}

async function heduiTables(bytes: Uint8Array): Promise<ReadTable[]> {
  const parsed = await parseDocument(bytes, { name: 'form.pdf' });
  if (parsed.status !== 'read') return [];
  return parsed.source.blocks.flatMap((block) =>
    block.kind === 'grid'
      ? [
          Array.from({ length: block.rows }, (_, row) =>
            block.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
          ),
        ]
      : [],
  );
}

async function bare(bytes: Uint8Array): Promise<ReadTable[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes, verbosity: 0 });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
  return [];
}

interface Mupdf {
  Document: {
    openDocument(
      bytes: Uint8Array,
      type: string,
    ): {
      countPages(): number;
      loadPage(index: number): {
        toStructuredText(options: string): { asHTML(id: number): string; destroy(): void };
        destroy(): void;
      };
      destroy(): void;
    };
  };
}

/** With the options that look for tables. */
function mupdf({ Document }: Mupdf): PdfReader['read'] {
  return async (bytes) => {
    const document = Document.openDocument(bytes, 'application/pdf');
    const tables: ReadTable[] = [];
    for (let index = 0; index < document.countPages(); index++) {
      const page = document.loadPage(index);
      const text = page.toStructuredText('preserve-whitespace,segment,table-hunt');
      tables.push(...htmlTables(text.asHTML(index)));
      text.destroy();
      page.destroy();
    }
    document.destroy();
    return tables;
  };
}

function htmlTables(html: string): ReadTable[] {
  return [...html.matchAll(/<table>([\s\S]*?)<\/table>/g)].map(([, table]) =>
    [...table!.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      [...row!.matchAll(/<td([^>]*)>([\s\S]*?)<\/td>/g)].map(([, attributes, body]) => ({
        text: decoded(body!.replace(/<[^>]*>/g, '')),
        rowSpan: Number(/rowspan="?(\d+)/.exec(attributes!)?.[1] ?? 1),
        columnSpan: Number(/colspan="?(\d+)/.exec(attributes!)?.[1] ?? 1),
      })),
    ),
  );
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

interface Liteparse {
  LiteParse: new (options: object) => { parse(bytes: Uint8Array): Promise<{ text: string }> };
}

function liteparse({ LiteParse }: Liteparse): PdfReader['read'] {
  return async (bytes) => {
    const parser = new LiteParse({ outputFormat: 'markdown', ocrEnabled: false, quiet: true });
    const { text } = await parser.parse(Buffer.from(bytes));
    return [...text.matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) =>
      table
        .trim()
        .split('\n')
        .filter((row) => !/^[|:\s-]+$/.test(row))
        .map((row) => row.split('|').slice(1, -1).map(plain)),
    );
  };
}

interface PdfParse {
  PDFParse: new (options: {
    data: Uint8Array;
  }) => { getTable(): Promise<{ pages: { tables: string[][][] }[] }>; destroy(): Promise<void> };
}

function pdfParse({ PDFParse }: PdfParse): PdfReader['read'] {
  return async (data) => {
    // It brings a pdf.js of another version, which must not take the worker of ours.
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
    const parser = new PDFParse({ data });
    const { pages } = await parser.getTable();
    await parser.destroy();
    return pages.flatMap(({ tables }) => tables.map((table) => table.map((row) => row.map(plain))));
  };
}

interface Pdf2json {
  default: new () => {
    on(event: string, heard: (thing: { parserError?: Error }) => void): void;
    parseBuffer(bytes: Buffer): void;
    destroy(): void;
  };
}

/** Gives texts and lines with their places, no tables. */
function pdf2json({ default: Parser }: Pdf2json): PdfReader['read'] {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const parser = new Parser();
      parser.on('pdfParser_dataError', ({ parserError }) => reject(parserError));
      parser.on('pdfParser_dataReady', () => {
        parser.destroy();
        resolve([]);
      });
      parser.parseBuffer(Buffer.from(bytes));
    });
}
