import { byteAt, longAt, shortAt, wordAt } from './bytes.ts';
import { oldShadingAt, shadingAt } from './colours.ts';
import { eachOperation } from './operations.ts';
import { changeRow, emptyRow, type RowDefinition } from './row-definition.ts';

/** What is read of the properties of a paragraph. */
export interface ParagraphProperties {
  style: number;
  /** How many tables the paragraph stands in. */
  depth: number;
  inTable: boolean;
  /** The mark of the paragraph ends a row: of the outermost table, or of an inner one. */
  endsRow: boolean;
  /** The mark of the paragraph ends a cell of an inner table. */
  endsInnerCell: boolean;
  /** Number of the list from 1; 0 takes it out of that of its style, null where not set. */
  list: number | null;
  level: number;
  centred: boolean;
  spread: boolean;
  onNewPage: boolean;
  /** Markup of the shading behind the paragraph. */
  shading: string;
  /** The layout of the row that ends here. */
  row: RowDefinition;
}

/**
 * The properties of a paragraph of that style after all changes of the groups, in their order. `groupAt` gives groups that are too long
 * for a page, by their place in the Data stream ([MS-DOC] 2.6.2 sprmPHugePapx).
 */
export function readParagraphProperties(
  style: number,
  groups: readonly Uint8Array[],
  groupAt: (place: number) => Uint8Array,
): ParagraphProperties {
  const properties: ParagraphProperties = {
    style,
    depth: 0,
    inTable: false,
    endsRow: false,
    endsInnerCell: false,
    list: null,
    level: 0,
    centred: false,
    spread: false,
    onNewPage: false,
    shading: '',
    row: emptyRow(),
  };
  const change = (
    operation: number,
    bytes: Uint8Array,
    at: number,
    length: number,
    isOuter: boolean,
  ): void => {
    if (elsewhere.has(operation)) {
      if (isOuter) eachOperation(groupAt(longAt(bytes, at)), (...inner) => change(...inner, false));
    } else if (((operation >> 10) & 7) === rowKind) changeRow(properties.row, operation, bytes, at, length);
    else changes.get(operation)?.(properties, bytes, at);
  };
  for (const group of groups) eachOperation(group, (...outer) => change(...outer, true));
  if (properties.inTable) properties.depth = Math.max(1, properties.depth);
  return properties;
}

/** Operations whose operand is the place of a group in the Data stream. */
const elsewhere = new Set([0x6645, 0x6646, 0x646b]);
const rowKind = 5;

type Change = (properties: ParagraphProperties, bytes: Uint8Array, at: number) => void;

/** By the number of the operation ([MS-DOC] 2.6.2, Paragraph Properties). */
const changes = new Map<number, Change>([
  [0x2403, (p, bytes, at) => setAlignment(p, byteAt(bytes, at))],
  [0x2461, (p, bytes, at) => setAlignment(p, byteAt(bytes, at))],
  [0x2407, (p, bytes, at) => (p.onNewPage = byteAt(bytes, at) !== 0)],
  [0x2416, (p, bytes, at) => (p.inTable = byteAt(bytes, at) !== 0)],
  [0x2417, (p, bytes, at) => (p.endsRow = byteAt(bytes, at) !== 0)],
  [0x244b, (p, bytes, at) => (p.endsInnerCell = byteAt(bytes, at) !== 0)],
  [0x244c, (p, bytes, at) => (p.endsRow = byteAt(bytes, at) !== 0)],
  [0x260a, (p, bytes, at) => (p.level = byteAt(bytes, at))],
  [0x442d, (p, bytes, at) => (p.shading = oldShadingAt(bytes, at))],
  [0x4600, (p, bytes, at) => (p.style = wordAt(bytes, at))],
  [0x460b, (p, bytes, at) => (p.list = listOf(shortAt(bytes, at)))],
  [0x6649, (p, bytes, at) => (p.depth = longAt(bytes, at))],
  [0x664a, (p, bytes, at) => (p.depth += longAt(bytes, at) | 0)],
  [0xc64d, (p, bytes, at) => (p.shading = shadingAt(bytes, at))],
]);

function setAlignment(properties: ParagraphProperties, value: number): void {
  properties.centred = value === 1;
  properties.spread = value === 4;
}

/** A number below nought belongs to a list whose number is not shown now; 0x7FF was a number of Word 6 ([MS-DOC] 2.6.2 sprmPIlfo). */
const listOf = (number: number): number => (number < 0 || number >= 0x7ff ? 0 : number);
