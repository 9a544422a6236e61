/** An entry of an OLE compound file's directory (MS-CFB 2.6.1). */
export interface CompoundEntry {
  name: string;
  /** `storage` is a folder, `stream` holds bytes. */
  kind: 'storage' | 'stream' | 'root';
  /** First sector of the stream. */
  start: number;
  /** Bytes of the stream. */
  size: number;
  /** Names of the folders around it, each led by a stroke; '' in the root. What an embedded object holds stands in a folder of its own. */
  folder: string;
}

export interface CompoundFile {
  entries: CompoundEntry[];
  /** First bytes of a stream that is not in the mini stream; null where they are not to be had. */
  head: (entry: CompoundEntry) => Uint8Array | null;
  /** The bytes of a stream, as many as there are: fewer than its size where the file is cut off or the chain of its sectors broken. */
  content: (entry: CompoundEntry) => Uint8Array;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sectors of a directory that are read, of four entries: a mail of 10 000 enclosures takes 10 000. */
const maxDirectorySectors = 1 << 16;
/** Streams below this size lie in the mini stream, in sectors of 64 bytes ([MS-CFB] 2.2). */
const miniCutoff = 4_096;
const miniSector = 64;
/** Sector numbers from here on are marks: end of chain, free, tables. */
const firstMark = 0xfffffffa;

export function isCompound(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** The directory, or null where the file is cut off or its chains do not hold together. */
export function readCompound(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 1024) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectors: Sectors = { bytes, view, size: 1 << shift, tables: null };
  const nodes: Node[] = [];
  let index: number | null = view.getUint32(0x30, true);
  // A chain may run in a circle.
  const most = Math.min(maxDirectorySectors, bytes.length / sectors.size);
  for (let n = 0; index !== null && index < firstMark && n < most; n++) {
    const at = offsetOf(sectors, index);
    if (at + sectors.size > bytes.length) break;
    for (let entry = at; entry < at + sectors.size; entry += 128) nodes.push(readNode(view, entry));
    index = nextSector(sectors, index);
  }
  nameFolders(nodes);
  const entries = nodes.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  if (entries.length === 0) return null;
  let mini: MiniSectors | null = null;
  return {
    entries,
    head: (entry) => {
      const at = offsetOf(sectors, entry.start);
      return entry.size < miniCutoff || at >= bytes.length ? null : bytes.subarray(at, at + 512);
    },
    content: (entry) => {
      if (entry.kind === 'root' || entry.size >= miniCutoff) return chainOf(sectors, entry);
      mini ??= miniSectorsOf(
        sectors,
        entries.find(({ kind }) => kind === 'root'),
      );
      return miniChainOf(mini, entry);
    },
  };
}

interface Sectors {
  bytes: Uint8Array;
  view: DataView;
  /** Bytes of a sector. */
  size: number;
  /** Sectors of the allocation table beyond those that the header names; null before they are asked for. */
  tables: number[] | null;
}

const offsetOf = ({ size }: Sectors, index: number): number => (index + 1) * size;

/** The sector after another one in its chain; null where the table does not say. */
function nextSector(sectors: Sectors, index: number): number | null {
  const perSector = sectors.size / 4;
  const table = Math.floor(index / perSector);
  const sector =
    table < 109 ? sectors.view.getUint32(0x4c + 4 * table, true) : furtherTable(sectors, table - 109);
  if (sector === undefined) return null;
  const at = offsetOf(sectors, sector) + 4 * (index % perSector);
  return at + 4 <= sectors.bytes.length ? sectors.view.getUint32(at, true) : null;
}

/** Tables of a file of more than 7 MB are listed in sectors of their own ([MS-CFB] 2.5). */
function furtherTable(sectors: Sectors, wanted: number): number | undefined {
  const { view, bytes, size } = sectors;
  if (sectors.tables === null) {
    const tables: number[] = [];
    const most = bytes.length / size;
    let index = view.getUint32(0x44, true);
    while (index < firstMark && tables.length < most && offsetOf(sectors, index) + size <= bytes.length) {
      const at = offsetOf(sectors, index);
      for (let n = 0; n < size - 4; n += 4) tables.push(view.getUint32(at + n, true));
      index = view.getUint32(at + size - 4, true);
    }
    sectors.tables = tables;
  }
  return sectors.tables[wanted];
}

/** What the sectors of a stream hold. The file's own length bounds it: a size is only claimed, and a chain may run in a circle. */
function chainOf(
  sectors: Sectors,
  { start, size: claimed }: Pick<CompoundEntry, 'start' | 'size'>,
): Uint8Array {
  const { bytes, size } = sectors;
  const length = Math.min(claimed, bytes.length);
  const content = new Uint8Array(length);
  let filled = 0;
  for (let index: number | null = start; index !== null && index < firstMark && filled < length; ) {
    const at = offsetOf(sectors, index);
    const piece = bytes.subarray(at, Math.min(at + size, at + length - filled));
    content.set(piece, filled);
    filled += piece.length;
    if (piece.length === 0) break;
    index = nextSector(sectors, index);
  }
  return content.subarray(0, filled);
}

/** What small streams lie in, and which of its sectors follow one another. */
interface MiniSectors {
  content: Uint8Array;
  table: DataView;
}

function miniSectorsOf(sectors: Sectors, root: CompoundEntry | undefined): MiniSectors {
  const content = root === undefined ? new Uint8Array() : chainOf(sectors, root);
  const start = sectors.view.getUint32(0x3c, true);
  const table = chainOf(sectors, { start, size: Math.ceil(content.length / miniSector) * 4 });
  return { content, table: new DataView(table.buffer, table.byteOffset, table.length) };
}

function miniChainOf({ content: mini, table }: MiniSectors, { start, size }: CompoundEntry): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  for (let index = start; index < firstMark && filled < size; index = table.getUint32(index * 4, true)) {
    const at = index * miniSector;
    const piece = mini.subarray(at, at + Math.min(miniSector, size - filled));
    content.set(piece, filled);
    filled += piece.length;
    if (piece.length === 0 || index * 4 + 4 > table.byteLength) break;
  }
  return content.subarray(0, filled);
}

