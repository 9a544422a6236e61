import { encodeEntities } from './markup.ts';

/** Markup of Word for what other formats say in their own words: as much of it as is read. */

/** Of a table whose rows begin at the right (§17.4.1). */
export const fromTheRight = '<w:bidiVisual/>';

/** Any colour: what is told apart is white letters on white. */
export const shading = '<w:shd w:val="clear" w:fill="D9D9D9"/>';

/** How the letters of a run are set. */
export interface RunSetting {
  /** Of a font whose letters are signs; null for all others. */
  signFont: string | null;
  bold: boolean;
  struck: boolean;
  hidden: boolean;
  white: boolean;
  /** Half points. */
  size: number | null;
  /** Something of another colour than the paper lies behind it. */
  shaded: boolean;
  /** Small letters above or below the line. */
  script: 'superscript' | 'subscript' | null;
  /** Half points that the letters are moved up by. */
  lift: number;
}

export const plainRun: RunSetting = {
  signFont: null,
  bold: false,
  struck: false,
  hidden: false,
  white: false,
  size: null,
  shaded: false,
  script: null,
  lift: 0,
};

/** Fonts whose letters are signs, by their names. */
export const signFonts = /^(?:wingdings|webdings|symbol)/i;

export function runProperties(setting: RunSetting): string {
  const { signFont, bold, struck, hidden, white, size, shaded, script, lift } = setting;
  const properties =
    (signFont === null ? '' : `<w:rFonts w:ascii="${encodeEntities(signFont)}"/>`) +
    (bold ? '<w:b/>' : '') +
    (struck ? '<w:strike/>' : '') +
    (hidden ? '<w:vanish/>' : '') +
    (white ? '<w:color w:val="FFFFFF"/>' : '') +
    (size === null ? '' : `<w:sz w:val="${size}"/>`) +
    (shaded ? shading : '') +
    (script === null ? '' : `<w:vertAlign w:val="${script}"/>`) +
    (lift === 0 ? '' : `<w:position w:val="${lift}"/>`);
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
}

/** How a paragraph is set. */
export interface ParagraphSetting {
  /** Id of its style. */
  style: string | null;
  centred: boolean;
  newPage: boolean;
  shaded: boolean;
  /** Its end was taken out by a tracked change: the next goes on with it. */
  isDeleted: boolean;
}

export const plainParagraph: ParagraphSetting = {
  style: null,
  centred: false,
  newPage: false,
  shaded: false,
  isDeleted: false,
};

export function paragraphMarkup(setting: ParagraphSetting, runs: string): string {
  const { style, centred, newPage, shaded, isDeleted } = setting;
  const properties =
    (style === null ? '' : `<w:pStyle w:val="${encodeEntities(style)}"/>`) +
    (newPage ? '<w:pageBreakBefore/>' : '') +
    (centred ? '<w:jc w:val="center"/>' : '') +
    (shaded ? shading : '') +
    (isDeleted ? '<w:rPr><w:del/></w:rPr>' : '');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** Signs that XML does not hold. */
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Tabs and line ends are elements of their own. */
export function runMarkup(text: string, properties: string): string {
  const pieces = text.replace(unwritable, '').split(/([\t\n])/);
  const content = pieces.map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\n') return '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${encodeEntities(piece)}</w:t>`;
  });
  return `<w:r>${properties}${content.join('')}</w:r>`;
}

/** Labels after which a text goes on at once. */
const closed = /[、）．。]$/;

/** The number of a list in front of its text. */
export const labelMarkup = (label: string): string =>
  runMarkup(label === '' || closed.test(label) ? label : `${label} `, '');

const emuPerPoint = 12_700;

/** A picture where it stands; width and height in points, 0 where they are not known. `isObject`: it shows an embedded object. */
export function pictureMarkup(number: number, width: number, height: number, isObject: boolean): string {
  if (isObject) {
    const size = `width:${width}pt;height:${height}pt`;
    return `<w:r><w:object><v:shape style="${size}"><v:imagedata r:id="rId${number}"/></v:shape><o:OLEObject DrawAspect="Content"/></w:object></w:r>`;
  }
  const [cx, cy] = [Math.round(width * emuPerPoint), Math.round(height * emuPerPoint)];
  return (
    `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="0" name=""/><a:graphic><a:graphicData>` +
    `<pic:pic><pic:blipFill><a:blip r:embed="rId${number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}

/** An embedded object of which nothing is shown. */
export const unseenObject = '<w:r><w:object><o:OLEObject DrawAspect="Icon"/></w:object></w:r>';

export const boxMarkup = (content: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

/** Letters that are drawn as a shape. */
export const drawnLetters = (text: string): string =>
  `<w:r><w:pict><v:textpath string="${encodeEntities(text)}"/></w:pict></w:r>`;

export const noteReference = (kind: 'footnote' | 'endnote', count: number): string =>
  `<w:r><w:${kind}Reference w:id="${count + 1}"/></w:r>`;

export const pageBreak = '<w:r><w:br w:type="page"/></w:r>';

/** What a cell says of itself beside what it holds. */
export interface CellSetting {
  columnSpan: number;
  across: 'restart' | 'continue' | null;
  down: 'restart' | 'continue' | null;
  shaded: boolean;
  deleted: boolean;
}

export function cellMarkup(
  { columnSpan, across, down, shaded, deleted }: CellSetting,
  content: string,
): string {
  const properties =
    (columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '') +
    (across === null ? '' : `<w:hMerge w:val="${across}"/>`) +
    (down === null ? '' : `<w:vMerge w:val="${down}"/>`) +
    (shaded ? shading : '') +
    (deleted ? '<w:cellDel/>' : '');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content === '' ? '<w:p/>' : content}</w:tc>`;
}
