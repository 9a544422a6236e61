import { type CompoundEntry, type CompoundFile, readCompound } from '../../../parsers/compound.ts';
import { decodeName } from '../discovery/decode-name.ts';
import type { Enclosures } from './enclosures.ts';
import { isSmallPicture } from './inline-picture.ts';
import { addPackedRtf, hasTable, ownText } from './own-text.ts';
import { isTnef } from './tnef.ts';

/** What is enclosed with a mail of Outlook ([MS-OXMSG]), and its text where that has a table. A file that is no mail is handed over as it is. */
export function unpackOutlook(bytes: Buffer, enclosures: Enclosures): void {
  const file = readCompound(bytes);
  const letter = file === null ? null : letterIn(file);
  if (letter === null) enclosures.add('文档.doc', bytes);
  else readLetter(letter, '', 0, enclosures);
}

interface Letter {
  /** Streams of a folder, by name. */
  streamsOf: (folder: string) => ReadonlyMap<string, CompoundEntry>;
  /** Folders within a folder. */
  foldersIn: (folder: string) => readonly string[];
  content: CompoundFile['content'];
}

function inFolder<Found>(all: Map<string, Found>, folder: string, make: () => Found): Found {
  const found = all.get(folder) ?? make();
  all.set(folder, found);
  return found;
}

const properties = '__properties_version1.0';

function letterIn({ entries, content }: CompoundFile): Letter | null {
  const streams = new Map<string, Map<string, CompoundEntry>>();
  const folders = new Map<string, string[]>();
  for (const entry of entries) {
    const { kind, folder, name } = entry;
    if (kind === 'stream') inFolder(streams, folder, () => new Map()).set(name.toLowerCase(), entry);
    else if (kind === 'storage') inFolder(folders, folder, () => []).push(name);
  }
  if (streams.get('')?.has(properties) !== true) return null;
  return {
    content,
    streamsOf: (folder) => streams.get(folder) ?? new Map(),
    foldersIn: (folder) => folders.get(folder) ?? [],
  };
}

/** Mails enclosed in one another that are looked into; parsers/compound.ts names no more folders. */
const deepest = 3;

function readLetter(letter: Letter, folder: string, depth: number, enclosures: Enclosures): void {
  readText(letter, folder, enclosures);
  const enclosed = letter.foldersIn(folder).filter((name) => name.startsWith('__attach_version1.0_'));
  // What lies in a folder that is named otherwise, or is not found, would be lost without a word.
  for (let i = enclosed.length; i < enclosedCount(letter, folder); i++)
    enclosures.fail(`附件 ${i + 1}`, 0, 'damaged');
  for (const [i, name] of enclosed.sort().entries())
    readEnclosed(letter, `${folder}/${name}`, `附件 ${i + 1}`, depth, enclosures);
}

/** How many enclosures a mail says that it has ([MS-OXMSG] 2.4.1.1); no more than could be. */
function enclosedCount({ streamsOf, content }: Letter, folder: string): number {
  const entry = streamsOf(folder).get(properties);
  const head = entry === undefined ? Buffer.alloc(0) : Buffer.from(content(entry));
  const count = head.length < countAt + 4 ? 0 : head.readUInt32LE(countAt);
  return count > mostEnclosed ? 0 : count;
}

const countAt = 20;
const mostEnclosed = 2048;

// Of [MS-OXPROPS]: names of what is enclosed, long and short; its bytes, and the mark that a text shows it by; a mail or an object in a folder; the text as HTML and as RTF.
const names = ['3707', '3704', '3001'] as const;
const data = '3701';
const contentMark = '3712';
const asFolder = '__substg1.0_3701000D';
const html = '1013';
const rtf = '__substg1.0_10090102';

function readEnclosed(
  letter: Letter,
  folder: string,
  nameless: string,
  depth: number,
  enclosures: Enclosures,
): void {
  const name = names.map((id) => textOf(letter, folder, id)).find((text) => text) ?? nameless;
  const entry = letter.streamsOf(folder).get(`__substg1.0_${data}0102`);
  if (entry !== undefined) {
    const content = letter.content(entry);
    if (content.length < entry.size) enclosures.fail(name, entry.size, 'damaged');
    else if (/^winmail\.dat$/i.test(name) && !isTnef(content)) enclosures.fail(name, entry.size, 'method');
    else if (/\.p7m$/i.test(name)) enclosures.fail(name, entry.size, 'encrypted');
    else if (isShown(letter, folder, name) && isSmallPicture(content)) enclosures.passOver(name);
    else enclosures.add(name, content);
    return;
  }
  const inner = letter.foldersIn(folder).find((found) => found.toUpperCase() === asFolder.toUpperCase());
  const isMail = inner !== undefined && letter.streamsOf(`${folder}/${inner}`).has(properties);
  if (!isMail || depth >= deepest) enclosures.fail(name, 0, 'method');
  else readLetter(letter, `${folder}/${inner}`, depth + 1, enclosures);
}

/** Whether it is a picture with a mark by which the text may show it. */
const isShown = (letter: Letter, folder: string, name: string): boolean =>
  /\.(?:png|gif|jpe?g|bmp)$/i.test(name) && Boolean(textOf(letter, folder, contentMark));

function textOf({ streamsOf, content }: Letter, folder: string, id: string): string | null {
  const streams = streamsOf(folder);
  const wide = streams.get(`__substg1.0_${id}001f`);
  if (wide !== undefined) return Buffer.from(content(wide)).toString('utf16le').replace(/\0+$/, '');
  const narrow = streams.get(`__substg1.0_${id}001e`);
  return narrow === undefined ? null : decodeName(content(narrow)).replace(/\0+$/, '');
}

/** The text as HTML: in bytes, or as Unicode, which is marked as such, for the page may name what it was in before. */
function pageOf({ streamsOf, content }: Letter, folder: string): Uint8Array | null {
  const streams = streamsOf(folder);
  const page = streams.get(`__substg1.0_${html}0102`) ?? streams.get(`__substg1.0_${html}001e`);
  if (page !== undefined) return content(page);
  const wide = streams.get(`__substg1.0_${html}001f`);
  return wide === undefined ? null : Buffer.from(`\ufeff${Buffer.from(content(wide)).toString('utf16le')}`);
}

/** The text as HTML, or the RTF that Outlook keeps of it. */
function readText(letter: Letter, folder: string, enclosures: Enclosures): void {
  const streams = letter.streamsOf(folder);
  const page = pageOf(letter, folder);
  if (page !== null) {
    if (hasTable(page)) enclosures.add(ownText, page);
    return;
  }
  const packed = streams.get(rtf);
  if (packed !== undefined) addPackedRtf(letter.content(packed), enclosures);
}
