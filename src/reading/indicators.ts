import type { Indicator, Location, PriorQuantity, Quantity } from '../../schemas/index.ts';
import { isUnit, readOperator, readYear, relativeYear, stripMarks } from '../values/index.ts';
import {
  type Entry,
  entryAt,
  locate,
  pointsOf,
  printed,
  printedName,
  quantityOf,
  splitPoints,
  textOf,
} from './cells.ts';
import type { IndicatorRegion } from './form.ts';
import type { Half, Section, Span } from './indicator-halves.ts';
import { isVoid } from './label.ts';
import { levelReader } from './levels.ts';
import type { IndicatorRole } from './lexicon/indicator-columns.ts';
import { isExecutionName } from './lexicon/levels.ts';
import { filledCells, type Table } from './table.ts';

/** What the reader of a region must know of its form. */
export interface IndicatorContext {
  section: Section;
  evaluation: boolean;
  framework: boolean;
  year: number | null;
  goalOf: (section: Section) => { text: string; location: Location } | null;
}

export type IndicatorDraft = Omit<Indicator, 'indicator_id' | 'filing_id' | 'document_id' | 'ordinal'>;

/** The row of budget execution that stands among the indicators of a self-evaluation. */
export interface ExecutionRow {
  weight: number | null;
  score: number | null;
  rate: number | null;
  entry: Entry;
}

export interface IndicatorReading {
  indicators: IndicatorDraft[];
  execution: ExecutionRow | null;
}

/** Reads the indicators of a region, row by row, each half on its own. */
export function readIndicators(region: IndicatorRegion, context: IndicatorContext): IndicatorReading {
  const reading: IndicatorReading = { indicators: [], execution: null };
  const totals = new Set(region.totals);
  const halves = region.columns.halves.map((half) => halfReader(region, half, context));
  for (let row = region.first; row < region.end; row++) {
    const filled = filledCells(region.table, row);
    if (totals.has(row) || region.skipped.has(row)) continue;
    for (const read of halves) {
      const found = read(row, filled.length === 0);
      if (found && 'entry' in found) reading.execution ??= found;
      else if (found) reading.indicators.push(found);
    }
  }
  return reading;
}

type RowReader = (row: number, empty: boolean) => IndicatorDraft | ExecutionRow | null;

