import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modulesOf, root, textOf } from './sources.ts';

const source = modulesOf(['schemas', 'parsers', 'src', 'scripts']);

/** Lines of a source file beyond which it wants splitting by meaning. */
const longest = 400;

describe('source files', () => {
  test('are short enough to be read', () => {
    const long = source.filter((path) => textOf(path).split('\n').length > longest);
    expect(long).toEqual([]);
  });

  test('are named for what they hold', () => {
    const empty = /^(util|utils|helper|helpers|common|manager|misc|shared|stuff)$/;
    expect(source.filter((path) => empty.test(basename(path, '.ts')))).toEqual([]);
  });

  test('export by name', () => {
    expect(source.filter((path) => /^export default/m.test(textOf(path)))).toEqual([]);
  });

  test('hold no escape from the types', () => {
    expect(source.filter((path) => /@ts-(ignore|nocheck)|\bas any\b/.test(textOf(path)))).toEqual([]);
  });
});

describe('tracked texts', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(
      (path) => /\.(ts|js|md|json|sh|yml|txt|svg)$|^\.ci\/run$/.test(path) && path !== 'package-lock.json',
    );

  test('are found', () => {
    expect(tracked).toContain('README.md');
  });

  test('name no machine, no folder of one, and no tracker', () => {
    // Written apart, so that this file does not hold what it looks for.
    const folders = ['tmp', 'work', 'root', 'home/\\w+'].map((name) => `(?<![\\w.}])/${name}/`);
    const words = ['sub' + 'agent', 'verdac' + 'cio', 'issue' + ' #?\\d+'];
    const pattern = new RegExp([...folders, ...words].join('|'), 'i');
    const found = tracked.flatMap((path) => {
      const match = pattern.exec(readFileSync(join(root, path), 'utf8'));
      return match ? [`${path}: ${match[0]}`] : [];
    });
    expect(found).toEqual([]);
  });
});
