import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CellObject, read, utils, type WorkSheet, write } from 'xlsx';
import { folderOf, form, hedui, jsonLinesOf } from './run.ts';

test('a workbook that a reviewer filled in is taken into the warehouse, and shows in the next one', () => {
  const folder = folderOf({ 'b.html': form('40.00') });
  const warehouse = join(folder, 'warehouse');
  const book = join(folder, 'papers/hedui.xlsx');
  const place = ['--warehouse', warehouse];
  const exportBook = () => hedui(['export', ...place, '--to', join(folder, 'papers'), '--format', 'xlsx']);
  expect(hedui(['ingest', join(folder, 'b.html'), ...place]).code).toBe(0);
  expect(exportBook().code).toBe(0);

  edit(book, { 审核: '已排除', 审核意见: '', 审核人: '' });
  const refused = hedui(['decide', book, ...place]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('排除须写明理由')]);

  edit(book, { 审核: '已排除', 审核意见: '=附注', 审核人: '李审' });
  const taken = hedui(['decide', book, ...place]);
  expect([taken.code, taken.stderr]).toEqual([0, '记入 1 条结论，0 条已有；0 条在库中没有对应的问题\n']);
  expect(hedui(['decide', book, ...place]).stderr).toContain('记入 0 条结论，1 条已有');
  const query = 'SELECT decision, reason, "by" FROM v_decisions';
  expect(jsonLinesOf(hedui(['sql', query, ...place, '--json']).stdout)).toEqual([
    { decision: 'dismiss', reason: '=附注', by: '李审' },
  ]);

  expect(exportBook().code).toBe(0);
  expect(listIn(book)[0]).toMatchObject({ 审核: '已排除', 审核意见: '=附注', 审核人: '李审' });
  expect(hedui(['export', ...place, '--to', folder, '--format', 'csv']).code).toBe(0);
  expect(readFileSync(join(folder, 'decisions.csv'), 'utf8')).toMatch(/dismiss,'=附注,李审\r\n$/);
});

test('a file that is no list of findings, and a warehouse that is not there, end with 2', () => {
  const folder = folderOf({ 'd.jsonl': '{"finding_id":"x","decision":"confirm"}', 'x.xlsx': 'no book' });
  expect(hedui(['decide', join(folder, 'x.xlsx')]).code).toBe(2);
  const missing = hedui(['decide', join(folder, 'd.jsonl'), '--warehouse', join(folder, 'none')]);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('hedui ingest')]);
});

/** Fills in the review of the first finding, as a person does in a program. */
function edit(path: string, review: Record<string, string>): void {
  const book = read(readFileSync(path));
  const sheet = book.Sheets.问题!;
  const header = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]!;
  for (const [title, text] of Object.entries(review)) {
    const cell: CellObject = { t: 's', v: text };
    sheet[utils.encode_cell({ r: 1, c: header.indexOf(title) })] = cell;
  }
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

function listIn(path: string): Record<string, unknown>[] {
  return utils.sheet_to_json(read(readFileSync(path)).Sheets.问题 as WorkSheet, { defval: '' });
}