function halfReader(region: IndicatorRegion, half: Half, context: IndicatorContext): RowReader {
  const { table } = region;
  const levels = levelReader(region, half);
  const one = (role: IndicatorRole): Span | null => half.spans.get(role)?.[0] ?? null;
  const weight = numericSpan(region, half.spans.get('weight') ?? [], /本年|当年/);
  const score = numericSpan(region, half.spans.get('score') ?? [], /自评|单项/);
  const targets = half.spans.get('target') ?? [];
  const operator = one('operator');
  const unit = one('unit');
  return (row, empty) => {
    const names = levels(row);
    if (empty) return null;
    const source: Record<string, Location> = {};
    const section = sectionOfRow(region, half, row, context);
    const value = targetAt(table, row, targets, operator, unit);
    const actual = entryAt(table, row, one('actual'));
    const points = weight && entryAt(table, row, weight);
    const marks = score && entryAt(table, row, score);
    const rule = entryAt(table, row, one('scoring_rule'));
    const said = [
      value.entry,
      actual,
      ...(targets.length === 0 && !one('actual') ? [points, marks, rule] : []),
    ];
    const speaks = said.some((entry) => entry?.starts && !isVoid(entry.key));
    if (names.name === '' && !speaks) return null;
    if (!names.starts && !speaks) return null;
    if (context.evaluation && !context.framework && isExecution(names.keys)) {
      const entry = marks ?? points ?? value.entry ?? names.entry;
      return (
        entry && {
          weight: pointsOf(points) ?? names.points[0],
          score: pointsOf(marks),
          rate: actual ? pointsOf(actual) : null,
          entry,
        }
      );
    }
    for (const [k, entry] of names.entries.entries()) locate(source, `level${k + 1}`, entry);
    const quantity = value.entry && quantityOf(value.entry, value.unit, value.op);
    locate(source, 'target', value.entry);
    if (value.opEntry) locate(source, 'operator', value.opEntry);
    if (value.unitEntry) locate(source, 'unit', value.unitEntry);
    locate(source, 'actual', actual);
    const priors = priorOf(table, row, half.spans.get('prior') ?? [], value.unit, context.year, source);
    const text = (role: IndicatorRole): string | null => {
      const entry = entryAt(table, row, one(role));
      if (entry && !isVoid(entry.key)) locate(source, role, entry);
      return textOf(entry);
    };
    const ownPoints = points?.starts ? pointsOf(points) : null;
    const ownScore = marks?.starts ? pointsOf(marks) : null;
    if (ownPoints !== null) locate(source, 'weight', points);
    if (ownScore !== null) locate(source, 'score', marks);
    const goal = context.goalOf(section) ?? goalAt(region, row);
    if (goal) source.goal = goal.location;
    const converted = entryAt(table, row, one('converted_score'));
    if (converted) locate(source, 'converted_score', converted);
    const confidences = [...names.entries, value.entry, actual, points, marks].map(
      (entry) => entry?.cell.confidence ?? 1,
    );
    return {
      section,
      goal: goal?.text ?? null,
      level1: names.level1,
      level2: names.level2,
      level3: names.level3,
      level1_weight: names.points[0],
      level2_weight: names.points[1],
      target: quantity,
      actual: actual && quantityOf(actual, unitFor(actual, quantity, value.unit), null),
      prior: priors,
      weight: ownPoints ?? (weight ? null : names.points[2]),
      score: ownScore,
      converted_score: converted?.starts ? pointsOf(converted) : null,
      description: text('description'),
      basis: text('basis'),
      category: text('category') ?? value.category,
      scoring_rule: bandText(table, row, half) ?? text('scoring_rule'),
      evidence: text('evidence'),
      deviation: text('deviation'),
      remark: remarkOf(table, row, half, source),
      source,
      confidence: Math.min(...confidences),
    };
  };
}

function isExecution(keys: readonly string[]): boolean {
  const [first, ...rest] = keys;
  return (
    first !== undefined && isExecutionName(first) && rest.every((key) => isVoid(key) || isExecutionName(key))
  );
}

/** The section of a row: of its half, of the side label it stands beside, else of its table. */
function sectionOfRow(region: IndicatorRegion, half: Half, row: number, context: IndicatorContext): Section {
  if (context.evaluation) return 'evaluation';
  return half.section ?? region.sectionAt(row) ?? context.section;
}

interface TargetReading {
  entry: Entry | null;
  op: string | null;
  opEntry: Entry | null;
  unit: string | null;
  unitEntry: Entry | null;
  category: string | null;
}

/** The current target with the operator and unit that stand in columns of their own. */
function targetAt(
  table: Table,
  row: number,
  targets: Span[],
  operator: Span | null,
  unit: Span | null,
): TargetReading {
  let entry: Entry | null = null;
  for (const span of targets) {
    const found = entryAt(table, row, span);
    if (entry === null || (isVoid(entry.key) && found && !isVoid(found.key))) entry = found;
  }
  const opEntry = entryAt(table, row, operator);
  const unitEntry = entryAt(table, row, unit);
  const unitText = unitEntry && !isVoid(unitEntry.key) ? printed(unitEntry.text) : null;
  // 预期指标值 over 符号 and 单位 alone: the sign column prints sign and value, >= 98.
  if (targets.length === 0 && opEntry) {
    const said = isVoid(opEntry.key) && unitText !== null && !isUnit(unitEntry?.key ?? '');
    return {
      entry: said ? unitEntry : opEntry,
      op: null,
      opEntry: null,
      unit: said ? null : unitText,
      unitEntry,
      category: null,
    };
  }
  // A unit column may hold the answer in words where there is no figure: 单位(文字描述).
  if (
    entry &&
    isVoid(entry.key) &&
    unitEntry &&
    unitText !== null &&
    /文字/.test(unit?.path ?? '') &&
    !isUnit(unitEntry.key)
  ) {
    return { entry: unitEntry, op: null, opEntry, unit: null, unitEntry: null, category: null };
  }
  const sign = opEntry && !isVoid(opEntry.key) ? opEntry.text : null;
  const category = sign !== null && readOperator(sign) === null ? printed(sign) : null;
  return {
    entry,
    op: sign,
    opEntry: sign === null ? null : opEntry,
    unit: unitText,
    unitEntry: unitText === null ? null : unitEntry,
    category,
  };
}

