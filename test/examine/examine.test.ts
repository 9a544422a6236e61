import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Examination } from '../../schemas/index.ts';
import { examine } from '../../src/index.ts';
import { form } from '../cli/run.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const documentOf = async (text: string, path: string) => (await examine(bytesOf(text), { path })).document;

describe('examine', () => {
  test.each([['a text'], [new ArrayBuffer(3)], [[1, 2]], [undefined]])(
    'is given bytes; anything else is a mistake of the program: %j',
    async (input) => {
      await expect(examine(input as never)).rejects.toThrow(
        new TypeError('expected the bytes of a file as a Uint8Array'),
      );
    },
  );

  test('gives an examination as its schema says', async () => {
    const examination = await examine(bytesOf(form('40.00')), { path: 'a.html' });
    expect(Examination.safeParse(examination).error?.issues ?? []).toEqual([]);
    expect(examination.document).toMatchObject({ status: 'ok', format: 'html', filings: 1, error: null });
    expect(examination.findings.map(({ rule }) => rule)).toContain('SUM-01');
  });

  test('gives the same on every run, and does not look at the name for ids', async () => {
    const one = await examine(bytesOf(form()), { path: 'one.html' });
    const two = await examine(bytesOf(form()), { path: 'folder/two.html' });
    expect({ ...two, document: { ...two.document, path: 'one.html' } }).toEqual(one);
  });

  test('an empty file, a picture named .xls and NUL bytes are errors with a code', async () => {
    expect(await documentOf('', 'a.xlsx')).toMatchObject({ status: 'failed', error: { code: 'empty' } });
    expect(
      (await examine(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), { path: 'a.xls' })).document
        .error,
    ).not.toBeNull();
    expect((await examine(new Uint8Array(512), { path: 'a.xlsx' })).document.error).not.toBeNull();
  });

  test('prose without a table is read, with a warning; a workbook without one is not', async () => {
    const prose = await examine(
      bytesOf('<!doctype html><meta charset="utf-8"><p>2024年基本支出416.14万元。</p>'),
      { path: 'a.html' },
    );
    expect(prose.document).toMatchObject({ status: 'ok', filings: 0, warnings: [{ code: 'no_table' }] });
    expect(prose.texts.length).toBeGreaterThan(0);
    const workbook =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="空"><Table/></Worksheet></Workbook>';
    expect(await documentOf(workbook, 'a.xls')).toMatchObject({
      status: 'failed',
      error: { code: 'no_table' },
    });
  });

  test('a file over the limit is not opened', async () => {
    const { document } = await examine(bytesOf(form()), { path: 'a.html', limits: { maxBytes: 100 } });
    expect(document).toMatchObject({ status: 'failed', error: { code: 'too_large' } });
  });

  test('never throws, whatever the bytes', async () => {
    const start = fc.constantFrom(
      '',
      'PK\x03\x04',
      '%PDF-1.7\n',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<table>',
      '<?xml version="1.0"?>',
      '\xff\xfe',
    );
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.xlsx', 'a.docx', 'a.csv', 'a', '__proto__'),
        async (head, tail, path) => {
          const { document } = await examine(Buffer.concat([Buffer.from(head, 'latin1'), tail]), { path });
          expect(document.status === 'failed' || document.status === 'unsupported').toBe(
            document.error !== null,
          );
          expect(document.error?.code).not.toBe('internal');
        },
      ),
      { numRuns: 60 },
    );
  });
});
