import type {
  Amount,
  Cell,
  Doubt,
  Filing,
  Indicator,
  Location,
  Paragraph,
  SourceDocument,
  TextRecord,
} from '../../../schemas/index.ts';

/** Gives records what their cells say beside the text: the formula of a figure, how sure it is, and what was read with doubt; a title, a caption or a line of prose says how sure it is. */
export function noteCells(
  source: SourceDocument,
  filings: readonly Filing[],
  indicators: readonly Indicator[],
  amounts: readonly Amount[],
  texts: readonly TextRecord[],
): void {
  const noted = notedPlaces(source);
  if (noted.size === 0) return;
  for (const amount of amounts) {
    const place = amount.source.value;
    const formula = place === undefined ? undefined : noted.get(keyOf(place))?.formula;
    if (formula !== undefined) amount.formula = formula;
    noteDoubts(amount, noted);
  }
  for (const record of [...filings, ...indicators]) noteDoubts(record, noted);
  for (const text of texts) {
    const lines = Object.values(text.source).map((place) => noted.get(keyOf(place))?.confidence ?? 1);
    const least = Math.min(...lines);
    if (least < 1) text.confidence = least;
  }
}

/** What a place of a document may say of what stands there. */
type Noted = Pick<Paragraph, 'text' | 'confidence'> &
  Partial<Pick<Cell, 'formula' | 'doubt' | 'alternatives' | 'settled'>>;

function notedPlaces(source: SourceDocument): Map<string, Noted> {
  const noted = new Map<string, Noted>();
  for (const block of source.blocks) {
    if (block.kind === 'paragraph' && block.confidence < 1) noted.set(keyOf(block.location), block);
    if (block.kind !== 'grid') continue;
    // On a hidden sheet nothing is hidden from what else stands there.
    const isSeen = block.cells.some(({ hidden }) => hidden !== true);
    for (const cell of block.cells)
      if ((cell.hidden === true && isSeen) || isInvisible(cell))
        noted.set(keyOf(cell.location), unseen(cell));
      else if (cell.formula !== undefined || cell.doubt !== undefined || cell.confidence < 1)
        noted.set(keyOf(cell.location), cell);
  }
  return noted;
}

/** What parsers say of cells whose text nobody sees: `parsers/excel/display/cell-text.ts`. */
const isInvisible = ({ doubt = '' }: Cell): boolean => /^(?:white letters on white$|hidden by )/.test(doubt);

/** How sure a cell is that nobody sees, for its row, its column or its letters are hidden: what others add up to may be without it. */
const sureUnseen = 0.5;
const unseen = (cell: Cell): Noted => ({
  ...cell,
  confidence: Math.min(cell.confidence, sureUnseen),
  doubt: cell.doubt ?? 'in a hidden row or column',
});

const keyOf = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;

function noteDoubts(record: Filing | Amount | Indicator, noted: ReadonlyMap<string, Noted>): void {
  const doubts: [string, Doubt][] = [];
  const confidences: [string, number][] = [];
  for (const [field, place] of Object.entries(record.source)) {
    const cell = noted.get(keyOf(place));
    if (cell === undefined) continue;
    if (cell.confidence < 1) confidences.push([field, cell.confidence]);
    if (cell.doubt !== undefined) doubts.push([field, doubtOf(cell, cell.doubt)]);
  }
  markTarget(doubts, confidences);
  if (confidences.some(([field]) => field === 'value')) markUnread(record, doubts);
  markWrittenUnit(record, doubts, confidences);
  markUnit(record, confidences);
  markLevels(record, confidences);
  markCutPoints(record, doubts);
  if (doubts.length > 0) record.doubts = { ...record.doubts, ...Object.fromEntries(doubts) };
  if (confidences.length > 0)
    record.confidences = { ...record.confidences, ...Object.fromEntries(confidences) };
}

