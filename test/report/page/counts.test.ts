import { parse } from 'parse5';
import { expect, test } from 'vitest';
import type { DocumentRecord, Examination, Filing, Finding } from '../../../schemas/index.ts';
import { documentHeader } from '../../../src/report/page/document/header.ts';
import { noRecords } from '../../../src/report/page/run/records.ts';
import { chartsOf } from '../../../src/report/page/run/summary.ts';
import { filing } from '../../reconcile/records.ts';

interface Node {
  tagName?: string;
  value?: string;
  childNodes?: Node[];
}
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
const all = (node: Node, tag: string): Node[] =>
  (node.childNodes ?? []).flatMap((child) => [...(child.tagName === tag ? [child] : []), ...all(child, tag)]);
const rowsOf = (html: string): string[][] =>
  all(parse(html) as Node, 'tr').map((row) => (row.childNodes ?? []).map(textOf));

const document = {
  document_id: 'a'.repeat(64),
  path: '报表/甲.xlsx',
  bytes: 1200,
  format: 'xlsx',
  pages: 1,
  ocr_pages: 0,
  filings: 2,
  status: 'ok',
  error: null,
  warnings: [],
} as unknown as DocumentRecord;

test('each form of a document is counted with its own findings', () => {
  const filings = ['甲', '乙'].map((title, i) => ({ ...filing(), filing_id: `f${i}`, title, coverage: 0.5 }));
  const findings = ['f0', 'f1', 'f1', null].map((filing_id) => ({ filing_id })) as Finding[];
  const examination = { document, filings, findings } as unknown as Examination;
  const rows = rowsOf(documentHeader(examination, 'zh', null).html).slice(1);
  expect(rows.map((row) => [row[0], row.at(-3), row.at(-2)])).toEqual([
    ['甲', '1', '50 %'],
    ['乙', '2', '50 %'],
  ]);
});

test('forms are counted by classes of what was understood, each in one', () => {
  const shares = [0, 0.49, 0.5, 0.6999, 0.7, 0.8, 0.95, 0.9899, 0.99, 0.999, 1, 1];
  const filings: Filing[] = shares.map((coverage, i) => ({
    ...filing(),
    filing_id: `f${i}`,
    coverage,
    confidence: 1,
  }));
  const { html } = chartsOf({ ...noRecords(), filings }, new Map(), 'en');
  const told = Array.from(html.matchAll(/aria-label="[^:"]*: ([^"]*)"/g), ([, counts]) => counts).slice(-2);
  expect(told).toEqual([
    '0–50: 0, 50–70: 0, 70–80: 0, 80–90: 0, 90–95: 0, 95–99: 0, 99–100: 0, 100 %: 12',
    '0–50: 2, 50–70: 2, 70–80: 1, 80–90: 1, 90–95: 0, 95–99: 2, 99–100: 2, 100 %: 2',
  ]);
  const kinds = Array.from(
    html.matchAll(/<rect class="(\w+)"[^>]*><title>([^ ]+)/g),
    ([, kind, name]) => `${name} ${kind}`,
  );
  expect(kinds.slice(-6)).toEqual([
    '50–70 error',
    '70–80 error',
    '80–90 warning',
    '95–99 good',
    '99–100 good',
    '100 good',
  ]);
});
