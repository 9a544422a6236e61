import type { Segment } from '../texts/segments.ts';
import { textBlocks, topOf } from '../texts/text-blocks.ts';

/** Fewest columns of a table of texts, and rows of it that write in each of them. */
const fewestColumns = 3;
const fewestRows = 4;

/** Share of the rows with a label that write in each column, and of the lines of a column that begin, or end, where it does. */
const wholeShare = 0.6;
const flushShare = 0.9;

/** The lines of some column are longer than labels by this factor: blocks of addresses side by side are of one length. */
const longer = 1.5;

/** Most characters of a head, and of a label in the mean; lines of a column begin within this of each other, in points. */
const shortLength = 24;
const drift = 2;

/** A word as short as this may begin a row with a small letter: free, none, n.a. */
const wordLength = 6;

/** Fewest rows of texts that white strips part. */
const fewestBlocks = 3;

/** Where the rows of a table of texts begin that white strips across all its columns part; none where it is no such table. */
export function textRowTops(run: readonly Segment[], xs: readonly number[]): number[] {
  const count = xs.length - 1;
  if (count < fewestColumns) return [];
  const columnOf = ({ box }: Segment): number => xs.findIndex((x) => x > (box.x0 + box.x1) / 2) - 1;
  const isWhole = (line: readonly Segment[]): boolean =>
    line.length === count && new Set(line.map(columnOf)).size === count;
  const [heads, ...blocks] = textBlocks(run);
  if (!heads || blocks.length < fewestBlocks) return [];
  if (!isWhole(heads) || !heads.every(({ text }) => isHead(text))) return [];
  const tops = blocks.map((block) => block.filter(({ line }) => line === block[0]!.line));
  const begins = ({ text }: Segment): boolean => text.length <= wordLength || /^[^\p{Ll}]/u.test(text);
  const areRows = tops.every((line) => isWhole(line) && line.every(begins));
  // Lines of addresses begin with capitals, those of a text that goes on mostly do not.
  const wrapped = blocks.filter((block) => block.some(({ text }) => /^\p{Ll}/u.test(text)));
  const columns = xs.slice(1).map((_, i) => run.filter((segment) => columnOf(segment) === i));
  const areTexts = wrapped.length * 2 >= blocks.length && columns.every(standsFlush);
  return areRows && areTexts ? blocks.map(topOf) : [];
}

/**
 * Whether texts stand under short heads, one over each column, and beside short labels: a table, however long its texts are.
 * Columns of prose have no such labels. `xs` are the lines down between the columns.
 */
export function areHeadedTexts(run: readonly Segment[], xs: readonly number[]): boolean {
  const count = xs.length - 1;
  if (count < fewestColumns) return false;
  const columnOf = ({ box }: Segment): number => xs.findIndex((x) => x > (box.x0 + box.x1) / 2) - 1;
  const lines = [...Map.groupBy(run, ({ line }) => line).values()];
  const isWhole = (line: readonly Segment[]): boolean =>
    line.length === count && new Set(line.map(columnOf)).size === count;
  const [heads, ...body] = lines;
  if (!heads || !isWhole(heads) || !heads.every(({ text }) => isHead(text))) return false;
  const columns = Array.from({ length: count }, (_, i) => run.filter((segment) => columnOf(segment) === i));
  const labels = columns[0]!.slice(1);
  const length = meanLength(labels);
  const labelled = body.filter((line) => columnOf(line[0]!) === 0);
  const whole = labelled.filter(isWhole);
  return (
    whole.length >= Math.max(fewestRows, wholeShare * labelled.length) &&
    length <= shortLength &&
    columns.some((column) => meanLength(column) >= longer * length) &&
    labels.every(({ text }) => /^[\p{Lu}\d]/u.test(text)) &&
    columns.every(standsFlush)
  );
}

function meanLength(texts: readonly Segment[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
}

function isHead(text: string): boolean {
  return text.length <= shortLength && /^\p{Lu}/u.test(text) && /[^.,;:]$/.test(text);
}

/** Whether the texts of a column begin at one place, or behind the first column end at one, as figures do. */
function standsFlush(column: readonly Segment[], at: number): boolean {
  const start = Math.min(...column.map(({ box }) => box.x0));
  const end = Math.max(...column.map(({ box }) => box.x1));
  const share = (isAt: (piece: Segment) => boolean): number => column.filter(isAt).length / column.length;
  return (
    share(({ box }) => box.x0 - start <= drift) >= flushShare ||
    (at > 0 && share(({ box }) => end - box.x1 <= drift) >= flushShare)
  );
}