/** A sign in a column of its own is a part of the target: what is doubtful of the one is of the other. */
function markTarget(doubts: [string, Doubt][], confidences: [string, number][]): void {
  const sign = doubts.find(([field]) => field === 'operator');
  if (sign === undefined) return;
  if (!doubts.some(([field]) => field === 'target'))
    doubts.push(['target', { ...sign[1], alternatives: [] }]);
  const sure = confidences.find(([field]) => field === 'operator');
  const target = confidences.find(([field]) => field === 'target');
  if (sure === undefined) return;
  if (target === undefined) confidences.push(['target', sure[1]]);
  else target[1] = Math.min(target[1], sure[1]);
}

/** Writing under a head of figures that a picture gave and that is no figure: its figure was not read, and its unit stands with it. */
function markUnread(record: Filing | Amount | Indicator, doubts: [string, Doubt][]): void {
  if (!('raw' in record) || record.value !== null) return;
  const reason = 'no figure could be read in its writing';
  const own = doubts.find(([field]) => field === 'value');
  if (own === undefined && !/\d/.test(record.raw)) return;
  const doubt = own?.[1] ?? { text: record.raw, reason, alternatives: [] };
  if (own === undefined) doubts.push(['value', doubt]);
  if (record.unit === null) doubts.push(['unit', { ...doubt, alternatives: [] }]);
}

/** A unit of money that stands behind its figure was read with it: 01845.c is no more sure to have one than to be that figure. */
function markWrittenUnit(
  record: Filing | Amount | Indicator,
  doubts: [string, Doubt][],
  confidences: [string, number][],
): void {
  if (!('raw' in record) || record.unit === null || !record.raw.endsWith(record.unit)) return;
  const value = doubts.find(([field]) => field === 'value');
  const sure = confidences.find(([field]) => field === 'value');
  if (value === undefined || sure === undefined) return;
  doubts.push(['unit', { ...value[1], alternatives: [] }]);
  confidences.push(['unit', sure[1]]);
}

/** A unit in a column of its own is a part of all values, those of earlier years too: km for km² is another figure. */
function markUnit({ source }: Filing | Amount | Indicator, confidences: [string, number][]): void {
  const unit = confidences.find(([field]) => field === 'unit');
  if (unit === undefined) return;
  for (const value of Object.keys(source).filter((field) => /^(?:target|actual|prior\d+)$/.test(field))) {
    const own = confidences.find(([field]) => field === value);
    if (own === undefined) confidences.push([value, unit[1]]);
    else own[1] = Math.min(own[1], unit[1]);
  }
}

/** Points that stand in the cell of a level are as sure as its name: 产出指标（50分）. */
function markLevels(record: Filing | Amount | Indicator, confidences: [string, number][]): void {
  if (!('level1_weight' in record)) return;
  for (const level of ['level1', 'level2'] as const) {
    const own = confidences.find(([field]) => field === level);
    if (own !== undefined && record[`${level}_weight`] !== null)
      confidences.push([`${level}_weight`, own[1]]);
  }
}

/** What parsers say of a cell that shows only a part of its text: `parsers/geometry/grids/grids.ts`. */
const cutOff = 'cut off at the border';

/** A name that its cell cuts off within a bracket may print points that nobody can read: 工程验收合格率（1. */
function markCutPoints(record: Filing | Amount | Indicator, doubts: [string, Doubt][]): void {
  if (!('level3' in record) || record.weight !== null) return;
  const name = doubts.find(([field]) => field === 'level3')?.[1];
  if (name?.reason !== cutOff || !/[（(]\s*[\d.]*\s*分?$/.test(name.text)) return;
  if (!doubts.some(([field]) => field === 'weight')) doubts.push(['weight', { ...name, alternatives: [] }]);
}

function doubtOf({ text, alternatives = [], settled }: Noted, reason: string): Doubt {
  return { text, reason, alternatives, ...(settled === undefined ? {} : { settled }) };
}
