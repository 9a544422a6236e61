/** How characters are set (RTF 1.9.1, "Font (Character) Formatting Properties"); never changed in place, for groups share it. */
export interface Characters {
  font: number;
  /** Half points. */
  size: number | null;
  bold: boolean;
  hidden: boolean;
  struck: boolean;
  script: 'superscript' | 'subscript' | null;
  /** Half points that they are moved up by. */
  lift: number;
  /** Index of the colour table. */
  colour: number;
  /** Something of another colour than the paper lies behind them. */
  shaded: boolean;
  /** Taken out by a tracked change. */
  deleted: boolean;
}

export const plainCharacters: Characters = {
  font: -1,
  size: null,
  bold: false,
  hidden: false,
  struck: false,
  script: null,
  lift: 0,
  colour: 0,
  shaded: false,
  deleted: false,
};

/** How a paragraph is set. */
export interface Paragraph {
  style: number | null;
  centred: boolean;
  newPage: boolean;
  shaded: boolean;
  inTable: boolean;
  /** Tables around it, where the text says so. */
  nesting: number | null;
}

export const plainParagraph: Paragraph = {
  style: null,
  centred: false,
  newPage: false,
  shaded: false,
  inTable: false,
  nesting: null,
};

/** Tables around a paragraph: 0 outside. */
export const levelOf = ({ inTable, nesting }: Paragraph): number => nesting ?? (inTable ? 1 : 0);

/** A cell as the definition of a row says it. */
export interface CellDefinition {
  /** Right edge in twentieths of a point from the margin. */
  right: number;
  /** Horizontal and vertical merges: begins one, goes on with one, or neither. */
  across: 'restart' | 'continue' | null;
  down: 'restart' | 'continue' | null;
  shaded: boolean;
  deleted: boolean;
}

export type CellMarks = Omit<CellDefinition, 'right'>;
export const plainCell: CellMarks = { across: null, down: null, shaded: false, deleted: false };

/** What `\trowd` begins and the end of the row takes. */
export interface RowDefinition {
  left: number;
  cells: CellDefinition[];
  /** Marks of the cell whose edge comes next. */
  next: CellMarks;
  shaded: boolean;
  /** Its first cell stands at the right. */
  turned: boolean;
  /** Of its table. */
  isLast: boolean;
}

export const newRow = (): RowDefinition => ({
  left: 0,
  cells: [],
  next: plainCell,
  shaded: false,
  turned: false,
  isLast: false,
});
