import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import { readZipDirectory, unzipEntry } from '../zip.ts';

/** The parts of a zip package, unpacked when they are asked for. */
export interface Package {
  has(name: string): boolean;
  /** Bytes of a part; an issue where it is not there or cannot be unpacked. */
  read(name: string): Uint8Array | Issue;
  /** Markup that was written by a reader of another format, and needs no checks; undefined for all other parts. */
  written?(name: string): string | undefined;
}

const messages = {
  corrupt: ['部件无法解压', 'a part of the package cannot be unpacked'],
  too_large: ['部件解压后超过上限', 'a part of the package unpacks to more than the limit'],
  encrypted: ['文件已加密，需要密码', 'the file is encrypted: a password is needed'],
} as const;

export function openPackage(bytes: Uint8Array, limits: ParserLimits): Package | Issue {
  const entries = readZipDirectory(bytes);
  if (entries === null) {
    return issue(
      'corrupt',
      '压缩包不完整（缺少目录）',
      'the zip package is cut off: its directory is missing',
    );
  }
  // Names of parts are the same in capitals and small letters (ECMA-376 part 2 §9.1.1).
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    has: (name) => byName.has(name.toLowerCase()),
    read(name) {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return issue('corrupt', '缺少部件', 'a part of the package is missing', name);
      const part = unzipEntry(bytes, entry, limits.maxUnpackedBytes);
      if (typeof part !== 'string') return part;
      const [zh, en] = messages[part];
      return issue(part, zh, en, name);
    },
  };
}
