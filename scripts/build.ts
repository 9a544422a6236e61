// Compiles to dist/ what the package ships, and prepares the text of the top-level help.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist');
const roots = ['schemas', 'parsers', 'src'];

const started = new Date();
rmSync(target, { recursive: true, force: true });
compile();
for (const folder of roots) copyData(folder);
await writeHelp();
markBuilt();

function compile(): void {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Data that modules read beside themselves. */
function copyData(folder: string): void {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(ts|md)$/.test(entry.name)) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(target, from.slice(root.length));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
  }
}

/** `hedui --help` is printed from a file: it is the one command that has to be as fast as Node itself. */
async function writeHelp(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { helpText } = await import('../src/cli/help-text.ts');
  for (const language of ['zh', 'en'] as const)
    writeFileSync(join(target, `help.${language}.txt`), helpText(language, version));
}

/** Sources that change while they are compiled are newer than this. */
function markBuilt(): void {
  const mark = join(target, 'built');
  writeFileSync(mark, '');
  utimesSync(mark, started, started);
}
