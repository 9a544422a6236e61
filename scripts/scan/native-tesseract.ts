import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SourceDocument } from '../../schemas/index.ts';
import { bare } from '../generate/compare-grids.ts';

const run = promisify(execFile);

/** Whether the tesseract command is there, with the Chinese of its packages. */
export async function hasTesseract(): Promise<boolean> {
  try {
    const { stdout } = await run('tesseract', ['--list-langs']);
    return /^chi_sim$/m.test(stdout);
  } catch {
    return false;
  }
}

/** Reads a picture of a whole page as a user of the command would, with one thread. `used`: seconds of the processor. */
export async function tesseractPage(file: string): Promise<{ text: string; used: number }> {
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  // The shell tells the time of what it ran (POSIX, times).
  const { stdout, stderr } = await run('sh', ['-c', 'tesseract "$0" stdout -l chi_sim; times >&2', file], {
    env,
    maxBuffer: 1e8,
  });
  const times =
    stderr
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  const used = [...times].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  return { text: stdout, used };
}

/**
 * Figures of a print that stand nowhere in a text, each place in it counting once: at least so many were read wrong. Where they stand
 * in the table is not asked.
 */
export function missingFigures(printed: SourceDocument, text: string): { figures: number; wrong: number } {
  const figures = printed.blocks
    .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
    .map((cell) => signs(bare(cell.text)))
    .filter((figure) => /\d/.test(figure) && [...figure].length < 30)
    .sort((a, b) => b.length - a.length);
  // The command parts figures of different cells with spaces, and at times the digits of one.
  const texts = [/\n/g, /\s/g].map((parted) => signs(bare(text.replace(parted, '|'))));
  let wrong = 0;
  for (const figure of figures) {
    const at = texts.map((rest) => placeOf(rest, figure));
    if (at.every((place) => place < 0)) wrong++;
    for (const [i, place] of at.entries())
      if (place >= 0) texts[i] = `${texts[i]!.slice(0, place)}|${texts[i]!.slice(place + figure.length)}`;
  }
  return { figures: figures.length, wrong };
}

/** Signs that mean the same are one, as in the score of hedui's own readings. */
const signs = (text: string): string =>
  text
    .replaceAll('≧', '≥')
    .replaceAll('≦', '≤')
    .replace(/[―—–]/g, '-')
    .replace(/[〜～]/g, '~')
    .replace(/-+/g, '-');

/** A place of the figure that is not a part of a longer number. */
function placeOf(text: string, figure: string): number {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = /\d/.test(figure[0]!) && /[\d.,]/.test(text[at - 1] ?? '');
    const behind = /\d/.test(figure.at(-1)!) && /[\d.,]/.test(text[at + figure.length] ?? '');
    if (!before && !behind) return at;
  }
  return -1;
}
