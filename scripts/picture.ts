// Draws what `hedui check` prints for a few samples as docs/check.LANG.svg: `node scripts/picture.ts`.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayWidth } from '../src/report/terminal/width.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = [
  'project-targets-transposed-total.docx',
  'department-targets-wrong-share.xlsx',
  'allocation.xlsx',
];

/** Pixels: a column, a line, the letters, the margin, the bar on top. */
const column = 8.4;
const line = 20;
const letters = 14;
const margin = 18;
const bar = 38;
const columns = 80;

const colours: Record<string, string> = {
  '1': 'fill="#f0f6fc" font-weight="600"',
  '2': 'fill="#8b949e"',
  '31': 'fill="#ff7b72"',
  '32': 'fill="#7ee787"',
  '33': 'fill="#e3b341"',
  '36': 'fill="#79c0ff"',
};

for (const language of ['zh', 'en']) {
  const command = `hedui check ${language === 'en' ? '--lang en ' : ''}*.docx *.xlsx`;
  writeFileSync(join(root, `docs/check.${language}.svg`), picture(command, printed(language)));
}

function printed(language: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'bin/hedui.js'), 'check', '--lang', language, ...samples],
    {
      cwd: join(root, 'samples'),
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '', COLUMNS: String(columns) },
    },
  );
  return stdout.trimEnd().split('\n');
}

function picture(title: string, lines: string[]): string {
  const width = 2 * margin + columns * column;
  const height = bar + lines.length * line + 2 * margin - 8;
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, k) => `<circle cx="${margin + 4 + k * 18}" cy="19" r="5.5" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="9" fill="#0d1117"/>
${dots.join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace" font-size="${letters}" fill="#c9d1d9" xml:space="preserve">
<text x="${margin + 64}" y="24" fill="#8b949e">${escaped(title)}</text>
${lines.flatMap((text, row) => lineOf(text, bar + margin + row * line)).join('\n')}
</g>
</svg>
`;
}

/** Every run of one style and one width, up to a gap, is placed at its own column: fonts differ in how wide they are. */
function lineOf(text: string, y: number): string[] {
  const runs: string[] = [];
  let style = '';
  let at = 0;
  for (const [piece, code] of text.matchAll(
    /\u001b\[(\d+)m|(?:[^\u001b\u1100-\uffef ]| (?! ))+|[\u1100-\uffef]+| +/g,
  )) {
    if (code !== undefined) style = colours[code] ?? '';
    else {
      const size = displayWidth(piece);
      const start = piece.length - piece.trimStart().length;
      const shown = piece.trim();
      if (shown !== '') {
        const x = (margin + (at + start) * column).toFixed(1);
        const length = (displayWidth(shown) * column).toFixed(1);
        runs.push(
          `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${style && ` ${style}`}>${escaped(shown)}</text>`,
        );
      }
      at += size;
    }
  }
  return runs;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
