import type { Box } from '../../../schemas/index.ts';
import type { Ruling } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';

/** Finds lines made of many tiny boxes and adds them to the rulings: enough dots in a row, evenly close to each other. */
export function rulingsFromDots(dots: readonly Box[], rulings: Ruling[], settings: GeometrySettings): void {
  const ends = dashEnds(dots, rulings, settings);
  rulings.push(...ends);
  if (dots.length < fewestDashes) return;
  collect(dots, rulings, 'h', settings);
  collect(dots, rulings, 'v', settings);
}

/** Dots of one line share their distance across it to a fraction of a point. */
const sameLine = 0.3;

/** The last dash of a line is often cut so short that it has no direction: a dot right behind a line, in its line, is more of it. */
function dashEnds(dots: readonly Box[], rulings: readonly Ruling[], settings: GeometrySettings): Ruling[] {
  if (dots.length === 0) return [];
  const lines = new Map<string, Ruling[]>();
  const key = (orientation: 'h' | 'v', step: number): string => `${orientation}${step}`;
  for (const ruling of [...rulings].sort((a, b) => a.start - b.start)) {
    const at = key(ruling.orientation, Math.round(ruling.position));
    const list = lines.get(at) ?? [];
    const last = list.at(-1);
    const same = last && Math.abs(last.position - ruling.position) <= sameLine;
    // Dashes of one line are taken as one, so that a dot has few lines to be held against.
    if (same && ruling.start <= last.end + settings.joinGap) last.end = Math.max(last.end, ruling.end);
    else list.push({ ...ruling });
    lines.set(at, list);
  }
  return dots.flatMap(({ x0, y0, x1, y1 }) =>
    (['h', 'v'] as const).flatMap((orientation): Ruling[] => {
      const level = orientation === 'h';
      const position = level ? (y0 + y1) / 2 : (x0 + x1) / 2;
      const [start, end] = level ? [x0, x1] : [y0, y1];
      const step = Math.round(position);
      const inLine = [step - 1, step, step + 1].flatMap((at) => lines.get(key(orientation, at)) ?? []);
      const goesOn = inLine.some(
        (ruling) =>
          Math.abs(ruling.position - position) <= sameLine &&
          start <= ruling.end + settings.joinGap &&
          end >= ruling.start - settings.joinGap,
      );
      return goesOn ? [{ orientation, position, start, end, thickness: level ? y1 - y0 : x1 - x0 }] : [];
    }),
  );
}

function collect(
  dots: readonly Box[],
  rulings: Ruling[],
  orientation: 'h' | 'v',
  settings: GeometrySettings,
): void {
  const across = orientation === 'h' ? (b: Box) => (b.y0 + b.y1) / 2 : (b: Box) => (b.x0 + b.x1) / 2;
  const start = orientation === 'h' ? (b: Box) => b.x0 : (b: Box) => b.y0;
  const end = orientation === 'h' ? (b: Box) => b.x1 : (b: Box) => b.y1;
  const sorted = [...dots].sort((a, b) => across(a) - across(b) || start(a) - start(b));
  for (let i = 0; i < sorted.length; ) {
    let j = i + 1;
    while (j < sorted.length && across(sorted[j]!) - across(sorted[i]!) <= sameLine) j++;
    const row = sorted.slice(i, j).sort((a, b) => start(a) - start(b));
    i = j;
    for (const run of evenRuns(row, start, end, settings)) {
      const box = run[0]!;
      const thickness = orientation === 'h' ? box.y1 - box.y0 : box.x1 - box.x0;
      rulings.push({
        orientation,
        position: across(box),
        start: start(box),
        end: end(run.at(-1)!),
        thickness,
      });
    }
  }
}

/** Gaps wider than this many times the usual one of a line part two lines; short ones are closed again when edges are joined. */
const uneven = 1.25;

/** Runs of dots that follow each other closely and evenly. */
function evenRuns(
  row: readonly Box[],
  start: (box: Box) => number,
  end: (box: Box) => number,
  settings: GeometrySettings,
): Box[][] {
  const gaps = row.slice(1).map((dot, i) => start(dot) - end(row[i]!));
  const close = gaps.filter(
    (gap, i) => gap <= settings.dotPitch * Math.max(end(row[i]!) - start(row[i]!), 0.3),
  );
  close.sort((a, b) => a - b);
  // Where both cells of a side drew their dots, many gaps are halved: the wider ones are the rhythm.
  const usual = close[Math.floor(close.length * 0.8)];
  if (usual === undefined) return [];
  const widest = Math.max(usual * uneven, usual + 0.4);
  const closeEnough = (gap: number, dot: Box): boolean =>
    gap <= settings.dotPitch * Math.max(end(dot) - start(dot), 0.3);
  return split(row, (i) => !closeEnough(gaps[i - 1]!, row[i - 1]!))
    .filter((dots) => dots.length >= settings.minDots || areDashes(dots, start, end))
    .flatMap((dots) => split(dots, (i) => start(dots[i]!) - end(dots[i - 1]!) > widest));
}

/** A short row has a dashed side of a few dashes only. */
const fewestDashes = 3;

/** A dash is so many times longer than thick. */
const slender = 1.8;

/** Shortest side made of few dashes, in points: lower than any row of text. */
const shortestSide = 8;

/** Whether a few boxes in a row are dashes along it, long enough together for the side of a cell. */
function areDashes(dots: readonly Box[], start: (box: Box) => number, end: (box: Box) => number): boolean {
  if (dots.length < fewestDashes || end(dots.at(-1)!) - start(dots[0]!) < shortestSide) return false;
  const thickness = (box: Box): number => Math.min(box.x1 - box.x0, box.y1 - box.y0);
  return dots.filter((dot) => end(dot) - start(dot) >= slender * thickness(dot)).length >= dots.length - 2;
}

/** Cuts a list before every item that `begins` is true of. */
function split(list: readonly Box[], begins: (index: number) => boolean): Box[][] {
  const parts: Box[][] = [];
  let part: Box[] = [];
  list.forEach((item, i) => {
    if (i > 0 && begins(i)) {
      parts.push(part);
      part = [];
    }
    part.push(item);
  });
  if (part.length > 0) parts.push(part);
  return parts;
}
