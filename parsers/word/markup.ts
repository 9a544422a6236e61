/** One tag of an XML text: `<name …>`, `</name>` or `<name …/>`, with its offsets. */
export interface Tag {
  name: string;
  /** Offset of `<`. */
  start: number;
  /** Offset after `>`. */
  end: number;
  kind: 'open' | 'close' | 'empty';
}

/** Why a part is not handed on: a DTD (OOXML forbids it: ECMA-376 part 2 §9.1), too deep, or not XML. */
export type MarkupFault = 'dtd' | 'deep' | 'cut';

const slash = 47;
const quote = 34;
const apostrophe = 39;
const greater = 62;
const exclamation = 33;
const question = 63;
const firstPrintable = 33;

/** The next tag at or after `from`; null where there is none, or only one that is cut off. */
export function nextTag(xml: string, from: number): Tag | null {
  const start = nextMarkup(xml, from);
  return start < 0 ? null : tagAt(xml, start);
}

/** Offset of the next `<` of a tag or a DTD; comments, CDATA sections and processing instructions are passed over. */
function nextMarkup(xml: string, from: number): number {
  let start = xml.indexOf('<', from);
  while (start >= 0) {
    const next = xml.charCodeAt(start + 1);
    if (next === question) start = xml.indexOf('<', after(xml, '?>', start + 2));
    else if (next === exclamation && xml.startsWith('<!--', start)) {
      start = xml.indexOf('<', after(xml, '-->', start + 4));
    } else if (next === exclamation && xml.startsWith('<![CDATA[', start)) {
      start = xml.indexOf('<', after(xml, ']]>', start + 9));
    } else return start;
  }
  return -1;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

function tagAt(xml: string, start: number): Tag | null {
  const closing = xml.charCodeAt(start + 1) === slash;
  const nameStart = closing ? start + 2 : start + 1;
  let nameEnd = nameStart;
  for (; nameEnd < xml.length; nameEnd++) {
    const code = xml.charCodeAt(nameEnd);
    if (code < firstPrintable || code === greater || code === slash) break;
  }
  const end = tagEnd(xml, nameEnd);
  if (end < 0) return null;
  const kind = closing ? 'close' : xml.charCodeAt(end - 2) === slash ? 'empty' : 'open';
  return { name: xml.slice(nameStart, nameEnd), start, end, kind };
}

/** Offset after the `>` that ends a tag, -1 where it is cut off: a `>` in a quoted value ends none. */
function tagEnd(xml: string, from: number): number {
  let quoted = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quoted) {
      if (code === quoted) quoted = 0;
    } else if (code === greater) return at + 1;
    else if (code === quote || code === apostrophe) quoted = code;
  }
  return -1;
}

/** Offset after the element that `tag` opens; the end of the text where it is never closed. */
export function elementEnd(xml: string, tag: Tag): number {
  if (tag.kind !== 'open') return tag.end;
  let depth = 1;
  for (let next = nextTag(xml, tag.end); next; next = nextTag(xml, next.end)) {
    if (next.name !== tag.name || next.kind === 'empty') continue;
    depth += next.kind === 'open' ? 1 : -1;
    if (depth === 0) return next.end;
  }
  return xml.length;
}

/** Value of an attribute in a tag or in the first tag of a text that has it; null where there is none. */
export function attribute(text: string, name: string): string | null {
  const match = attributePattern(name).exec(text);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

const patterns = new Map<string, RegExp>();
function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities of XML and character references; any other entity stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return named.get(name) ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export const encodeEntities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Where the one element of a part begins and ends. */
export interface Root {
  start: number;
  end: number;
}

/** A DTD that spells nothing itself: nothing is looked up, so that it says nothing. */
const plainDoctype = /^\s*(?:<\?[^<>]*\?>\s*)?<!DOCTYPE[^<>[]*>/;
const headLength = 1024;

/**
 * Reads the tags once, without building anything, so that what overflows a stack or expands without end is refused cheaply. What stands
 * around the element says nothing; in a tree each piece of it would take as long as all before it together.
 */
export function rootOf(xml: string, maxDepth: number): Root | MarkupFault {
  const open: number[] = [];
  const first = nextMarkup(xml, plainDoctype.exec(xml.slice(0, headLength))?.[0].length ?? 0);
  let last = first;
  for (let start = first; start >= 0; ) {
    const next = xml.charCodeAt(start + 1);
    if (next === exclamation) return 'dtd';
    const end = tagEnd(xml, start + 1);
    // A part has one element and no more (XML 1.0 §2.1).
    if (end < 0 || (open.length === 0 && start > first)) return 'cut';
    if (next === slash) {
      if (!closes(xml, start, open.pop())) return 'cut';
    } else if (xml.charCodeAt(end - 2) !== slash) open.push(start);
    if (open.length > maxDepth) return 'deep';
    last = end;
    start = nextMarkup(xml, end);
  }
  return first >= 0 && open.length === 0 ? { start: first, end: last } : 'cut';
}

/** Whether the tag at `close` ends the element that was opened at `open`. */
function closes(xml: string, close: number, open: number | undefined): boolean {
  if (open === undefined) return false;
  for (let i = 1; ; i++) {
    const code = xml.charCodeAt(close + 1 + i);
    const other = xml.charCodeAt(open + i);
    if (code < firstPrintable || code === greater || Number.isNaN(code))
      return other < firstPrintable || other === greater;
    if (code !== other) return false;
  }
}
