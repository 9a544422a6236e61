import { xml } from './text.ts';

/** How a cell looks. Colours are RRGGBB. */
export interface Style {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** Points. */
  size?: number;
  colour?: string;
  fill?: string;
  /** A thin line all round in this colour. */
  border?: string;
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center';
  wrap?: boolean;
  /** Number format: `#,##0.00`. */
  format?: string;
}

/** The styles of a workbook by number, in the order in which they were first asked for. */
export interface StyleBook {
  numberOf: (style: Style) => number;
  /** The part xl/styles.xml. */
  part: () => string;
}

/** A font that every program replaces by a Chinese one where it lacks it. */
const fontName = '等线';
const usualSize = 10;
const usualColour = '1F2328';
/** Numbers below belong to formats that programs bring along (ECMA-376 Part 1 § 18.8.30). */
const firstFormat = 164;

export function styleBook(): StyleBook {
  const fonts = interned([font({})]);
  const fills = interned([pattern('none'), pattern('gray125')]);
  const borders = interned([border(undefined)]);
  const formats = interned<string>([]);
  const cells = interned<string>([]);
  const byStyle = new WeakMap<Style, number>();
  const numberOf = (style: Style): number => {
    const known = byStyle.get(style);
    if (known !== undefined) return known;
    const format = style.format === undefined ? 0 : firstFormat + formats.numberOf(style.format);
    const parts = `numFmtId="${format}" fontId="${fonts.numberOf(font(style))}" fillId="${fills.numberOf(solid(style.fill))}" borderId="${borders.numberOf(border(style.border))}"`;
    const number = cells.numberOf(
      `<xf ${parts} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment(style)}</xf>`,
    );
    byStyle.set(style, number);
    return number;
  };
  numberOf({});
  return {
    numberOf,
    part: () => {
      const listed = formats
        .all()
        .map((format, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${xml(format)}"/>`);
      const numFmts = listed.length === 0 ? '' : list('numFmts', listed);
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${numFmts}${list('fonts', fonts.all())}${list('fills', fills.all())}${list('borders', borders.all())}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', cells.all())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;
    },
  };
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function interned<T extends string>(first: readonly T[]) {
  const numbers = new Map<T, number>(first.map((item, index) => [item, index]));
  return {
    numberOf: (item: T): number => {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, numbers.size);
      return numbers.size - 1;
    },
    all: () => [...numbers.keys()],
  };
}

function font({ bold, italic, underline, size = usualSize, colour = usualColour }: Style): string {
  return `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="${fontName}"/><family val="2"/><charset val="134"/></font>`;
}

function pattern(type: string): string {
  return `<fill><patternFill patternType="${type}"/></fill>`;
}

function solid(colour: string | undefined): string {
  if (colour === undefined) return pattern('none');
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function border(colour: string | undefined): string {
  const side = (name: string) =>
    colour === undefined ? `<${name}/>` : `<${name} style="thin"><color rgb="FF${colour}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

function alignment({ align, vertical = 'top', wrap }: Style): string {
  const across = align === undefined ? '' : ` horizontal="${align}"`;
  return `<alignment${across} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/>`;
}
