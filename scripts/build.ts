// Compiles to dist/, or to the folder that is named, what the package ships, bundles the library, and prepares the text of the top-level help.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleLibrary } from './library.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(root, process.argv[2] ?? 'dist');
/** Everything is made here and put in place at the end: what runs from an older build meanwhile is not disturbed. */
const draft = join(root, `node_modules/.cache/hedui-${process.pid}`);
const roots = ['schemas', 'parsers', 'src'];

const started = new Date();
try {
  compile('tsconfig.build.json');
  // The scripts of pages are written for browsers: other types, and no declarations.
  compile('tsconfig.client.json', '--noEmit', 'false', '--rootDir', '.', '--declaration', 'false');
  for (const folder of roots) copyData(folder);
  copyLineRuntime();
  await bundleLibrary(draft);
  await writeHelp();
  markBuilt();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  renameSync(draft, target);
} finally {
  rmSync(draft, { recursive: true, force: true });
}

function compile(project: string, ...options: string[]): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', draft, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) return;
  rmSync(draft, { recursive: true, force: true });
  process.exit(status ?? 1);
}

/** Data that modules read beside themselves. */
function copyData(folder: string): void {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(ts|md)$/.test(entry.name)) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(draft, from.slice(root.length));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
}

/** WebAssembly for the model of lines: three files of a package of 139 MB, which those who use hedui need not install. */
function copyLineRuntime(): void {
  const from = join(root, 'node_modules/onnxruntime-web/dist');
  const to = join(draft, 'parsers/scan/line-model/onnxruntime-web');
  mkdirSync(to);
  for (const name of ['ort.node.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
    cpSync(join(from, name), join(to, name));
}

/** `hedui --help` is printed from a file: it is the one command that has to be as fast as Node itself. */
async function writeHelp(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { helpText } = await import('../src/cli/help-text.ts');
  for (const language of ['zh', 'en'] as const)
    writeFileSync(join(draft, `help.${language}.txt`), helpText(language, version));
}

/** Sources that change while they are compiled are newer than this. */
function markBuilt(): void {
  const mark = join(draft, 'built');
  writeFileSync(mark, '');
  utimesSync(mark, started, started);
}
