import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writePdf } from './pdf-writer.ts';
import { form } from './small-form.ts';
import { drawTable } from './table-drawing.ts';

it('reads in a process of its own without a native library and without a word on the terminal', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hedui-load-'));
  const file = path.join(folder, 'form.pdf');
  writeFileSync(file, writePdf([{ content: drawTable(form, 'strokes') }]));
  const program = `
    import { readFileSync } from 'node:fs';
    import { parseDocument } from ${JSON.stringify(new URL('../../../parsers/index.ts', import.meta.url).href)};
    const { status } = await parseDocument(new Uint8Array(readFileSync(process.argv[2])));
    const native = process.report.getReport().sharedObjects.filter((name) => name.endsWith('.node'));
    console.log(JSON.stringify({ status, native }));
  `;
  const script = path.join(folder, 'read.ts');
  writeFileSync(script, program);
  const { stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ status: 'read', native: [] });
});
