import type { Cell, Grid, Paragraph, Settlement, SourceDocument } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/fold.ts';
import { fields } from '../lexicon/fields.ts';
import { indicatorColumns } from '../lexicon/indicator-columns.ts';
import { moneyColumns } from '../lexicon/money-columns.ts';
import { labelForms, lookUp, type Vocabulary } from '../lexicon/vocabulary.ts';
import { levelsBeside } from './levels-beside.ts';
import { lookAlike } from './look-alike.ts';
import { bracketedUnit, bracketedYear, closedItems } from './lost-brackets.ts';
import { withWholeWords, withWholeYears } from './misread-words.ts';
import { type NumberMark, numberMarks } from './number-marks.ts';
import { outlineMark } from './outline-marks.ts';

/** A text read with more is left as it is, whatever the vocabulary says: 满意率 is no misread 满意度. */
const sureText = 0.9;
/** Below it characters that look alike may have been taken for one another, without another reading that says so. */
const weakText = 0.8;
/** Known labels beside it in its row or column that make a place one of labels. */
const fewestBeside = 2;
/** Shortest label that is corrected: of two characters, one is half of the evidence. */
const shortest = 3;
/** Confidence of a text that the vocabulary settled. */
const knownConfidence = 0.9;
/** Confidence at most of a name whose list mark is in doubt. */
const doubtedMark = 0.6;

/**
 * Corrects recognised labels, units and list marks towards what forms are known to print, where the evidence is strong: the reading
 * was doubtful, the known word differs in one character, stands where labels stand, and another reading says it or the two characters
 * look alike. The reading as it was seen stays beside it. A document without recognised text comes back as it is.
 */
export function withKnownWords(source: SourceDocument): SourceDocument {
  let changed = false;
  const blocks = source.blocks.map((block) => {
    const corrected = block.kind === 'paragraph' ? paragraphOf(block) : gridOf(block);
    changed ||= corrected !== block;
    return corrected;
  });
  return changed ? { ...source, blocks } : source;
}

const vocabularies: readonly Vocabulary<unknown>[] = [fields, indicatorColumns, moneyColumns];

function isKnown(text: string): boolean {
  const forms = labelForms(foldLabel(text));
  return vocabularies.some((words) => lookUp(words, forms) !== null);
}

function gridOf(grid: Grid): Grid {
  if (!grid.cells.some(isRecognised)) return grid;
  const known = new Set(grid.cells.filter(({ text }) => isKnown(text)));
  const numbers = numberMarks(grid, isRecognised);
  const levels = levelsBeside(grid, isUnsure);
  const cells = grid.cells.map((cell) => {
    const level = levels.get(cell);
    if (level !== undefined) return { ...settled(cell, level), confidence: knownConfidence };
    if (!isRecognised(cell)) return cell;
    const number = numbers.get(cell);
    if (number !== undefined) return numbered(cell, number);
    const mark = outlineMark(cell, grid);
    if (mark !== null) return settled(cell, mark);
    const unit = bracketedUnit(cell.text, isKnown);
    if (unit !== null) return settled(cell, unit);
    const list = closedItems(cell.text);
    if (list !== null) return { ...settled(cell, list), confidence: cell.confidence };
    if (!isUnsure(cell)) return cell;
    // Its figure is no surer for it.
    const figure = figureWithUnit(cell.text);
    if (figure !== null) return { ...settled(cell, figure), confidence: cell.confidence, doubt: cell.doubt };
    const label = isAmongLabels(cell, known) ? labelOf(cell) : null;
    const text = unitOf(cell.text) ?? unitInBrackets(cell.text) ?? label ?? withWholeWords(cell.text);
    return text === null ? cell : settled(cell, text);
  });
  return cells.every((cell, i) => cell === grid.cells[i]) ? grid : { ...grid, cells };
}

function paragraphOf(paragraph: Paragraph): Paragraph {
  if (paragraph.confidence === 1) return paragraph;
  const line = withWholeYears(paragraph.text);
  // Its other characters are no surer for it.
  if (line !== null) return { ...settled(paragraph, line), confidence: paragraph.confidence };
  if (paragraph.confidence >= sureText) return paragraph;
  const year = bracketedYear(paragraph.text);
  if (year !== null) return settled(paragraph, year);
  const match = /^(.*单位[:：]\s*)(\S{2,3})(.*)$/u.exec(paragraph.text);
  const unit = match === null ? null : unitOf(match[2] ?? '');
  return match === null || unit === null ? paragraph : settled(paragraph, `${match[1]}${unit}${match[3]}`);
}

