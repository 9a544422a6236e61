import { writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/**
 * Puts the compiled modules that the package's entry point reaches into one file a format, below `library` of `built`.
 * A process that reads one short file spends a third of its time on finding and linking some four hundred small modules.
 */
export async function bundleLibrary(built: string): Promise<void> {
  const entry = join(built, 'src/index.js');
  const library = join(built, 'library');
  const bundle = await rolldown({
    input: { index: entry },
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
  writeFileSync(entry, "export * from '../library/index.js';\n");
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
