import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CellObject, read, utils, type WorkSheet } from 'xlsx';
import { convertByOffice, printer } from '../../scripts/generate/render/pdf.ts';
import { partsOf, refusals } from '../report/workbook/refusals.ts';
import { folderOf, form, hedui } from './run.ts';

const sample = (name: string) => `samples/${name}`;

function exported(paths: string[], ...options: string[]): { bytes: Buffer; stderr: string } {
  const folder = folderOf({});
  const { code, stderr } = hedui(['export', ...paths, '--to', folder, '--format', 'xlsx', ...options]);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/处问题|finding/)]);
  const bytes = readFileSync(join(folder, 'hedui.xlsx'));
  expect(refusals(bytes)).toEqual([]);
  return { bytes, stderr };
}

/** The records of a list by the titles of its columns. */
function listOf(sheet: WorkSheet): Record<string, unknown>[] {
  return utils.sheet_to_json(sheet, { defval: '' });
}

describe('the workbook of a filing', () => {
  test('has a row for its finding that leads to the cell, and the cell leads back', () => {
    const { bytes } = exported([sample('project-targets-transposed-total.docx')]);
    const book = read(bytes, { cellStyles: true, cellNF: true });
    const findings = book.Sheets.问题!;
    const rows = listOf(findings);
    const row = rows.find(({ 规则 }) => 规则 === 'SUM-01');
    expect(row).toMatchObject({
      级别: '错误',
      应为: 886,
      表内数: 880.6,
      相差: -5.4,
      年度: 2024,
      文件: sample('project-targets-transposed-total.docx'),
      可直接采用: '✓',
      审核: '待审',
    });
    expect(row!.建议修改).toMatch(/：880\.60 → 886\.00$/);
    // One of several guesses is none of the proposals.
    for (const { 可直接采用: sure, 建议修改: change } of rows)
      expect(/^可能 /.test(change as string)).toBe(sure !== '✓' && /→/.test((change ?? '') as string));
    const number = rows.indexOf(row!) + 2;
    const link = (findings[`H${number}`] as CellObject).l!.Target!;
    const [, sheet, ref] = /^#'(.*)'!([A-Z]+\d+)$/.exec(link)!;
    const cell = book.Sheets[sheet!]![ref!] as CellObject & { s: { fgColor: { rgb: string } } };
    expect(cell).toMatchObject({ t: 'n', v: 880.6, w: '880.60', l: { Target: `#'问题'!A${number}` } });
    expect(cell.s.fgColor.rgb).toBe('F8B4B4');
    expect(cell.c![0]!.t).toContain('SUM-01');
    expect(book.Sheets[sheet!]!['!merges']!.length).toBeGreaterThan(5);
  });

  test('shows the table as it was, cell by cell, and no name of a person', () => {
    const { bytes } = exported([sample('department-targets.docx')], '--lang', 'en');
    const book = read(bytes);
    expect(book.SheetNames.slice(0, 8)).toEqual([
      'Overview',
      'Findings',
      'Evidence',
      'Coverage',
      'Forms',
      'Documents',
      'Indicators',
      'Amounts',
    ]);
    const texts = Object.entries(book.Sheets[book.SheetNames[8]!]!)
      .filter(([ref]) => !ref.startsWith('!'))
      .map(([, cell]) => (cell as CellObject).w ?? String((cell as CellObject).v));
    const tables = JSON.parse(
      hedui(['tables', sample('department-targets.docx'), '--format', 'json']).stdout,
    ) as { grids: { cells: { text: string }[] }[] };
    const printed = tables.grids
      .flatMap(({ cells }) => cells.map(({ text }) => text))
      .filter((text) => text !== '');
    const missing = printed.filter((text) => !texts.includes(text));
    // Only names and telephone numbers differ: they are masked.
    expect(missing.length).toBeLessThanOrEqual(2);
    expect(
      missing.every(
        (text) => texts.some((shown) => shown.includes('*') && shown[0] === text[0]) || /\d{3}/.test(text),
      ),
    ).toBe(true);
    const { bytes: open } = exported([sample('department-targets.docx')], '--contacts');
    const all = [...partsOf(open).values()].join('');
    expect(
      printed.filter((text) => !/^[\d.,%-]+$/.test(text) && !/[<>&"\n]/.test(text) && !all.includes(text)),
    ).toEqual([]);
  });

  test('says which forms have no sheet of their own, and how to get one', () => {
    const folder = folderOf({ 'a.html': form(), 'b.html': form('40.00'), 'c.html': form('50.00') });
    const { bytes, stderr } = exported([folder], '--sheets', '1');
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining('另有 2 份表没有单列工作表'),
      expect.stringMatching(/处问题 → /),
      '',
    ]);
    const book = read(bytes);
    expect(book.SheetNames).toHaveLength(9);
    expect(listOf(book.Sheets.表单!).filter(({ 工作表 }) => 工作表 === '—')).toHaveLength(2);
    expect(utils.sheet_to_csv(book.Sheets.概览!)).toContain('另有 2 份表没有单列工作表');
    // What has findings comes before what has none.
    expect(listOf(book.Sheets.表单!).filter(({ 工作表 }) => 工作表 !== '—')[0]!.文件).not.toContain('a.html');
  });

  test('takes no text of a filing for a formula', () => {
    const folder = folderOf({
      'a.html': form('30.00', '').replace('演出场次', '=HYPERLINK("http://example.invalid","x")'),
      'b.html': form('30.00', '').replace('演出场次', '＝1+1'),
    });
    const { bytes } = exported([folder]);
    const book = read(bytes, { cellFormula: true });
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.values(sheet).filter((cell): cell is CellObject => typeof cell === 'object' && 't' in cell),
    );
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    for (const text of ['=HYPERLINK("http://example.invalid","x")', '＝1+1'])
      expect(cells.filter(({ v }) => v === text).every(({ t }) => t === 's')).toBe(true);
  });
});