/** The unit column serves the actual value too; an answer in words under a target in words has none. */
function unitFor(entry: Entry, target: Quantity | null, unit: string | null): string | null {
  return isVoid(entry.key) || (target !== null && target.kind === 'text') ? null : unit;
}

function priorOf(
  table: Table,
  row: number,
  spans: Span[],
  unit: string | null,
  year: number | null,
  source: Record<string, Location>,
): PriorQuantity[] {
  const found: PriorQuantity[] = [];
  for (const span of spans) {
    const entry = entryAt(table, row, span);
    if (!entry) continue;
    const offset =
      relativeYear(span.text) ?? (/近两年|近三年|历史/.test(span.path) ? relativeYear(span.path) : -1);
    const of = readYear(span.text) ?? (year === null || offset === null ? null : year + offset);
    locate(source, `prior${found.length}`, entry);
    found.push({ ...quantityOf(entry, unit, null), year: of });
  }
  return found;
}

/** The column of several whose cells are numbers: a 分值 column that holds words is none. */
function numericSpan(region: IndicatorRegion, spans: Span[], preferred: RegExp): Span | null {
  const ranked = [...spans].sort((a, b) => Number(preferred.test(b.path)) - Number(preferred.test(a.path)));
  for (const span of ranked) {
    let numbers = 0;
    let words = 0;
    for (let row = region.first; row < region.end; row++) {
      const entry = entryAt(region.table, row, span);
      if (!entry?.starts || isVoid(entry.key)) continue;
      if (pointsOf(entry) === null) words++;
      else numbers++;
    }
    if (numbers > 0 && numbers >= words) return span;
  }
  return null;
}

/** Grades with values of their own: 优 ≥95%；良 ≥90% … */
function bandText(table: Table, row: number, half: Half): string | null {
  const bands = half.spans.get('band');
  if (!bands) return null;
  const said = bands.flatMap((span) => {
    const text = textOf(entryAt(table, row, span));
    return text === null ? [] : [`${span.text}：${text}`];
  });
  return said.length > 0 ? said.join('；') : null;
}

function remarkOf(table: Table, row: number, half: Half, source: Record<string, Location>): string | null {
  const parts: string[] = [];
  const spans = [...(half.spans.get('remark') ?? []), ...(half.spans.get('known') ?? []), ...half.unknown];
  for (const span of spans) {
    const entry = entryAt(table, row, span);
    const text = textOf(entry);
    if (text === null) continue;
    source.remark ??= (entry as Entry).cell.location;
    parts.push(/^备\s*注$/.test(span.text) || span.text === '' ? text : `${printedName(span.text)}：${text}`);
  }
  return parts.length > 0 ? parts.join('；') : null;
}

function goalAt(region: IndicatorRegion, row: number): { text: string; location: Location } | null {
  const entry = entryAt(region.table, row, region.columns.leading.goal);
  const text = textOf(entry);
  return entry && text !== null ? { text, location: entry.cell.location } : null;
}

/** Splits a level's printed name from its points and its list mark. */
export function nameOf(text: string): { name: string; points: number | null } {
  const bare = stripMarks(printedName(text)).rest;
  return splitPoints(bare, true);
}
