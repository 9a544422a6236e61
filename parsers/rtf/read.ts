import type { ParserLimits } from '../limits.ts';
import { bodyWords } from './body-words.ts';
import { decodeBytes, encodingOfPage, endsWithin } from './code-pages.ts';
import { destinations } from './destinations.ts';
import { type Group, nowhere, type Reading } from './group.ts';
import { bodyOf, runProperties } from './runs.ts';
import { newRow, plainCharacters, plainParagraph } from './setting.ts';
import { finish, newStream } from './stream.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What a text came to: the body as markup of Word, and what goes with it. */
export interface RtfText {
  reading: Reading;
  body: string;
  /** It ends within a group. */
  isCut: boolean;
  /** Bytes that are no blanks stand behind it. */
  hasRest: boolean;
}

/** Groups within one another: a text has some dozens, and each holds what is set in it. */
const deepestGroup = 2_000;
/** What a Chinese program means that names no code page. */
const usualEncoding = 'gb18030';

/** `text`: the file from its first brace, a character a byte. */
export function readText(text: string, limits: ParserLimits): RtfText {
  const stream = newStream();
  const top: Group = {
    destination: nowhere,
    owns: false,
    isOptional: false,
    characters: plainCharacters,
    paragraph: plainParagraph,
    fallback: 1,
    stream,
    isObject: false,
  };
  const reading: Reading = {
    group: top,
    around: [],
    fonts: new Map(),
    colours: [],
    styles: new Map(),
    encoding: usualEncoding,
    defaultFont: -1,
    row: newRow(),
    bytes: [],
    skip: 0,
    pictures: [],
    notes: { footnotes: [], endnotes: [], outer: [] },
    fields: [],
    shapeProperty: '',
    written: new WeakMap(),
    oddRows: 0,
    isTooLarge: false,
    apart: 0,
    limits,
  };
  top.destination = bodyOf(reading, stream);
  let end = -1;
  const tokens = tokensOf(text);
  for (const token of tokens) {
    take(reading, token);
    if (reading.around.length > deepestGroup) reading.isTooLarge = true;
    if (reading.isTooLarge) break;
    if (token.kind === 'close' && reading.around.length === 0) {
      end = token.end;
      break;
    }
  }
  flushBytes(reading);
  const isCut = end < 0 && !reading.isTooLarge;
  while (reading.around.length > 0 && !reading.isTooLarge) close(reading);
  const { paragraph } = top;
  const body = finish(stream, paragraph, (characters) => runProperties(reading, characters));
  return { reading, body, isCut, hasRest: end >= 0 && /[^\s\0}]/.test(text.slice(end)) };
}

function take(reading: Reading, token: Token): void {
  if (token.kind === 'byte') {
    if (reading.skip > 0) reading.skip--;
    else reading.bytes.push(token.byte);
    return;
  }
  if (token.kind === 'text') {
    takeText(reading, token.text);
    return;
  }
  flushBytes(reading);
  switch (token.kind) {
    case 'open':
      open(reading);
      break;
    case 'close':
      close(reading);
      break;
    case 'word':
      takeWord(reading, token.name, token.value);
      break;
    case 'symbol':
      takeSymbol(reading, token.sign);
      break;
    case 'binary':
      if (reading.skip > 0) reading.skip--;
      else reading.group.destination.binary?.(token.bytes);
  }
}

function open(reading: Reading): void {
  reading.skip = 0;
  reading.around.push(reading.group);
  reading.group = { ...reading.group, owns: false, isOptional: false };
}

function close(reading: Reading): void {
  reading.skip = 0;
  const around = reading.around.pop();
  if (around === undefined) return;
  if (reading.group.owns) reading.group.destination.close?.();
  reading.group = around;
}

const beyondAscii = /[\x80-\xff]/;

/** A text as it stands: ASCII, or bytes of its code page. */
function takeText(reading: Reading, given: string): void {
  const passed = Math.min(reading.skip, given.length);
  reading.skip -= passed;
  let text = given.slice(passed);
  if (text === '') return;
  if (reading.bytes.length > 0 && endsWithin(reading.bytes, encodingHere(reading) ?? reading.encoding)) {
    reading.bytes.push(text.charCodeAt(0));
    text = text.slice(1);
  }
  if (beyondAscii.test(text)) {
    for (const sign of text) reading.bytes.push(sign.charCodeAt(0));
    return;
  }
  flushBytes(reading);
  if (text !== '') put(reading, text);
}

function encodingHere({ fonts, group, defaultFont }: Reading): string | null {
  const { font } = group.characters;
  return fonts.get(font < 0 ? defaultFont : font)?.encoding ?? null;
}

function flushBytes(reading: Reading): void {
  const { bytes, group, fonts, defaultFont, encoding } = reading;
  if (bytes.length === 0) return;
  reading.bytes = [];
  const { font } = group.characters;
  const isOfSigns = fonts.get(font < 0 ? defaultFont : font)?.isOfSigns === true;
  put(
    reading,
    isOfSigns
      ? String.fromCharCode(...bytes.map((byte) => (byte >= 0x80 ? 0xf000 + byte : byte)))
      : decodeBytes(bytes, encodingHere(reading), encoding),
  );
}

function put({ group }: Reading, text: string): void {
  group.destination.text(text, group.characters);
}

/** Characters that words stand for. */
const signs = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['endash', '–'],
  ['emdash', '—'],
  ['enspace', '\u2002'],
  ['emspace', '\u2003'],
  ['qmspace', '\u2005'],
]);

/** A sign by its number, of 16 bits with or without a sign of its own (RTF 1.9.1, \\u); one without a number, or with another, is damaged. */
function unicodeOf(value: number | null): string {
  return value === null || value < -0x8000 || value > 0xffff ? '\ufffd' : String.fromCharCode(value & 0xffff);
}

function takeWord(reading: Reading, name: string, value: number | null): void {
  const { group } = reading;
  if (name === 'u') {
    reading.skip = group.fallback;
    put(reading, unicodeOf(value));
    return;
  }
  reading.skip = 0;
  if (name === 'uc') group.fallback = Math.max(0, Math.min(16, value ?? 1));
  else if (name === 'ansicpg') reading.encoding = encodingOfPage(value) ?? reading.encoding;
  else if (name === 'mac') reading.encoding = 'macintosh';
  else if (name === 'deff') reading.defaultFont = value ?? -1;
  else if (group.destination !== nowhere) takeOwnWord(reading, name, value);
}

function takeOwnWord(reading: Reading, name: string, value: number | null): void {
  const { group } = reading;
  const destination = destinations.get(name);
  const { isOptional } = group;
  group.isOptional = false;
  if (destination !== undefined) {
    destination(reading, value);
    return;
  }
  if (isOptional) {
    group.destination = nowhere;
    return;
  }
  const sign = signs.get(name);
  if (sign !== undefined) put(reading, sign);
  else if (group.destination.isText) bodyWords.get(name)?.(reading, value);
  group.destination.word?.(name, value);
}

/** Signs behind a backslash that are characters, or mean one. */
const symbols = new Map([
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\t', '\t'],
]);

function takeSymbol(reading: Reading, sign: string): void {
  if (sign === '*') {
    reading.group.isOptional = true;
    return;
  }
  if (reading.skip > 0) {
    reading.skip--;
    return;
  }
  if (sign === '\n' || sign === '\r') takeWord(reading, 'par', null);
  else {
    const text = symbols.get(sign);
    if (text !== undefined) put(reading, text);
  }
}
