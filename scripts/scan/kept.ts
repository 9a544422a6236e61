import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Bytes by name: made when first asked for, and stored where a folder is given. */
export function keptFiles(
  folder: string | undefined,
): (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array> {
  return async (name, make) => {
    const file = folder === undefined ? null : path.join(folder, name);
    if (file !== null && existsSync(file)) return new Uint8Array(readFileSync(file));
    const bytes = await make();
    if (file !== null) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    return bytes;
  };
}
