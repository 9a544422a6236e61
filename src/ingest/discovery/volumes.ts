import { lstat } from 'node:fs/promises';
import type { ArchiveType } from '../unpacking/messages.ts';
import { fromFile } from './byte-source.ts';
import { hasSignature, headBytes } from './entry-name.ts';
import { openFile } from './read-stable.ts';
import type { Location } from './walk.ts';

/** A split archive: its volumes, the one that is opened first. */
export interface Volumes {
  locations: Location[];
  /** What its volumes are; null where they are one archive cut into pieces. */
  type: Extract<ArchiveType, 'rar' | 'zip'> | null;
  /** Whether it may be one document that was cut up. */
  isBare?: boolean;
}

/** How the volumes of a set are named. */
interface Naming {
  /** The number of the volume that has this name, from 0, the one that is opened. */
  number: number;
  /** Of every volume by its number. */
  of: (number: number) => string;
  /** What else the volume that is opened may be called, seen from one of the others. */
  otherFirst?: string;
  /** Whether other programs name files so, too: without the first volume it is none. */
  isCommon?: boolean;
  /** Whether the name tells nothing of what was cut up: the bytes have to. */
  isBare?: boolean;
  type: Volumes['type'];
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

/** `a.part01.rar`; `a.7z.001`; `a.rar` and `a.r00`; `a.zip`, the last, and `a.z01`; `a.001`, or `a.docx.001`. */
const namings: readonly ((name: string) => Naming | null)[] = [
  (name) => {
    const [, stem, digits, end] = /^(.*\.part)(\d{1,5})(\.rar)$/is.exec(name) ?? [];
    if (stem === undefined) return null;
    const of = (number: number) => stem + padded(number + 1, digits!.length) + end;
    // Behind part9 comes part10, where the number of volumes was not known.
    return { number: Number(digits) - 1, of, otherFirst: `${stem}1${end}`, type: 'rar' };
  },
  (name) => {
    const pattern = /^(.*\.(?:7z|zip|rar|tar|t?gz|t?bz2?|t?xz|t?zst)\.)(\d{3})$/is;
    const [, stem, digits] = pattern.exec(name) ?? [];
    if (stem === undefined) return null;
    return { number: Number(digits) - 1, of: (number) => stem + padded(number + 1, 3), type: null };
  },
  (name) => lettered(name, /^(.*\.)(?:(rar)|([r-y]\d\d))$/is, 'rar'),
  (name) => lettered(name, /^(.*\.)(?:(zip)|(z\d{2,4}))$/is, 'zip'),
  (name) => {
    const [, stem, digits] = /^(.+\.)(\d{3})$/s.exec(name) ?? [];
    if (stem === undefined || digits === '000') return null;
    const of = (number: number) => stem + padded(number + 1, 3);
    return { number: Number(digits) - 1, of, isCommon: true, isBare: true, type: null };
  },
];

/**
 * How 7-Zip and the packers call the volumes behind the first. RAR: `r00` to `r99`, then `s00`; ZIP: `z01` to `z99`, then `z100`.
 */
export const letteredEnding = {
  rar: (number: number): string =>
    String.fromCharCode('r'.charCodeAt(0) + Math.floor((number - 1) / 100)) + padded((number - 1) % 100, 2),
  zip: (number: number): string => `z${padded(number, 2)}`,
};

/** In capitals where the name is. */
function lettered(name: string, pattern: RegExp, type: 'rar' | 'zip'): Naming | null {
  const [, stem, whole, ending] = pattern.exec(name) ?? [];
  if (stem === undefined) return null;
  const isLarge = (whole ?? ending)![0]! < 'a';
  const of = (number: number) => {
    const small = number === 0 ? type : letteredEnding[type](number);
    return stem + (isLarge ? small.toUpperCase() : small);
  };
  const number = ending === undefined ? 0 : numberOf(ending.toLowerCase(), type);
  return { number, of, isCommon: type === 'rar' && number > 100, type };
}

function numberOf(ending: string, type: 'rar' | 'zip'): number {
  const digits = Number(ending.slice(1));
  return type === 'zip' ? digits : 100 * (ending.charCodeAt(0) - 'r'.charCodeAt(0)) + digits + 1;
}

const namingOf = (name: string): Naming | null =>
  namings.map((of) => of(name)).find((found) => found !== null) ?? null;

/**
 * The set that a file opens; `part` for one of its other volumes; `lone` for one whose first volume is not beside it; null for a file that is
 * whole.
 */
export async function volumesAt(location: Location): Promise<Volumes | 'part' | 'lone' | null> {
  // Names on disk are bytes: one sign of Latin-1 each.
  const path = Buffer.from(location).toString('latin1');
  const slash = path.lastIndexOf('/') + 1;
  const naming = namingOf(path.slice(slash));
  if (naming === null) return null;
  const { number, of, otherFirst, isCommon, isBare, type } = naming;
  const beside = (name: string): Location => Buffer.from(path.slice(0, slash) + name, 'latin1');
  if (isBare && !(await isCutUp(beside(of(0)), beside(of(1))))) return null;
  if (number !== 0) {
    for (const first of [of(0), otherFirst])
      if (first !== undefined && (await isFile(beside(first)))) return 'part';
    return isCommon ? null : 'lone';
  }
  const locations = [location];
  while (await isFile(beside(of(locations.length)))) locations.push(beside(of(locations.length)));
  if (locations.length === 1 && type !== null) return null;
  return { locations, type, ...(isBare ? { isBare } : {}) };
}

/** Whether the first of two files begins as something that is read, and the second does not: numbered files may each be whole. */
async function isCutUp(first: Location, second: Location): Promise<boolean> {
  if (!(await isFile(first)) || !(await isFile(second))) return false;
  const [start, next] = await Promise.all([first, second].map(headOf));
  return start !== null && next !== null && hasSignature(start!) && !hasSignature(next!);
}

async function headOf(location: Location): Promise<Buffer | null> {
  const opened = await openFile(location);
  if (!('file' in opened)) return null;
  try {
    return await fromFile(opened.file, opened.entry.size).read(0, headBytes);
  } catch {
    return null;
  } finally {
    await opened.file.close();
  }
}

/** Whether a file of this name is a piece of a set: one behind the first (`further`), or the first of an archive that was cut into pieces. */
export function pieceOfSet(path: string): 'first' | 'further' | null {
  const naming = namingOf(path.slice(path.lastIndexOf('/') + 1));
  if (naming === null || naming.isCommon) return null;
  if (naming.number !== 0) return 'further';
  return naming.type === null ? 'first' : null;
}

/** A link is none: what it leads to belongs to something else. */
async function isFile(location: Location): Promise<boolean> {
  const entry = await lstat(location).catch(() => null);
  return entry?.isFile() ?? false;
}
