import { writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** What is loaded from outside: by programs that import the package, by `bin/hedui.js`, and as the thread of a command. */
const entries = {
  index: 'src/index.js',
  command: 'src/cli/main.js',
  thread: 'src/ingest/guard/thread.js',
};

/**
 * Puts the compiled modules that the package's entry points reach into one file a format, below `library` of `built`.
 * A process that reads one short file spends a third of its time on finding and linking some four hundred small modules.
 */
export async function bundleLibrary(built: string): Promise<void> {
  const library = join(built, 'library');
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, join(built, entry)])),
    platform: 'node',
    // Packages stay what npm installs.
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    plugins: [ownPlaces(library)],
  });
  await bundle.write({
    dir: library,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  });
  await bundle.close();
  for (const [name, entry] of Object.entries(entries)) {
    const up = relative(dirname(entry), 'library').split(sep).join('/');
    writeFileSync(join(built, entry), `export * from '${up}/${name}.js';\n`);
  }
}

/** Modules find their data and threads beside themselves, wherever their code has been moved to. */
function ownPlaces(library: string): Plugin {
  return {
    name: 'own-places',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return null;
      const place = relative(library, join(dirname(id), 'module.js'))
        .split(sep)
        .join('/');
      return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
    },
  };
}
