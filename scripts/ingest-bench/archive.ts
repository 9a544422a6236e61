// The archives that ingest is measured on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocument } from '../generate/document.ts';
import { renderDocx } from '../generate/render/docx.ts';
import { renderHtml } from '../generate/render/html.ts';
import { renderXls } from '../generate/render/xls.ts';
import { renderXlsx } from '../generate/render/xlsx.ts';
import { form } from '../hostile/form.ts';

const renderers = [renderXlsx, renderDocx, renderXls, renderHtml];
const endings = ['xlsx', 'docx', 'xls', 'html'];
const perFolder = 1000;

/** Filings of every dialect in turn in four formats, in folders of a thousand. */
export function writeFilings(target: string, total: number): void {
  writeInFolders(target, total, (i) => {
    const { sections } = generateDocument(i + 1);
    return { name: `${i}.${endings[i % 4]}`, content: renderers[i % 4]!(sections) };
  });
}

/** Small pages that differ in one figure. */
export function writePages(target: string, total: number): void {
  writeInFolders(target, total, (i) => ({
    name: `${i}.html`,
    content: form(`${30 + (i % 3)}.00`, `<p>编号 ${i}</p>`),
  }));
}

function writeInFolders(
  target: string,
  total: number,
  make: (i: number) => { name: string; content: string | Uint8Array },
): void {
  for (let i = 0; i < total; i++) {
    const below = join(target, String(Math.floor(i / perFolder)));
    if (i % perFolder === 0) mkdirSync(below, { recursive: true });
    const { name, content } = make(i);
    writeFileSync(join(below, name), content);
  }
}