/** An entry and those beside it and below it in the tree of the directory. */
interface Node {
  entry: CompoundEntry | null;
  left: number;
  right: number;
  child: number;
}

const kinds: Record<number, CompoundEntry['kind']> = { 1: 'storage', 2: 'stream', 5: 'root' };

function readNode(view: DataView, at: number): Node {
  const kind = kinds[view.getUint8(at + 0x42)];
  const length = view.getUint16(at + 0x40, true);
  const node = {
    left: view.getUint32(at + 0x44, true),
    right: view.getUint32(at + 0x48, true),
    child: view.getUint32(at + 0x4c, true),
  };
  if (kind === undefined || length < 2 || length > 64) return { ...node, entry: null };
  let name = '';
  for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
  const start = view.getUint32(at + 0x74, true);
  const size = view.getUint32(at + 0x78, true);
  return { ...node, entry: { name, kind, start, size, folder: '?' } };
}

/** Folders within one another that are looked into. */
const deepestFolder = 8;

/** Tells each entry its folder. Where the tree is broken, everything may stand in the root. */
function nameFolders(nodes: Node[]): void {
  const seen = new Set<number>();
  const open = [
    { index: nodes.find(({ entry }) => entry?.kind === 'root')?.child ?? -1, folder: '', depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, folder, depth } = next;
    const node = nodes[index];
    if (!node?.entry || seen.has(index)) continue;
    seen.add(index);
    node.entry.folder = folder;
    open.push({ index: node.left, folder, depth }, { index: node.right, folder, depth });
    if (node.entry.kind === 'storage' && depth < deepestFolder)
      open.push({ index: node.child, folder: `${folder}/${node.entry.name}`, depth: depth + 1 });
  }
  if (seen.size > 0) return;
  for (const { entry } of nodes) if (entry !== null) entry.folder = '';
}
