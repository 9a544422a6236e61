import type { Issue } from '../../../schemas/index.ts';
import { decodeXml } from '../../decode.ts';
import { issue } from '../../issue.ts';
import type { ParserLimits } from '../../limits.ts';
import type { MarkupFault } from '../../word/markup.ts';
import { readZipDirectory, unzipEntry } from '../../zip.ts';
import type { ZipEntry } from '../../zip-entry.ts';
import { type Element, markupTree } from './markup-tree.ts';

/** The parts of an OFD package, unpacked when they are asked for. Paths are from the root of the package. */
export interface Parts {
  has(path: string): boolean;
  /** The root element of a part; an issue where it is not there, cannot be unpacked or is no XML. */
  tree(path: string): Element | Issue;
  bytes(path: string): Uint8Array | null;
}

/** Bytes of one part of markup: the drawing of a page of single signs takes some megabyte. */
const largestMarkup = 48 << 20;

const faults: Record<
  MarkupFault | 'missing' | 'corrupt' | 'too_large' | 'encrypted',
  [zh: string, en: string]
> = {
  missing: ['文件包中没有此部件', 'the package has no such part'],
  corrupt: ['部件无法解压', 'the part cannot be unpacked'],
  too_large: ['部件过大', 'the part is too large'],
  encrypted: ['部件已加密', 'the part is encrypted'],
  dtd: ['部件含有 DTD', 'the part has a DTD'],
  deep: ['部件嵌套过深', 'the elements of the part are nested too deep'],
  cut: ['部件不是完整的 XML', 'the part is no whole XML'],
};

function fault(path: string, kind: keyof typeof faults): Issue {
  const code = kind === 'too_large' || kind === 'encrypted' ? kind : 'corrupt';
  const [zh, en] = faults[kind];
  return issue(code, `${zh}：${path}`, `${en}: ${path}`, path);
}

export function openParts(bytes: Uint8Array, limits: ParserLimits): Parts | Issue {
  const entries = readZipDirectory(bytes);
  if (entries === null)
    return issue(
      'corrupt',
      '压缩包不完整（缺少目录）',
      'the zip package is cut off: its directory is missing',
    );
  // Writers on Windows name a part in other capitals than they refer to it by.
  const byName = new Map(entries.map((entry) => [nameOf(entry.name), entry]));
  const entryAt = (path: string): ZipEntry | undefined =>
    byName.get(nameOf(path)) ?? byName.get(nameOf(unescaped(path)));
  const unpacked = (path: string, most: number): Uint8Array | keyof typeof faults => {
    const entry = entryAt(path);
    return entry === undefined
      ? 'missing'
      : unzipEntry(bytes, entry, Math.min(most, limits.maxUnpackedBytes));
  };
  return {
    has: (path) => entryAt(path) !== undefined,
    bytes: (path) => {
      const part = unpacked(path, limits.maxUnpackedBytes);
      return typeof part === 'string' ? null : part;
    },
    tree: (path) => {
      const part = unpacked(path, largestMarkup);
      if (typeof part === 'string') return fault(path, part);
      const tree = markupTree(decodeXml(part));
      return typeof tree === 'string' ? fault(path, tree) : tree;
    },
  };
}

const nameOf = (path: string): string => path.toLowerCase();

/** Some writers refer to parts as addresses do: a blank is %20. */
function unescaped(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The folder that a part lies in, without a slash at its end; "" at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Where a location (ST_Loc) leads: from the root of the package if it begins with a slash, else from the folder of the part that names it. No way
 * leads out of the package, for its parts are all that is looked at.
 */
export function pathFrom(folder: string, location: string): string {
  const given = location.trim().replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of `${given.startsWith('/') ? '' : folder}/${given}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}