test.each(['csv', 'jsonl', 'parquet', 'sarif'])('files are exported as %s without a warehouse', (format) => {
  const folder = folderOf({ 'b.html': form('40.00') });
  const { code, stderr } = hedui([
    'export',
    join(folder, 'b.html'),
    '--to',
    join(folder, 'out'),
    '--format',
    format,
  ]);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^1 个文件，.*2 处问题 → .*\n$/)]);
});

describe.skipIf(printer('soffice') === null)('LibreOffice (skipped where it is not installed)', () => {
  test('opens the workbook and keeps its sheets, texts, figures, merged cells, notes and links', async () => {
    const { bytes } = exported([sample('project-targets-transposed-total.docx')]);
    const made = await convertByOffice(new Map([['book.xlsx', bytes]]), 'ods');
    const [before, after] = [bytes, Buffer.from(made.get('book.xlsx')!)].map((book) => read(book));
    expect(after!.SheetNames).toEqual(before!.SheetNames);
    for (const name of before!.SheetNames) {
      const values = (sheet: WorkSheet) =>
        utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false, defval: '' });
      expect(values(after!.Sheets[name]!).map((row) => row.filter((value) => value !== ''))).toEqual(
        values(before!.Sheets[name]!).map((row) => row.filter((value) => value !== '')),
      );
    }
    const form = before!.SheetNames.at(-1)!;
    expect(after!.Sheets[form]!['!merges']?.length).toBe(before!.Sheets[form]!['!merges']?.length);
    const content = partsOf(made.get('book.xlsx')!).get('content.xml')!;
    expect(content.split('<office:annotation ').length).toBe(notesIn(bytes) + 1);
    expect(content.includes(`xlink:href="#&apos;${form}&apos;.`)).toBe(true);
    expect(content.includes('table:formula')).toBe(false);
  }, 240_000);
});

function notesIn(bytes: Uint8Array): number {
  return [...partsOf(bytes)]
    .filter(([name]) => name.startsWith('xl/comments'))
    .reduce((sum, [, text]) => sum + text.split('<comment ').length - 1, 0);
}
