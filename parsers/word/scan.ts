import { blockHandlers } from './block-markup.ts';
import { controlHandlers } from './controls.ts';
import { drawingHandlers } from './drawing-markup.ts';
import { leftOutHandlers, nothingLeftOut } from './left-out.ts';
import { nextTag } from './markup.ts';
import type { Handler, Pass, Scan } from './pass.ts';
import { runHandlers } from './run-markup.ts';
import { unseenHandlers } from './unseen.ts';

const handlers = new Map<string, Handler>([
  ...blockHandlers,
  ...runHandlers,
  ...drawingHandlers,
  ...controlHandlers,
  ...leftOutHandlers,
  ...unseenHandlers,
]);

// Runs that differ in nothing that is read are one: writers split them at every change of script, and each costs a node.
const splitText = /<\/w:t><\/w:r><w:r(?:\s[^>/]*)?><w:t(?:\s[^>/]*)?>/g;
// mammoth keeps white space whether the attribute asks for it or not.
const keepSpace = /<w:t xml:space="preserve">/g;
const emptyRun = /<w:r><\/w:r>/g;

/** Names of elements that mammoth is shown. Word knows some hundreds, and each that mammoth does not takes it longer than the one before. */
const mostNames = 1_000;
/** What the others are called; mammoth says that it does not know it, and its texts are counted as not read. */
const otherName = 'other';

function withFewNames(xml: string): string {
  const kept = new Set<string>();
  return xml.replace(/(<\/?)([^\s<>/!?]+)/g, (whole, open: string, name: string) => {
    if ((name.startsWith('w:') && kept.size < mostNames) || handlers.has(name)) kept.add(name);
    return kept.has(name) ? whole : open + otherName;
  });
}

/**
 * Reads the layout of tables that mammoth's model does not keep (grid gaps, widths, vertical merges that do not line up),
 * works out list numbers, and leaves away properties that nothing reads: they are most of a table's markup, and building
 * a tree of them most of the time that reading takes.
 */
export function scanMarkup(
  xml: string,
  context: Pick<Pass, 'limits' | 'labels' | 'relationships' | 'styles'>,
): Scan {
  const out: string[] = [];
  let copied = 0;
  const pass: Pass = {
    ...context,
    xml,
    tables: [],
    tableOfCell: [],
    pictures: [],
    hiddenTexts: 0,
    leftOut: nothingLeftOut(),
    tooLarge: null,
    openTables: [],
    openCells: [],
    prompt: null,
    hiddenUntil: 0,
    shadedUntil: 0,
    controlUntil: 0,
    instructionUntil: 0,
    cuts: [],
    extent: { width: null, height: null, object: false },
    replace(start, end, text) {
      if (end < copied) return;
      out.push(xml.slice(copied, Math.max(copied, start)), text);
      copied = end;
    },
  };
  const names = new Set<string>();
  for (let tag = nextTag(xml, 0); tag && !pass.tooLarge; ) {
    names.add(tag.name);
    const cut = pass.cuts.at(-1);
    if (cut && tag.start >= cut.start) {
      pass.cuts.pop();
      pass.replace(cut.start, cut.end, cut.text);
      tag = nextTag(xml, Math.max(cut.end, tag.start));
    } else {
      const handler = handlers.get(tag.name);
      tag = nextTag(xml, handler ? handler(pass, tag) : tag.end);
    }
  }
  out.push(xml.slice(copied));
  const lean = out.join('').replace(splitText, '').replace(keepSpace, '<w:t>').replace(emptyRun, '');
  return {
    xml: names.size > mostNames ? withFewNames(lean) : lean,
    tables: pass.tables,
    tableOfCell: pass.tableOfCell,
    pictures: pass.pictures,
    hiddenTexts: pass.hiddenTexts,
    leftOut: pass.leftOut,
    hasNotes: /<w:(?:foot|end)noteReference[\s/>]/.test(xml),
    tooLarge: pass.tooLarge,
  };
}
