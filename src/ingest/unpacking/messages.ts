/** What hedui reads itself in the process that unpacks: LZ4, a mail, one of Outlook, and what that packs. */
export type OwnType = 'lz4' | 'mail' | 'outlook' | 'tnef';

/** What an archive is to be taken for: 7-Zip tries nothing else. */
export type ArchiveType =
  | OwnType
  | 'rar'
  | 'rar5'
  | '7z'
  | 'zip'
  | 'cab'
  | 'lzh'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | 'lzma'
  | 'z'
  | 'arj'
  | 'cpio'
  | 'iso'
  | 'udf'
  | 'wim';

/** A file as 7-Zip sees it: a stretch of the bytes. */
export interface ArchiveFile {
  /** Every name that it may be asked for by; the first of the first file is opened. */
  names: readonly string[];
  /** In bytes. */
  size: number;
}

/** An archive to unpack. Its bytes follow, or lie at descriptors from `firstDescriptor` on, one behind the other. */
export interface Order {
  type: ArchiveType;
  /** Sizes of what lies at the descriptors; null where the bytes follow. */
  descriptors: number[] | null;
  /** The archive, and what other volumes it has, in the order of the bytes. */
  files: readonly ArchiveFile[];
  /** Whether it holds one file, which is handed over in pieces. */
  isStream: boolean;
  passwords: readonly string[];
  /** Largest entry that is handed over, bytes. */
  maxBytes: number;
  /** Bytes that all entries together may unpack to. */
  maxUnpacked: number;
  maxEntries: number;
}

/** Where a process finds an archive that is too large to be sent. */
export const firstDescriptor = 4;

/** Why an entry was not handed over. */
export type EntryFault = 'damaged' | 'encrypted' | 'wrong_password' | 'method' | 'too_large';

/** Why an archive was not read to its end. */
export type ArchiveFault =
  | 'damaged'
  | 'encrypted'
  | 'wrong_password'
  | 'volume'
  | 'letter'
  | 'too_far'
  | 'too_many_entries';

export type Told =
  | { kind: 'ready' }
  /** A file, or a piece of the only one; its bytes follow. */
  | { kind: 'entry'; name: string }
  | { kind: 'piece' }
  /** Counted and not handed over. */
  | { kind: 'symlink' | 'inline_picture'; name: string }
  | { kind: 'failed'; name: string; size: number; fault: EntryFault }
  /** An entry that is not handed over is being unpacked: what stands behind it in a solid archive needs it. */
  | { kind: 'busy' }
  /** A large entry comes next. */
  | { kind: 'coming'; size: number }
  | { kind: 'end'; fault: ArchiveFault | null };

/** An entry from here on is told of before it is handed over, bytes. */
const largeEntry = 1 << 20;

/** Hands on what is told of an archive, with the bytes that belong to it. */
export type Tell = (told: Told, bytes?: Uint8Array) => void;

export function tellEntry(name: string, bytes: Uint8Array, tell: Tell): void {
  if (bytes.length >= largeEntry) tell({ kind: 'coming', size: bytes.length });
  tell({ kind: 'entry', name }, bytes);
}
