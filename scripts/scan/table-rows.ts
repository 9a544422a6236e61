import type { TableFigures } from './table-figures.ts';

/** One run, and the pages of it that the tesseract command read too. */
export interface TableRun {
  own: TableFigures;
  compared: {
    own: TableFigures;
    pages: number;
    figures: number;
    wrong: number;
    seconds: number;
    used: number;
  };
}

/** The median of some runs as lines of a report, with that of each run behind it. */
export function medianRows(name: string, runs: readonly TableRun[]): string[] {
  const row = (label: string, of: (run: TableRun) => number, unit: string, digits = 2): string => {
    const values = runs.map(of);
    const each = values.length > 1 ? ` (${values.map((value) => value.toFixed(digits)).join(', ')})` : '';
    return `${label.padEnd(34)}${medianOf(values).toFixed(digits)}${unit}${each}`;
  };
  const share = (part: number, whole: number, scale = 100): number => (scale * part) / Math.max(1, whole);
  const compared = runs.filter((run) => run.compared.pages > 0);
  return [
    `## ${name}: ${runs.length} runs of ${runs.map(({ own }) => own.pages).join(', ')} pages, ${runs.map(({ own }) => own.figures).join(', ')} figures (${runs.map(({ own }) => own.distinct).join(', ')} distinct)`,
    row('pages with the exact grid', ({ own }) => share(own.pagesExact, own.pages), ' %'),
    row('figures exact', ({ own }) => share(own.figuresExact, own.figures), ' %'),
    row('silent wrong, of 1 000 figures', ({ own }) => share(own.silent, own.figures, 1000), ''),
    row('right but doubted', ({ own }) => share(own.doubted, own.figures), ' %'),
    row('labels exact', ({ own }) => share(own.labelsExact, own.labels), ' %'),
    row('errors of long texts', ({ own }) => share(own.longErrors, own.longCharacters), ' %'),
    row('seconds a page, two processes', ({ own }) => own.seconds / Math.max(1, own.pages), ''),
    row('of the processor, a page', ({ own }) => own.used / Math.max(1, own.pages), ''),
    ...(compared.length === 0 ? [] : comparedRows(compared)),
    '',
  ];
}

function comparedRows(runs: readonly TableRun[]): string[] {
  const each = (of: (run: TableRun['compared']) => string): string =>
    runs.map((run) => of(run.compared)).join('; ');
  const perPage = (seconds: number, pages: number): string => (seconds / Math.max(1, pages)).toFixed(2);
  return [
    `tesseract, the same pages: ${each(({ own, pages, seconds }) => `${perPage(seconds, pages)} seconds a page, hedui ${perPage(own.seconds, own.pages)}`)}`,
    `  of the processor: ${each(({ own, pages, used }) => `${perPage(used, pages)} seconds a page, hedui ${perPage(own.used, own.pages)}`)}`,
    `  figures wrong: ${each(({ own, figures, wrong }) => `at least ${wrong} of ${figures}, hedui ${own.figures - own.figuresExact}`)}`,
  ];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
