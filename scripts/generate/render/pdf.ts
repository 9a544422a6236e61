import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longest that one call of a printer may take, in milliseconds: a cold start on a busy machine and some twenty files. */
export const patience = 240_000;

const programs = {
  soffice: ['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/bin/libreoffice'],
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
} as const;

/** Where a printer is installed, null where it is not. */
export const printer = (name: keyof typeof programs): string | null =>
  programs[name].find((place) => existsSync(place)) ?? null;

/** Prints office files (xlsx, docx, html …) in one call of LibreOffice. Bytes by the name that was given. */
export async function printByOffice(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  return convertByOffice(files, 'pdf');
}

/** Converts office files with a profile of its own, so that no other office is disturbed. */
export async function convertByOffice(
  files: ReadonlyMap<string, Uint8Array>,
  to: string,
): Promise<Map<string, Uint8Array>> {
  const soffice = printer('soffice');
  if (soffice === null) throw new Error('LibreOffice is not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'hedui-office-'));
  try {
    const out = path.join(folder, 'out');
    await mkdir(out);
    for (const [name, bytes] of files) await writeFile(path.join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const names = [...files.keys()];
    const paths = names.map((name) => path.join(folder, name));
    const extension = to.split(':')[0]!;
    await run(soffice, [profile, '--headless', '--convert-to', to, '--outdir', out, ...paths], {
      timeout: patience,
    });
    const made = new Map<string, Uint8Array>();
    for (const name of names) {
      const target = path.join(out, `${path.parse(name).name}.${extension}`);
      if (existsSync(target)) made.set(name, new Uint8Array(await readFile(target)));
    }
    return made;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints a page as a browser does. */
export async function printByChromium(html: string): Promise<Uint8Array> {
  const chromium = printer('chromium');
  if (chromium === null) throw new Error('Chromium is not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'hedui-chromium-'));
  try {
    const source = path.join(folder, 'page.html');
    const target = path.join(folder, 'page.pdf');
    await writeFile(source, html);
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
    const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
    await run(chromium, [...options, profile, `--print-to-pdf=${target}`, `file://${source}`], {
      timeout: patience,
    });
    return new Uint8Array(await readFile(target));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
