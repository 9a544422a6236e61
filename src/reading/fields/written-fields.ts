import {
  holdsWrittenIndicators,
  listsIndicators,
  namesIndicators,
  valuesIndicators,
  writtenLevel,
} from '../indicators/written-indicators.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { printedName } from '../table/cells.ts';
import { fieldRole, indicatorRole } from '../table/label.ts';
import { cellIndexAt, cellOf, filledCells, labelOf, type Table } from '../table/table.ts';
import { neighbour } from './answers.ts';
import type { WrittenIndicators } from './field.ts';

/** Indicators written as text, and the cells that say them, the labels before them included. */
interface Written {
  cells: number[];
  indicators: WrittenIndicators[];
}

/**
 * The indicators that a cell or the answers beside it write out: 【产出指标-数量指标】…, 产出指标 | 数量指标：… | 质量指标：…,
 * 绩效指标 | 养护面积>=65;成活率>=95. Null where none do.
 */
export function writtenAt(table: Table, i: number, row: number): Written | null {
  const cell = cellOf(table, i);
  if (holdsWrittenIndicators(cell.text)) return { cells: [i], indicators: [textAt(table, i, null)] };
  const next = neighbour(table, i);
  if (next === null) return null;
  const leveled =
    besideLevel(table, i, next, row) ?? levelPairs(table, i, row) ?? levelOfCard(table, i, next, row);
  if (leveled !== null) return leveled;
  const level1 = writtenLevel(cell.text);
  if (level1 !== null) {
    const cells = filledCells(table, row).filter(
      (k) => cellOf(table, k).column > cell.column && namesIndicators(cellOf(table, k).text),
    );
    const top = printedName(level1);
    if (cells[0] === next)
      return { cells: [i, ...cells], indicators: cells.map((k) => textAt(table, k, top)) };
  }
  const lists = indicatorRole(labelOf(table, i)) === 'indicator' && listsIndicators(cellOf(table, next).text);
  return lists ? { cells: [i, next], indicators: [textAt(table, next, null)] } : null;
}

/** 产出指标 | 数量指标 | 安置退役士兵85人；发放补助2300人次: one cell for the names and values of both levels before it. */
function besideLevel(table: Table, i: number, next: number, row: number): Written | null {
  const cell = cellOf(table, i);
  const answer = cellOf(table, next);
  if (levelOfName(labelOf(table, i).key) === null || cell.column === 0 || neighbour(table, next) !== null)
    return null;
  const above = cellIndexAt(table, row, cell.column - 1);
  const top = cellOf(table, above);
  if (levelOfName(labelOf(table, above).key) !== 1 || levelOfName(labelOf(table, next).key) !== null)
    return null;
  if (!valuesIndicators(answer.text)) return null;
  const text = { ...textAt(table, next, printedName(top.text)), level2: printedName(cell.text) };
  return { cells: [above, i, next], indicators: [text] };
}

/** 数量指标 | 保洁河道86公里 | 质量指标 | 保洁合格率≥95%: from end to end of the row a level and what it asks for, by turns. */
function levelPairs(table: Table, i: number, row: number): Written | null {
  const filled = filledCells(table, row);
  if (filled[0] !== i || filled.length < 4 || filled.length % 2 !== 0) return null;
  const levels = filled.map((k) => levelOfName(labelOf(table, k).key));
  if (!levels.every((level, at) => (level !== null) === (at % 2 === 0))) return null;
  const said = (at: number) => labelOf(table, filled[at] as number);
  if (!levels.some((_, at) => at % 2 === 1 && valuesIndicators(said(at).key))) return null;
  const indicators = levels.flatMap((level, at): WrittenIndicators[] => {
    const answer = filled[at + 1];
    if (at % 2 === 1 || answer === undefined || said(at + 1).void) return [];
    const name = printedName(cellOf(table, filled[at] as number).text);
    return [level === 1 ? textAt(table, answer, name) : { ...textAt(table, answer, ''), level2: name }];
  });
  return { cells: [...filled], indicators };
}

/** 数量指标 | 改造供水工程12处 over 质量指标 | 水质达标率≥95%: a second level and what it asks for, a row each. */
function levelOfCard(table: Table, i: number, next: number, row: number): Written | null {
  if (!isCardRow(table, row) || filledCells(table, row)[0] !== i) return null;
  // 绩效目标 asks for what the project is to do.
  if (fieldRole(labelOf(table, i)) !== null || labelOf(table, next).void) return null;
  if (levelOfName(labelOf(table, i).key) !== 2) return null;
  const beside = [row - 1, row + 1].filter((other) => isCardRow(table, other));
  const valued = [row, ...beside].some((of) => valuesIndicators(answerIn(table, of)));
  if (beside.length === 0 || !valued) return null;
  const text = { ...textAt(table, next, ''), level2: printedName(cellOf(table, i).text) };
  return { cells: [i, next], indicators: [text] };
}

/** Whether a row holds the name of a level and one answer. */
function isCardRow(table: Table, row: number): boolean {
  if (row < 0 || row >= table.grid.rows) return false;
  const [level, answer, ...others] = filledCells(table, row);
  if (level === undefined || answer === undefined || others.length > 0) return false;
  if (levelOfName(labelOf(table, answer).key) !== null || labelOf(table, answer).figure) return false;
  return levelOfName(labelOf(table, level).key) !== null;
}

const answerIn = (table: Table, row: number): string =>
  cellOf(table, filledCells(table, row)[1] as number).text;

function textAt(table: Table, i: number, level1: string | null): WrittenIndicators {
  const { confidence, location, text } = cellOf(table, i);
  return { text, level1, at: location, confidence };
}