/** One stroke makes another numeral, however surely it is read: their order is looked at in every recognised cell. */
const isRecognised = ({ confidence, settled: done, text }: Cell): boolean =>
  confidence < 1 && done === undefined && text !== '';

const isUnsure = (cell: Cell): boolean => isRecognised(cell) && cell.confidence < sureText;

function settled<T extends Cell | Paragraph>(of: T, text: string): T {
  const settlement: Settlement = { by: 'vocabulary', readAs: of.text, evidence: [text] };
  const confidence = Math.max(of.confidence, knownConfidence);
  const how = 'row' in of ? { doubt: 'read: ocr, settled by vocabulary' } : {};
  return { ...of, text, confidence, ...how, settled: settlement };
}

/** Of a mark in doubt what was read is the other reading: what follows it may be counted, and the digits be of the name. */
function numbered(cell: Cell, { text, isSure }: NumberMark): Cell {
  if (isSure) return settled(cell, text);
  const read = { text: cell.text, by: 'lines', confidence: cell.confidence };
  return {
    ...cell,
    text,
    confidence: Math.min(cell.confidence, doubtedMark),
    doubt: cell.doubt ?? `read as ${cell.text}, a list mark without its sign`,
    alternatives: [...(cell.alternatives ?? []), read],
  };
}

function isAmongLabels(cell: Cell, known: ReadonlySet<Cell>): boolean {
  let inRow = 0;
  let inColumn = 0;
  for (const other of known) {
    if (other === cell) continue;
    if (other.row === cell.row) inRow++;
    if (other.column === cell.column) inColumn++;
  }
  return inRow >= fewestBeside || inColumn >= fewestBeside;
}

/** The one known label that a doubtful cell may read; null where it is known already, or none or several would do. */
function labelOf({ text, confidence, alternatives = [] }: Cell): string | null {
  // A figure is no label, though another reading of it ends in what could be one (>=92% and >-92%).
  if (text.length < shortest || !/\p{Script=Han}/u.test(text) || isKnown(text)) return null;
  const seen = alternatives
    .map((reading) => reading.text)
    .filter((other) => differsInOne(text, other) && isKnown(other));
  const read = new Set(seen);
  if (read.size > 0) return read.size === 1 ? ([...read][0] ?? null) : null;
  if (confidence >= weakText) return null;
  const guessed = new Set(
    [...text].flatMap((character, i) =>
      lookAlike(character)
        .map((other) => text.slice(0, i) + other + text.slice(i + 1))
        .filter(isKnown),
    ),
  );
  return guessed.size === 1 ? ([...guessed][0] ?? null) : null;
}

/** Same length, one character apart, which is no digit: 248 is no misread 24%. */
function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const apart = [...a].filter((character, i) => character !== b[i]);
  return apart.length === 1 && !/\d/.test(apart[0]!);
}

/** 项目资金（方元）: a label whose unit can only be a misreading of one. */
function unitInBrackets(text: string): string | null {
  const [, before, read, end] = /^(.*[（(]\s*(?:单位[:：])?)(\S\s?\S)(\s*[)）])$/su.exec(text) ?? [];
  const unit = read === undefined ? null : unitOf(read.replace(/\s/g, ''));
  return unit === null ? null : `${before}${unit}${end}`;
}

/** 5.03方元: a figure alone with a unit that can only be a misreading of one. */
function figureWithUnit(text: string): string | null {
  const [, figure, read] = /^(-?\d[\d,]*(?:\.\d+)?\s*)(\p{Script=Han}{2})$/u.exec(text.trim()) ?? [];
  const unit = read === undefined ? null : unitOf(read);
  return unit === null ? null : `${figure}${unit}`;
}

const moneyUnits = ['万元', '亿元', '千元', '元/人', '万人次', '万人'];

/** The unit that a text of its length can only be a misreading of: 力元 is 万元. */
function unitOf(text: string): string | null {
  if (moneyUnits.includes(text)) return null;
  const like = moneyUnits.filter(
    (unit) =>
      unit.length === text.length &&
      unit !== text &&
      [...unit].every(
        (character, i) => character === text[i] || lookAlike(text[i] ?? '').includes(character),
      ),
  );
  return like.length === 1 ? (like[0] ?? null) : null;
}
