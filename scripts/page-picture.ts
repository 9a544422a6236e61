// Draws a page of an invented form as `hedui debug` does, as docs/pdf-page.svg: `node scripts/page-picture.ts`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twoPageForm } from './bench/two-page-form.ts';
import { renderHtml } from './generate/render/html.ts';
import { printByChromium } from './generate/render/pdf.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hedui-picture-'));
try {
  const file = join(folder, 'form.pdf');
  writeFileSync(
    file,
    await printByChromium(renderHtml([twoPageForm()], { drawing: 'open-sides', fontSize: 12 })),
  );
  const out = join(root, 'docs/pdf-page.svg');
  const args = ['debug', file, '--page', '1', '--out', out];
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/hedui.js'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
