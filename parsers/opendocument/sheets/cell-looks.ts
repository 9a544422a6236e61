import { borderedSides } from '../../excel/borders.ts';
import { isColour, type Style, type Styles } from '../styles.ts';
import { isStruckBy } from './cell-texts.ts';
import { numberCodes } from './number-codes.ts';

/** What the style of a cell says of it. */
export interface CellLook {
  isBordered: boolean;
  look: 'white' | 'struck' | undefined;
  /** Of its number format. */
  code: string;
}

/** Looks of cells by the names of their styles. */
export function cellLooks(styles: Styles): (style: string | null) => CellLook {
  const codeOf = numberCodes(styles.formats);
  const known = new Map<string, CellLook>();
  return (name) => {
    const key = name ?? '';
    let look = known.get(key);
    if (look === undefined) {
      look = cellLook(styles.get('table-cell', name), codeOf);
      known.set(key, look);
    }
    return look;
  };
}

const sides = ['left', 'right', 'top', 'bottom'];

function cellLook({ values }: Style, codeOf: ReturnType<typeof numberCodes>): CellLook {
  const around = values.get('table-cell fo:border');
  const lines = sides.map((side) => values.get(`table-cell fo:border-${side}`) ?? around ?? 'none');
  const isWhite =
    /^#ffffff$/i.test(values.get('text fo:color') ?? '') &&
    values.get('text style:use-window-font-color') !== 'true' &&
    !isColour(values.get('table-cell fo:background-color'));
  return {
    isBordered: lines.filter((line) => !/^(?:none|hidden)?$/.test(line)).length >= borderedSides,
    look: isStruckBy(values) === true ? 'struck' : isWhite ? 'white' : undefined,
    code: codeOf(values.get('style:data-style-name')),
  };
}
