// The files that 7-Zip sees: an archive that is read where it lies, and a folder whose files are handed on as they are written. Nothing of either
// reaches a disk. The shapes are those of Emscripten's file systems.
import type { ArchiveFile } from './messages.ts';

/** A file or folder of Emscripten. */
interface Node {
  id: number;
  mode: number;
  name: string;
  parent: Node;
  size: number;
  node_ops: Record<string, unknown>;
  stream_ops: Record<string, unknown>;
  written?: Written;
}

interface Stream {
  node: Node;
  position: number;
}

export interface FileSystem {
  createNode: (parent: Node | null, name: string, mode: number, device: number) => Node;
  mkdir: (path: string) => void;
  mount: (type: { mount: () => Node }, options: object, path: string) => void;
  ErrnoError: new (errno: number) => Error;
}

/** The bytes of an archive, read at will. */
export interface ArchiveBytes {
  /** Bytes that were read, fewer than asked for only at the end. */
  read: (target: Uint8Array, offset: number, length: number, position: number) => number;
}

/** Told of every file that is unpacked, by its path within the archive. */
export interface Sink {
  opened: (path: string) => Written;
  linked: (path: string) => void;
}

/** Takes one file, from its beginning to its end. */
export interface Written {
  write: (bytes: Uint8Array, position: number) => void;
  close: () => void;
}

// Of WASI, whose numbers Emscripten uses.
const noEntry = 44;
const notPermitted = 63;

const folder = 0o040777;
const file = 0o100777;
const typeOfMode = 0o170000;

export const sourceFolder = '/in';
/** Longer than 16 bytes, so that every path in it comes through `PathDecoder`. */
export const targetFolder = '/unpacked-entries';

const attributes = (node: Node) => ({
  dev: 1,
  ino: node.id,
  mode: node.mode,
  nlink: 1,
  uid: 0,
  gid: 0,
  rdev: 0,
  size: node.size,
  atime: new Date(0),
  mtime: new Date(0),
  ctime: new Date(0),
  blksize: 4096,
  blocks: 0,
});

function seek(stream: Stream, offset: number, whence: number): number {
  const from = [0, stream.position, stream.node.size][whence] ?? 0;
  return from + offset;
}

/** Puts the archive into `sourceFolder`, and what takes its files at `targetFolder`. */
export function giveFiles(
  fs: FileSystem,
  archive: ArchiveBytes,
  files: readonly ArchiveFile[],
  sink: Sink,
): void {
  const maker = nodeMaker(fs);
  fs.mkdir(sourceFolder);
  fs.mount({ mount: () => source(maker, archive, files) }, {}, sourceFolder);
  fs.mkdir(targetFolder);
  fs.mount({ mount: () => target(maker, sink) }, {}, targetFolder);
}

interface NodeMaker {
  node: (parent: Node | null, name: string, mode: number, operations: object, streams: object) => Node;
  /** What answers with an error. */
  refuse: (errno: number) => () => never;
}

function nodeMaker(fs: FileSystem): NodeMaker {
  return {
    node: (parent, name, mode, operations, streams) =>
      Object.assign(fs.createNode(parent, name, mode, 0), {
        size: 0,
        node_ops: { getattr: attributes, setattr: () => undefined, ...operations },
        stream_ops: { llseek: seek, ...streams },
      }),
    refuse: (errno) => () => {
      throw new fs.ErrnoError(errno);
    },
  };
}

/** A folder with the files of the archive, under all their names. */
function source({ node, refuse }: NodeMaker, archive: ArchiveBytes, files: readonly ArchiveFile[]): Node {
  const found = new Map<string, Node>();
  const lookup = (_: Node, name: string) => found.get(name) ?? refuse(noEntry)();
  const root: Node = node(null, '/', folder, { lookup, readdir: () => ['.', '..', ...found.keys()] }, {});
  let start = 0;
  for (const { names, size } of files) {
    const from = start;
    const read = (_: Stream, into: Uint8Array, offset: number, length: number, position: number) =>
      archive.read(into, offset, Math.max(0, Math.min(length, size - position)), from + position);
    for (const name of names) found.set(name, Object.assign(node(root, name, file, {}, { read }), { size }));
    start += size;
  }
  return root;
}

/** A folder in which nothing is ever found, and whose files go to the sink. */
function target({ node, refuse }: NodeMaker, sink: Sink): Node {
  const ofFiles = {
    open({ node: opened }: Stream) {
      opened.size = 0;
      opened.written = sink.opened(pathOf(opened.parent, opened.name));
    },
    write({ node: opened }: Stream, bytes: Uint8Array, offset: number, length: number, position: number) {
      opened.size = Math.max(opened.size, position + length);
      opened.written?.write(bytes.subarray(offset, offset + length), position);
      return length;
    },
    close({ node: opened }: Stream) {
      opened.written?.close();
      delete opened.written;
    },
  };
  const inFolders = {
    lookup: refuse(noEntry),
    readdir: () => ['.', '..'],
    // What is there is written over, and a file that is to become a link is none.
    unlink: () => undefined,
    rmdir: refuse(notPermitted),
    rename: refuse(notPermitted),
    mknod: (parent: Node, name: string, mode: number) =>
      (mode & typeOfMode) === (folder & typeOfMode)
        ? node(parent, name, mode, inFolders, {})
        : node(parent, name, mode, {}, ofFiles),
    symlink(parent: Node, name: string) {
      sink.linked(pathOf(parent, name));
      return node(parent, name, file, {}, ofFiles);
    },
  };
  return node(null, '/', folder, inFolders, {});
}

/** Without the folder that it is mounted at, whose parent is itself. */
function pathOf(parent: Node, name: string): string {
  const names = [name];
  for (let at = parent; at.parent !== at; at = at.parent) names.unshift(at.name);
  return names.join('/');
}
