#!/usr/bin/env node
// Starts the command line: help and version at once, everything else from the compiled modules, or from the sources
// where they are newer. Plain JavaScript, for it is read by whichever Node is there.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const compiled = new URL('dist/src/cli/main.js', root);
const sources = new URL('src/cli/main.ts', root);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  const found = process.versions.node;
  process.stderr.write(
    `hedui 需要 Node 22.13 或更高版本，现为 ${found}；在仓库中请用 npm run -s hedui -- …\n` +
      `hedui needs Node 22.13 or later, this is ${found}; in the repository use npm run -s hedui -- …\n`,
  );
  process.exitCode = 2;
} else {
  const args = process.argv.slice(2);
  const help = helpFile(args);
  if (help) {
    process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 4));
    process.stdout.write(readFileSync(help, 'utf8'));
  } else {
    module.enableCompileCache?.();
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    const { main } = await import((isFresh(['schemas', 'parsers', 'src']) ? compiled : sources).href);
    await main(args, version);
  }
}

/** The prepared text of the top-level help, where that is all that is asked for. */
function helpFile(args) {
  const asked = args.length === 1 || (args.length === 3 && args[1] === '--lang');
  if (!asked || (args[0] !== '--help' && args[0] !== '-h')) return undefined;
  const language = (args[2] ?? process.env.HEDUI_LANG) === 'en' ? 'en' : 'zh';
  const file = new URL(`dist/help.${language}.txt`, root);
  return isFresh(['src/cli']) && existsSync(file) ? file : undefined;
}

/** Whether the compiled modules are there and no source of these folders is newer. A package brings no sources. */
function isFresh(folders) {
  const built = statSync(new URL('dist/built', root), { throwIfNoEntry: false });
  if (built === undefined) return false;
  if (!existsSync(sources)) return true;
  return folders.every((folder) => isOlder(fileURLToPath(new URL(folder, root)), built.mtimeMs));
}

function isOlder(folder, time) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() ? !isOlder(path, time) : statSync(path).mtimeMs > time) return false;
  }
  return true;
}
