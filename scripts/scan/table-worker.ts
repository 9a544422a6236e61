import { readFileSync } from 'node:fs';
import { parseDocument } from '../../parsers/index.ts';
import { dismissReaders } from '../../parsers/scan/index.ts';
import type { SourceDocument } from '../../schemas/index.ts';
import { examineWhole } from '../../src/examine/examine.ts';
import { missingFigures, tesseractPage } from './native-tesseract.ts';
import { added, comparedDocument, noFigures, type TableFigures } from './table-figures.ts';

/** One of the processes of scan-table.ts: reads its share of the documents when it is told to. */

/** A print and its scan, as files. */
export interface TableDocument {
  name: string;
  printed: string;
  scan: string;
  /** Pictures of its pages, for the command that is compared. */
  pages: string[];
}

export type TableOrder =
  | { do: 'prepare'; documents: TableDocument[] }
  | { do: 'read' | 'tesseract'; from: number; to: number };

/** `wrong`: figures that were read wrong, by the command at least. */
export type TableReply =
  | { done: 'prepare' }
  | { done: 'read'; figures: TableFigures }
  | { done: 'tesseract'; pages: number; figures: number; wrong: number; used: number };

let documents: TableDocument[] = [];
const prints = new Map<string, SourceDocument>();

async function prepared(given: TableDocument[]): Promise<TableReply> {
  documents = given;
  for (const { name, printed } of documents) {
    const parsed = await parseDocument(new Uint8Array(readFileSync(printed)), { name: `${name}.pdf` });
    if (parsed.status !== 'read') throw new Error(`${name}: ${parsed.error.message.en}`);
    prints.set(name, parsed.source);
  }
  // The first scan starts the threads and compiles the code: that is not what is measured.
  const [first] = documents;
  if (first) await examineWhole(new Uint8Array(readFileSync(first.scan)), { contacts: true });
  return { done: 'prepare' };
}

async function read(from: number, to: number): Promise<TableReply> {
  let figures = noFigures();
  const before = process.cpuUsage();
  for (const { name, scan } of documents.slice(from, to)) {
    const { source } = await examineWhole(new Uint8Array(readFileSync(scan)), {
      path: `${name}.pdf`,
      contacts: true,
    });
    figures = added(figures, comparedDocument(name, prints.get(name)!, source));
  }
  const { user, system } = process.cpuUsage(before);
  return { done: 'read', figures: { ...figures, used: (user + system) / 1e6 } };
}

async function tesseract(from: number, to: number): Promise<TableReply> {
  const sum = { pages: 0, figures: 0, wrong: 0, used: 0 };
  for (const { name, pages } of documents.slice(from, to)) {
    const texts: string[] = [];
    for (const page of pages) {
      const { text, used } = await tesseractPage(page);
      texts.push(text);
      sum.used += used;
    }
    const { figures, wrong } = missingFigures(prints.get(name)!, texts.join('\n'));
    sum.pages += pages.length;
    sum.figures += figures;
    sum.wrong += wrong;
  }
  return { done: 'tesseract', ...sum };
}

process.on('message', (order: TableOrder) => {
  const work =
    order.do === 'prepare'
      ? prepared(order.documents)
      : order.do === 'read'
        ? read(order.from, order.to)
        : tesseract(order.from, order.to);
  work.then(
    (reply) => process.send?.(reply),
    (reason: unknown) => {
      process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => void dismissReaders());
