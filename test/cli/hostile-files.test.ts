import { describe, expect, test } from 'vitest';
import { pdfs } from '../../scripts/hostile/pdf.ts';
import { folderOf, form, hedui } from './run.ts';

const endless = (): Uint8Array => pdfs.find(({ name }) => name === 'form-fan-out.pdf')!.make();
/** Three processor seconds, and none more for the size of the file: ample for a form on a busy machine. */
const HEDUI_LIMITS = 'cpuTime=3,cpuTimePerMegabyte=1';

describe('a file that would never end', () => {
  test('is told with its code, and what stands beside it is read', () => {
    const folder = folderOf({ 'a.html': form(), 'b.pdf': endless(), 'c.html': form('40.00') });
    const { code, stdout, stderr } = hedui(['extract', folder], { HEDUI_LIMITS });
    const documents = stdout
      .split('\n')
      .filter((line) => line.includes('"record":"document"'))
      .map((line) => JSON.parse(line));
    expect(documents.map(({ status, error }) => [status, error?.code ?? null])).toEqual([
      ['ok', null],
      ['failed', 'timeout'],
      ['ok', null],
    ]);
    expect([code, stderr]).toEqual([3, '']);
  });

  test('ends tables too', () => {
    const folder = folderOf({ 'b.pdf': endless() });
    const { code, stderr } = hedui(['tables', `${folder}/b.pdf`], { HEDUI_LIMITS });
    expect(code).toBe(3);
    expect(stderr).toContain('处理超时');
  });
});

test('limits that do not exist are wrong use of every command that reads files', () => {
  const folder = folderOf({ 'a.html': form() });
  for (const command of ['check', 'extract', 'tables']) {
    const { code, stderr } = hedui([command, `${folder}/a.html`], { HEDUI_LIMITS: 'nosuch=1' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('HEDUI_LIMITS')]);
  }
});
