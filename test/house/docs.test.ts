import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IssueCode } from '../../schemas/index.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import { limitsTable } from '../../src/ingest/limits.ts';
import { root, textOf } from './sources.ts';

const readmes = ['README.md', 'README.zh-CN.md'];
const pages = [
  ...readmes,
  'docs/add-a-dialect.md',
  'docs/add-a-format.md',
  'docs/pdf.md',
  'docs/ofd.md',
  'docs/scans.md',
  'docs/scans-measured.md',
  'docs/design.md',
  'docs/limits.md',
  'docs/benchmarks.md',
  'docs/questions.md',
  'docs/report.md',
  'docs/warehouse.md',
  'docs/workbook.md',
  'docs/decisions.md',
];

describe('the documentation', () => {
  test.each(pages)('%s links to what is there', (page) => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
    expect(links.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  test.each(pages)('%s names files that are there', (page) => {
    const named = [
      ...textOf(page).matchAll(/`((?:src|parsers|schemas|test|scripts|samples|docs)\/[\w./-]+)`/g),
    ].map(([, path]) => path!);
    const invented = /NAME|parsers\/NAME/;
    expect(named.filter((path) => !invented.test(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  test.each(readmes)('%s has every error code and every exit code', (page) => {
    const text = textOf(page);
    expect(IssueCode.options.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
    for (const code of Object.values(exitCode)) expect(text).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });

  test.each(readmes)('%s gives the commands that package.json has, on samples that are there', (page) => {
    const text = textOf(page);
    expect(text).toContain('npm ci && npm start');
    expect(text).toContain('npm ci && npm test');
    const samples = [...text.matchAll(/samples\/[\w.-]+\.(?:docx|xlsx)/g)].map(([path]) => path);
    expect(samples.length).toBeGreaterThan(2);
    expect(samples.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('docs/limits.md has the limits as they are', () => {
    expect(textOf('docs/limits.md')).toContain(limitsTable());
  });
});
