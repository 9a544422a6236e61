import type { StoredCell } from '../../excel/sheet.ts';
import type { Styles } from '../styles.ts';
import { attributeOf, type Element } from '../tree.ts';
import { cellText } from './cell-texts.ts';
import { chineseNumerals } from './number-codes.ts';

const dayMilliseconds = 86_400_000;
/** Day 0, as LibreOffice and Excel count from March 1900 on. */
const epoch = Date.UTC(1899, 11, 30);

/** A cell as it is stored, with its value, the text that is shown and the formula; null for a blank. `code`: of its number format. */
export function storedCell(
  cell: Element,
  code: string,
  styles: Styles,
  strike: () => void,
): StoredCell | null {
  const shown = cellText(cell, styles, strike);
  const formula = attributeOf(cell, 'table:formula');
  const stored = storedValue(cell, code, shown);
  if (formula === null) return stored;
  const f = formulaOf(formula);
  return stored === null ? { t: 'z', f } : { ...stored, f };
}

function storedValue(cell: Element, code: string, shown: string | null): StoredCell | null {
  const type = attributeOf(cell, 'office:value-type') ?? attributeOf(cell, 'calcext:value-type');
  // LibreOffice says so beside the type of a text.
  if (attributeOf(cell, 'calcext:value-type') === 'error') return { t: 'e', v: shown ?? '', w: shown ?? '' };
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numeric(Number(attributeOf(cell, 'office:value') ?? Number.NaN), code, shown);
    case 'date':
      return numeric(dayOf(attributeOf(cell, 'office:date-value') ?? ''), code, shown);
    case 'time':
      return numeric(timeOf(attributeOf(cell, 'office:time-value') ?? ''), code, shown);
    case 'boolean': {
      const v = attributeOf(cell, 'office:boolean-value') === 'true';
      return shown === null ? { t: 'b', v } : { t: 'b', v, w: shown };
    }
    default: {
      const text = shown ?? attributeOf(cell, 'office:string-value');
      return text === null || text === '' ? null : { t: 's', v: text };
    }
  }
}

/** LibreOffice shows so what its format cannot show. */
const unshown = '#FMT';

/** A number that cannot be read is the text that is shown. */
function numeric(v: number, z: string, written: string | null): StoredCell | null {
  // 一千二百．五: the figure stands beside its numerals, as in a workbook of Excel.
  const shown = written === unshown || z.startsWith(chineseNumerals) ? null : written;
  if (!Number.isFinite(v)) return shown === null ? null : { t: 's', v: shown };
  return shown === null ? { t: 'n', v, z } : { t: 'n', v, z, w: shown };
}

/** The day of a date, with its time as a part of one (ODF 1.2 part 1 §18.3.14). */
function dayOf(value: string): number {
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] =
    /^(-?\d{1,6})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):([\d.]+)Z?)?$/.exec(value) ?? [];
  if (year === undefined) return Number.NaN;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1_000;
  return (date + time - epoch) / dayMilliseconds;
}

function timeOf(value: string): number {
  const [, hours, minutes = 0, seconds = 0] = /^PT(\d+)H(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(value) ?? [];
  return hours === undefined
    ? Number.NaN
    : ((Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1_000) / dayMilliseconds;
}

/** A formula as Excel writes it: `of:=SUM([.B2:.B4];[$'一 月'.C1])` is `SUM(B2:B4,'一 月'!C1)`; texts in it stay. */
function formulaOf(formula: string): string {
  return formula.replace(/^(?:\w+:)?=/, '').replace(/"[^"]*"|\[[^\]]*\]|;/g, (piece) => {
    if (piece === ';') return ',';
    if (piece.startsWith('"')) return piece;
    return piece
      .slice(1, -1)
      .replace(/^\$?((?:'[^']*'|[^.'[\]]+))\./, '$1!')
      .replace(/(^|:)\./g, '$1');
  });
}
