import { stat } from 'node:fs/promises';
import type { ArchiveType } from '../unpacking/messages.ts';
import type { Location } from './walk.ts';

/** A split archive: its volumes, the one that is opened first. */
export interface Volumes {
  locations: Location[];
  /** What its volumes are; null where they are one archive cut into pieces. */
  type: Extract<ArchiveType, 'rar' | 'zip'> | null;
}

/** How the volumes of a set are named. `of`: the name of one by its number from 0, the one that is opened. */
interface Naming {
  /** Stem, and the number of the volume that has this name. */
  stem: string;
  number: number;
  of: (stem: string, number: number) => string;
  type: Volumes['type'];
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

/** `a.part01.rar`; `a.7z.001`; `a.rar` and `a.r00`; `a.zip`, the last, and `a.z01`. */
const namings: readonly ((name: string) => Naming | null)[] = [
  (name) => {
    const [, stem, digits, end] = /^(.*\.part)(\d{1,5})(\.rar)$/is.exec(name) ?? [];
    if (stem === undefined) return null;
    const of = (before: string, number: number) => before + padded(number + 1, digits!.length) + end;
    return { stem, number: Number(digits) - 1, of, type: 'rar' };
  },
  (name) => {
    const [, stem, digits] = /^(.*\.(?:7z|zip|rar|tar|t?gz|bz2|xz)\.)(\d{3})$/is.exec(name) ?? [];
    if (stem === undefined) return null;
    return {
      stem,
      number: Number(digits) - 1,
      of: (before, number) => before + padded(number + 1, 3),
      type: null,
    };
  },
  (name) => lettered(name, /^(.*\.)(?:(rar)|(r)(\d\d))$/is, 0, 'rar'),
  (name) => lettered(name, /^(.*\.)(?:(zip)|(z)(\d\d))$/is, 1, 'zip'),
];

/** Volumes behind the first have its first letter and a number in place of its ending, in capitals where that is. */
function lettered(name: string, pattern: RegExp, from: number, type: 'rar' | 'zip'): Naming | null {
  const [, stem, whole, letter = whole?.[0], digits] = pattern.exec(name) ?? [];
  if (stem === undefined) return null;
  const ending = letter === letter!.toUpperCase() ? type.toUpperCase() : type;
  const of = (before: string, number: number) =>
    before + (number === 0 ? ending : letter + padded(number - 1 + from, 2));
  return { stem, number: digits === undefined ? 0 : Number(digits) - from + 1, of, type };
}

/**
 * The set that a file opens; `part` for one of its other volumes; `lone` for one whose first volume is not beside it; null for a file that is
 * whole.
 */
export async function volumesAt(location: Location): Promise<Volumes | 'part' | 'lone' | null> {
  // Names on disk are bytes: one sign of Latin-1 each.
  const path = Buffer.from(location).toString('latin1');
  const slash = path.lastIndexOf('/') + 1;
  const naming = namings.map((of) => of(path.slice(slash))).find((found) => found !== null);
  if (naming === undefined) return null;
  const { stem, number, of, type } = naming;
  const at = (volume: number): Location => Buffer.from(path.slice(0, slash) + of(stem, volume), 'latin1');
  if (number !== 0) return (await isFile(at(0))) ? 'part' : 'lone';
  const locations = [location];
  while (await isFile(at(locations.length))) locations.push(at(locations.length));
  if (locations.length === 1 && type !== null) return null;
  return { locations, type };
}

async function isFile(location: Location): Promise<boolean> {
  const entry = await stat(location).catch(() => null);
  return entry?.isFile() ?? false;
}
