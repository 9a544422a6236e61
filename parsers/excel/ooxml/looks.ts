import type { Look } from '../sheet.ts';
import { type HidingFormats, hidingRules } from './hiding-rules.ts';
import { elements, section, white, whiteFill } from './style-lists.ts';

/** What is read of the formats of cells (index into cellXfs, ECMA-376 18.8.10). */
export interface CellFormats {
  /** Which draw lines around their cells. */
  bordered: readonly boolean[];
  /** Empty where none has any. */
  looks: readonly (Look | undefined)[];
  /** Which have a colour of their own; empty where no rule hides cells. */
  coloured: readonly boolean[];
  /** Those of rules that hide cells. */
  hiding: HidingFormats;
  /** Which name a number format that there is; the first is that of cells that name none. */
  shown: readonly boolean[];
}

export const struck = /<(?:\w+:)?strike(?:\s*\/>|\s*>|\s+val="(?:1|true)")/;

/** Whether a fill has a colour: a pattern has, and what is solid unless it is white. */
function isFilled(fill: string): boolean {
  if (/<(?:\w+:)?gradientFill\b/.test(fill)) return true;
  const pattern = /\bpatternType="([^"]*)"/.exec(fill)?.[1] ?? 'none';
  const colour = /<(?:\w+:)?fgColor\b[^>]*>/.exec(fill)?.[0] ?? '';
  return pattern !== 'none' && !(pattern === 'solid' && whiteFill.test(colour));
}

/** The looks of the formats that a styles part lists. */
export function readLooks(styles: string): (Look | undefined)[] {
  const fonts = elements(styles, 'fonts', 'font').map(lookOf);
  if (fonts.every((look) => look === undefined)) return [];
  const fills = elements(styles, 'fills', 'fill').map(isFilled);
  const formats = section(styles, 'cellXfs').match(/<(?:\w+:)?xf\b[^>]*>/g) ?? [];
  const looks = formats.map((format) => {
    const look = fonts[Number(/\bfontId="(\d+)"/.exec(format)?.[1] ?? 0)];
    return look === 'white' && hasColour(format, fills) ? undefined : look;
  });
  return looks.some((look) => look !== undefined) ? looks : [];
}

/** From this number on a workbook says itself what a number format is (ECMA-376 18.8.30). */
const firstOwnFormat = 164;

/** Which formats name a number format of Excel's own, or one that the styles part spells out. */
export function readShown(styles: string): boolean[] {
  const spelt = new Set(
    elements(styles, 'numFmts', 'numFmt').map((format) => /\bnumFmtId="(\d+)"/.exec(format)?.[1] ?? ''),
  );
  const formats = section(styles, 'cellXfs').match(/<(?:\w+:)?xf\b[^>]*>/g) ?? [];
  const shown = formats.map((format) => {
    const number = /\bnumFmtId="(\d+)"/.exec(format)?.[1] ?? '0';
    return Number(number) < firstOwnFormat || spelt.has(number);
  });
  return shown.length === 0 ? [true] : shown;
}

/** Which formats give their cells a colour. */
export function readColoured(styles: string): boolean[] {
  const fills = elements(styles, 'fills', 'fill').map(isFilled);
  const formats = section(styles, 'cellXfs').match(/<(?:\w+:)?xf\b[^>]*>/g) ?? [];
  return formats.map((format) => hasColour(format, fills));
}

const hasColour = (format: string, fills: readonly boolean[]): boolean =>
  fills[Number(/\bfillId="(\d+)"/.exec(format)?.[1] ?? 0)] === true;

function lookOf(font: string): Look | undefined {
  if (struck.test(font)) return 'struck';
  return white.test(font) ? 'white' : undefined;
}

/** What may colour cells whose own format does not. */
const otherFills = /<(?:\w+:)?(?:tableParts|conditionalFormatting|picture)\b/;

/** The looks that hold on a sheet: `around` is what stands before and behind its cells. */
export function looksOn(around: string, formats: CellFormats): CellFormats['looks'] {
  if (!otherFills.test(around)) return formats.looks;
  const looks = formats.looks.map((look) => (look === 'white' ? undefined : look));
  if (hidingRules(around, formats.hiding).length === 0) return looks;
  return formats.coloured.map((isColoured, format) => looks[format] ?? (isColoured ? 'coloured' : undefined));
}
