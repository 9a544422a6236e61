import { foldLabel, stripMarks } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import { levelOfName, partedLevels } from '../lexicon/levels.ts';
import { type Entry, entryAt, printedName, splitPoints } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import type { Half, Span } from './columns/indicator-table.ts';

type Triple<Value> = [Value, Value, Value];

/** The names of a row's levels, and the points that they print. */
export interface LevelNames {
  /** Without points and, at the third level, list marks; null where the form has no such level. */
  texts: Triple<string | null>;
  points: Triple<number | null>;
  entries: Triple<Entry | null>;
  /** Folded texts of the levels as printed. */
  keys: string[];
  /** The indicator's own name: of its lowest level; empty where it has none. */
  name: string;
  /** Whether the name's cell starts in the row. */
  starts: boolean;
}

interface Name {
  text: string;
  points: number | null;
}

/** The last level names that were read; a table that goes on over a page begins with them. */
export type CarriedLevels = (Entry | null)[];

/** Reads the levels of a half row by row: merged cells through their spans, unmerged blanks from the row above. */
export function levelReader(
  region: IndicatorRegion,
  half: Half,
  carried: CarriedLevels,
): (row: number) => LevelNames {
  const lowest = half.levels[2] ? 2 : half.levels[1] ? 1 : 0;
  const fills = half.levels.map(
    (span, level) => level < lowest && span !== null && fillsDown(region, span, level),
  );
  const joins = half.levels[1] === null && half.levels[2] !== null;
  // 执行率（12） under 三级指标（权重） has 12 points.
  const pointed = half.levels.map((span) => headOfPoints.test(span?.text ?? ''));
  const known = new Map<string, Name>();
  const nameOf = (entry: Entry, level: number): Name => {
    const leaf = level === 2;
    const memory = leaf ? undefined : known.get(entry.text);
    if (memory) return memory;
    const name = splitName(entry.text, leaf, pointed[level] === true);
    if (!leaf) known.set(entry.text, name);
    return name;
  };
  return (row) => {
    const entries: Triple<Entry | null> = [null, null, null];
    const texts: Triple<string | null> = [null, null, null];
    const points: Triple<number | null> = [null, null, null];
    for (let level = 0; level <= lowest; level++) {
      let entry = entryAt(region.table, row, half.levels[level]);
      if (entry === null) continue;
      if (level === 2 && half.third && isVoid(entry.key))
        entry = entryAt(region.table, row, half.third) ?? entry;
      const rest = level < lowest && carried[level] !== null && pointsAlone.test(entry.key);
      if (rest || (carried[level] && fills[level] && isStruck(entry, entries[level - 1])))
        entry = { ...(carried[level] as Entry), starts: false };
      else if (level < lowest && entry.key !== '') {
        if (entry.key !== carried[level]?.key) carried.fill(null, level + 1);
        carried[level] = entry;
      } else if (level < lowest && carried[level] && (fills[level] || cutByPage(region, entry))) {
        entry = { ...(carried[level] as Entry), starts: false };
      }
      const name = nameOf(entry, level);
      entries[level] = entry;
      texts[level] = name.text;
      points[level] = name.points;
    }
    if (joins) partJoined(texts);
    if (endsAbove(entries)) texts[2] = texts[1];
    const parted = half.levels[1] === null && texts[0] !== null ? partedLevels(foldLabel(texts[0])) : null;
    if (parted !== null) [texts[0], texts[1]] = parted;
    const own = texts[lowest] ?? '';
    return {
      texts,
      points,
      entries,
      keys: entries.map((entry) => entry?.key ?? ''),
      name: isVoid(own) ? '' : own,
      starts: entries[lowest]?.starts ?? false,
    };
  };
}

/**
 * — | — | 清运量 below 产出指标 | 数量指标 | 保洁长度: a stroke in a cell of its own stands for the name above it like a blank. Below the first
 * level it does where that one goes on in the same way; 产出指标 | — has no second.
 */
function isStruck({ key, starts }: Entry, above: Entry | null | undefined): boolean {
  return starts && strokes.test(key) && (above === undefined || above?.starts === false);
}

const strokes = /^[-—–－―]+$/;

const nothing = /^[-—–－―/／]+$/;

/** 种植面积（20分） | —— under 二级指标 | 三级指标: no third level is below the second, which is what the row is about. */
function endsAbove([, second, third]: Triple<Entry | null>): boolean {
  if (!second?.starts || second.cell.rowSpan > 1 || isVoid(second.key)) return false;
  return /^[-—–－/]+$/.test(third?.key ?? '') && levelOfName(second.key) === null;
}

/** 数量指标：扶持企业数 under 二级指标及三级指标, 【产出】抽检批次: the level stands before the name, in one cell. */
function partJoined(texts: Triple<string | null>): void {
  const [, before, name] =
    /^([^:：]{2,12})\s*[:：]\s*(\S.*)$/s.exec(texts[2] ?? '') ??
    /^[【[]([^】\]]{2,12})[】\]]\s*(\S.*)$/s.exec(texts[2] ?? '') ??
    [];
  const level = before === undefined ? null : levelOfName(foldLabel(before));
  if (before === undefined || name === undefined || level === null) return;
  texts[level === 1 && texts[0] === null ? 0 : 1] = before.trim();
  texts[2] = name;
}

/** 指标1工程合格率, where no colon parts the mark from the name. */
const bareMark = /^指标\d{1,2}\s*(?=\p{Script=Han})(?!个|项(?!目)|条|类|级|大)/u;

const headOfPoints = /[(（](?:分值|权重|分)[)）]\s*$/;

/** A level's name without its points; the third level's without its list mark, and empty where it says nothing. */
function splitName(text: string, leaf: boolean, pointed: boolean): Name {
  const bare = leaf ? stripMarks(printedName(text)).rest.replace(bareMark, '') : printedName(text);
  // 产出⏎50 under 一级（分）
  const [, level, behind] = (!leaf && pointed ? /^(\D+?)\s*(\d{1,3}(?:\.\d+)?)$/.exec(bare) : null) ?? [];
  if (level !== undefined) return { text: level, points: Number(behind) };
  const { name, points } = splitPoints(bare, leaf && !pointed);
  // 效益指标 | — | 就业率: a stroke that stands for no name above it says as little as a blank.
  return { text: (leaf ? isVoid(name) : nothing.test(name)) ? '' : name, points };
}

/** （30分） below 效益指标, which the end of a page parted from it: the rest of a level and no name. Its points belong to rows above it too, which were read without them. */
const pointsAlone = /^\(?\d+(?:\.\d+)?分\)?$/;

/** A blank at the top of a grid that goes on with another is the rest of a merged cell. */
function cutByPage(region: IndicatorRegion, entry: Entry): boolean {
  return region.continues !== null && entry.cell.row === region.first;
}

/** The first level is never blank of itself; below it a blank is one where the column merges its cells. */
function fillsDown(region: IndicatorRegion, span: Span, level: number): boolean {
  if (level === 0) return true;
  for (let row = region.first; row < region.end; row++) {
    const entry = entryAt(region.table, row, span);
    if (entry && entry.cell.rowSpan > 1 && entry.key !== '') return false;
  }
  return true;
}
