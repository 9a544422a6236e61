import type { Cell, Grid } from '../../../schemas/index.ts';
import type { Line } from '../form.ts';
import { labelOfText } from '../table/label.ts';
import { readyTable, type Table } from '../table/table.ts';
import type { FundingField } from './field.ts';
import { pairedFunding } from './funding-fields.ts';
import { fundingPairs } from './written-funds.ts';

/** The funds that lines around a table name: 项目资金总额：80万元，其中：财政拨款60万元，其他资金20万元. */
export function fundingOfLines(lines: readonly Line[]): FundingField[] {
  return lines.flatMap((line) => {
    const pairs = fundingPairs(line.paragraph.text);
    if (pairs.length === 0) return [];
    const table = tableOfLine(line);
    return pairs.map((pair) => pairedFunding(table, 0, pair));
  });
}

/** A line as a table of one cell, whose place is the line's own. */
function tableOfLine({ paragraph: { confidence, location, text } }: Line): Table {
  const cell: Cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text, confidence, location };
  const grid: Grid = {
    kind: 'grid',
    rows: 1,
    columns: 1,
    cells: [cell],
    parts: [],
    method: 'native',
    confidence,
    inside: null,
    repeatedHeaders: [],
  };
  const rowStart = Int32Array.of(0, 1);
  return readyTable({
    grid,
    block: location.block,
    index: -1,
    cover: Int32Array.of(0),
    rowStart,
    labels: [labelOfText(text)],
  });
}
