import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sevenZip from '7z-wasm';
import { type ArchiveBytes, type FileSystem, giveFiles, sourceFolder, targetFolder } from './given-files.ts';
import type { ArchiveFault, EntryFault, Order, Tell } from './messages.ts';
import { decodePaths } from './path-decoder.ts';
import { Ended, type Taken, takenFiles } from './taken-files.ts';

const { resolve } = createRequire(import.meta.url);
/** As far as it is used here: TypeScript has it among the types of browsers. */
declare const WebAssembly: {
  compile: (code: Uint8Array) => Promise<object>;
  instantiate: (module: object, imports: object) => Promise<object>;
};
decodePaths();
const compiled = WebAssembly.compile(readFileSync(resolve('7z-wasm/7zz.wasm')));

/** A fresh instance for each archive, of code that is compiled once: a fifth of what an instance takes that compiles its own. */
const compiledOnce = {
  instantiateWasm(imports: object, receive: (instance: object) => void) {
    void compiled.then((module) => WebAssembly.instantiate(module, imports)).then(receive);
    return {};
  },
};

/** What it says as soon as the file of an entry is open: its path, as its errors have it. */
const ofNext = /^- (.+)$/;
/** It looks for the first whole entry behind those that are damaged, and begins there. */
const ofLateStart = /^Offset = [1-9]/;
/** How 7-Zip names what is wrong with one entry, whose path follows (MyErrors of its console, `ExtractCallbackConsole.cpp`). */
const ofEntry = /^ERROR: ([^/:].*?) : (.+)$/;
/** A file that cannot be written, for a folder or another file has its name; told by the path that it was to have. */
const ofTarget = new RegExp(`^ERROR: Cannot .* : ${targetFolder}/(.+)$`);
const faultsOfEntries: readonly [RegExp, EntryFault][] = [
  [/wrong password/i, 'wrong_password'],
  [/unsupported/i, 'method'],
  [
    /^(?:CRC Failed|Data Error|Unexpected end|Unavailable|There are some data|Headers Error|Is not archive)/,
    'damaged',
  ],
];
const ofArchive: readonly [RegExp, ArchiveFault][] = [
  [/encrypted archive\. Wrong password/i, 'wrong_password'],
  [/^(?:ERROR: )?Missing volume/i, 'volume'],
  [/^(?:Unexpected end of archive|Headers Error)/i, 'damaged'],
];

/**
 * Unpacks an archive with every password in turn until all of it is open, and tells of each entry once: as a file, or why it is none. The
 * result is why the archive ended before its end; null where it did not.
 */
export async function unpack(archive: ArchiveBytes, order: Order, tell: Tell): Promise<ArchiveFault | null> {
  const taken = takenFiles(order, tell);
  const passwords = ['', ...order.passwords];
  let fault: ArchiveFault | null = null;
  for (const password of passwords) {
    fault = await open(archive, order, password, taken);
    if (fault !== 'wrong_password' && !taken.wantsPassword()) break;
  }
  const unnamed = order.passwords.length === 0;
  taken.giveUp(unnamed ? 'encrypted' : 'wrong_password');
  return fault === 'wrong_password' && unnamed ? 'encrypted' : fault;
}

async function open(
  archive: ArchiveBytes,
  { type, files, isStream }: Order,
  password: string,
  taken: Taken,
): Promise<ArchiveFault | null> {
  let fault: ArchiveFault | null = null;
  taken.begin();
  const seven = await sevenZip.default({
    ...compiledOnce,
    print(line: string) {
      const [, path] = ofNext.exec(line) ?? [];
      if (path !== undefined) taken.told(path);
      if (type === 'cpio' && ofLateStart.test(line)) fault ??= 'damaged';
    },
    printErr(line: string) {
      const [, kind, path] = ofEntry.exec(line) ?? [];
      fault ??= faultOf(line, ofArchive);
      const ofOne = kind === undefined ? null : faultOf(kind, faultsOfEntries);
      const [, unwritten] = ofTarget.exec(line) ?? [];
      if (unwritten !== undefined) taken.failed(unwritten, 'damaged');
      else if (ofOne !== null && isStream) fault ??= 'damaged';
      else if (ofOne !== null) taken.failed(path!, ofOne);
    },
    // Nobody answers a question.
    stdin: () => null as unknown as number,
  });
  giveFiles(seven.FS as unknown as FileSystem, archive, files, taken.sink);
  const path = `${sourceFolder}/${files[0]!.names[0]}`;
  const words = ['x', `-t${type}`, `-o${targetFolder}`, `-p${password}`, '-y', '-bd', '-bb1', path];
  const code = call(seven, words);
  taken.end();
  if (fault !== null || code === 0) return fault;
  if (code === 'fell') return type === '7z' && isLocked(archive) ? 'wrong_password' : 'damaged';
  return taken.hasFailed() ? null : 'damaged';
}

/** AES-256 with a key from SHA-256, as the header of a 7z names it (7zFormat.txt). */
const lock = Buffer.from('06f10701', 'hex');

/** Whether the header of a 7z is encrypted, over which 7-Zip falls under a wrong password. */
function isLocked(archive: ArchiveBytes): boolean {
  const start = Buffer.alloc(32);
  if (archive.read(start, 0, start.length, 0) < start.length) return false;
  const at = start.length + Number(start.readBigUInt64LE(12));
  const header = Buffer.alloc(Math.min(Number(start.readBigUInt64LE(20)), 1 << 16));
  return header.subarray(0, archive.read(header, 0, header.length, at)).includes(lock);
}

/** The exit code, or that it fell over the archive: an error of C++ that nothing catches. */
function call(seven: { callMain: (words: string[]) => unknown }, words: string[]): number | 'fell' {
  try {
    return Number(seven.callMain(words));
  } catch (thrown) {
    if (thrown instanceof Ended || thrown instanceof RangeError) throw thrown;
    return 'fell';
  }
}

function faultOf<Fault>(line: string, faults: readonly [RegExp, Fault][]): Fault | null {
  return faults.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}
