import type { SheetLayout } from '../../excel/sheet.ts';
import type { OpenDocument } from '../package.ts';
import { attributeOf, type Element, elementsOf, findElement, plainText } from '../tree.ts';

type PrintedLines = SheetLayout['printed'];

/** What stands for the number of a page, the time, the name of the file or the sheet: such a line says nothing of the form. */
const fields = /^text:(?:page-|date|time|file-name|sheet-name|title)/;

/** Lines at the head and the foot of each page, by the name of the page's style (ODF 1.2 part 1 §16.10). */
export function printedLinesOf({ styles }: OpenDocument): ReadonlyMap<string, PrintedLines> {
  const pages = new Map<string, PrintedLines>();
  const master = findElement(styles, 'office:master-styles');
  for (const page of master === null ? [] : elementsOf(master)) {
    const lines: PrintedLines = { head: [], foot: [] };
    for (const part of elementsOf(page)) {
      const [, end] = /^style:(header|footer)/.exec(part.name) ?? [];
      if (end === undefined || attributeOf(part, 'style:display') === 'false') continue;
      const list = end === 'header' ? lines.head : lines.foot;
      for (const line of linesOf(part)) if (!list.includes(line)) list.push(line);
    }
    pages.set(attributeOf(page, 'style:name') ?? '', lines);
  }
  return pages;
}

function linesOf(element: Element): string[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name !== 'text:p') return linesOf(child);
    const text = plainText(child).trim();
    return text === '' || hasField(child) ? [] : [text];
  });
}

const hasField = (element: Element): boolean =>
  elementsOf(element).some((child) => fields.test(child.name) || hasField(child));
