import { writtenText } from './layout.ts';
import { elements } from './numbering.ts';
import type { Package } from './package.ts';
import { readPart, relationshipsOf } from './parts.ts';

/** Parts beside the text that may hold a table, by what they are to it. */
const outer = /\/(?:header|footer|footnotes|endnotes)$/;

/** How many tables stand in notes, page headers and page footers. One row there sets words side by side, and is no table. */
export function outerTablesOf(pack: Package, folder: string, relationships: string): number {
  let tables = 0;
  for (const { target, type } of relationshipsOf(relationships)) {
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    if (!outer.test(type) || !pack.has(name)) continue;
    const xml = readPart(pack, name);
    if (typeof xml === 'string') tables += elements(xml, 'w:tbl').filter(isTable).length;
  }
  return tables;
}

const isTable = (table: string): boolean =>
  (table.match(/<w:tr[\s>]/g)?.length ?? 0) > 1 && writtenText.test(table);
