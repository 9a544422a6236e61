import { writtenText } from './layout.ts';
import { attribute, elementEnd, type Tag } from './markup.ts';
import type { ModelDocument, ModelElement } from './model.ts';
import { elements } from './numbering.ts';
import type { Handler, LeftOut, Pass } from './pass.ts';

export const nothingLeftOut = (): LeftOut => ({
  strayTexts: 0,
  prompts: 0,
  documents: 0,
  drawings: 0,
  objects: 0,
  pictures: 0,
  outerTables: 0,
  struck: 0,
  notes: 0,
  unknown: 0,
});

/** Elements that stand for what lies elsewhere, or is drawn. */
export const leftOutHandlers: [string, Handler][] = [
  ['w:subDoc', named],
  ['w:altChunk', chunk],
  ['dgm:relIds', drawn],
  ['c:chart', drawn],
  ['cx:chart', drawn],
  ['v:textpath', drawnText],
];

/** A part of a master document (ECMA-376 part 1 §17.17.2.2) is another file. */
function named(pass: Pass, tag: Tag): number {
  if (tag.kind !== 'close') pass.leftOut.documents++;
  return tag.end;
}

function chunk(pass: Pass, tag: Tag): number {
  const id = attribute(pass.xml.slice(tag.start, tag.end), 'r:id');
  if (tag.kind !== 'close' && (id === null || !pass.relationships.has(id))) pass.leftOut.documents++;
  return tag.end;
}

function drawn(pass: Pass, tag: Tag): number {
  if (tag.kind !== 'close') pass.leftOut.drawings++;
  return tag.end;
}

function drawnText(pass: Pass, tag: Tag): number {
  const text = attribute(pass.xml.slice(tag.start, tag.end), 'string') ?? '';
  return tag.kind !== 'close' && text.trim() !== '' ? drawn(pass, tag) : tag.end;
}

/** Whether something at this place stands in a table and in none of its cells. */
export const isStray = ({ openCells }: Pass): boolean => openCells.at(-1) === 0;

/** Leaves out what stands so, and counts it where it shows something. */
export function leaveStray(pass: Pass, tag: Tag): number {
  const end = elementEnd(pass.xml, tag);
  if (writtenText.test(pass.xml.slice(tag.start, end))) pass.leftOut.strayTexts++;
  pass.replace(tag.start, end, '');
  return end;
}

/** Words behind a tag of Word's own that opens no text, and texts that stand in no run and no paragraph. */
const bareWords =
  /<(?:\/w:\w+|w:(?!(?:t|delText|instrText|delInstrText|fldData)[\s>])\w+)(?:\s[^<>]*)?>[^<\s]*\s*[^<\s]/g;
const bareTexts = /<(?:w:(?:tc|body|tr|tbl)(?:\s[^<>]*)?|\/w:(?:tcPr|p|tbl|tc|tr))>\s*<w:t[\s>]/g;

/** Texts that stand where none can (ECMA-376 part 1 §17.3.2.1), which mammoth passes over, and those behind the body. */
export function bareTextsOf(xml: string): number {
  const behind = xml.slice(xml.lastIndexOf('</w:body>'));
  const isBehind = behind.startsWith('</w:body>') && writtenText.test(behind);
  return (xml.match(bareWords)?.length ?? 0) + (xml.match(bareTexts)?.length ?? 0) + (isBehind ? 1 : 0);
}

/** As many names of unknown elements are looked for; a document has a handful. */
const mostNames = 50;

/** Texts in elements of which mammoth says that it does not know them. */
export function unknownTexts(xml: string, messages: readonly string[]): number {
  const names = new Set<string>();
  for (const message of messages) {
    const [, name] =
      /^An unrecognised element was ignored: (?:\{[^}]*\}|[\w.-]+:)?([\w.-]+)$/.exec(message) ?? [];
    if (name !== undefined && names.size < mostNames) names.add(name);
  }
  let found = 0;
  for (const name of names) {
    const written = new Set(
      Array.from(
        xml.matchAll(new RegExp(`<((?:[\\w.-]+:)?${name.replaceAll('.', '\\.')})[\\s>]`, 'g')),
        (match) => match[1] ?? '',
      ),
    );
    for (const full of written)
      found += elements(xml, full).filter((element) => writtenText.test(element)).length;
  }
  return found;
}

/** Notes that the text refers to and that are not there. */
export function lostNotes({ children, notes }: ModelDocument): number {
  const count = (element: ModelElement): number =>
    (element.type === 'noteReference' && !notes.resolve(element) ? 1 : 0) +
    (element.children ?? []).reduce((sum, child) => sum + count(child), 0);
  return children.reduce((sum, child) => sum + count(child), 0);
}
