import * as XLSX from 'xlsx';
import { isErrorValue } from '../../../src/values/error-value.ts';
import { cellWithPicture, errorValue, logicalValue, uncomputed } from '../../cell-doubts.ts';
import { unspelt } from '../ooxml/usual-markup.ts';
import type { StoredCell } from '../sheet.ts';
import { isDigit, sectionsOf } from './format-sections.ts';
import { roundedHalf } from './half-rounding.ts';
import { isUncomputed } from './uncomputed.ts';
import { withWeekday } from './weekdays.ts';
import { isCutShort, wholeNumber } from './whole-number.ts';
import { withoutWords } from './words-of-format.ts';
import { showBySigns } from './written-points.ts';

/** What a person sees in a cell, and what makes it doubtful. */
export interface ShownCell {
  text: string;
  value?: number | string | boolean;
  numberFormat?: string;
  formula?: string;
  doubt?: string;
}

/** The text as the sheet shows it, with the stored value, the number format and the formula behind it. */
export function showCell(cell: StoredCell): ShownCell {
  const shown = showConstant(cell) ?? showValue(cell);
  if (cell.f === undefined) return shown;
  if (cell.f !== unspelt) shown.formula = cell.f;
  if (shown.text === '' && cellPicture.test(cell.f)) shown.doubt = cellWithPicture;
  if (isUncomputed(cell) && !constant.test(cell.f)) shown.doubt ??= uncomputed;
  return shown;
}

/** Nothing but a number, or a share. */
const constant = /^\d+(?:\.\d+)?%?$/;

/** =100%, typed for a share that is to be reached, or written so by a program: it needs no computing, and Excel shows a share as one. */
function showConstant({ f, t, z }: StoredCell): ShownCell | null {
  if (f === undefined || !constant.test(f)) return null;
  const isShare = f.endsWith('%') && t === 'n' && (z === undefined || z === 'General');
  if (t !== 'z' && !isShare) return null;
  const value = Number.parseFloat(f);
  return { text: f, value: f.endsWith('%') ? value / 100 : value };
}

/** What makes a text doubtful that nobody sees. */
export const whiteLetters = 'white letters on white';

/** What makes a figure doubtful that a rule of its sheet does not show. */
export const hiddenByRule = 'hidden by a conditional format';

/** A picture that WPS puts into a cell, and names by a function. */
const cellPicture = /^=?(?:_xlfn\.)?DISPIMG\(/i;

function showValue(cell: StoredCell): ShownCell {
  switch (cell.t) {
    case 'n':
      return showNumber(cell);
    case 'b':
      return {
        text: cell.w ?? (cell.v === true ? 'TRUE' : 'FALSE'),
        value: cell.v === true,
        doubt: logicalValue,
      };
    case 'z':
      return cell.f === undefined ? { text: '' } : { text: '', doubt: uncomputed };
    case 'e':
      return { text: cell.w ?? '#ERROR', doubt: `${errorValue} ${cell.w ?? ''}`.trimEnd() };
    default:
      return showString(String(cell.v ?? ''), cell.w);
  }
}

function showNumber(cell: StoredCell): ShownCell {
  const value = Number(cell.v);
  const text = formatted(cell, value);
  const plain = withoutLocaleDollar(text ?? String(value), cell.z).trim();
  const shown: ShownCell = { text: wholeNumber(plain, value) ?? plain, value };
  if (typeof cell.z === 'string' && cell.z !== 'General') {
    shown.numberFormat = cell.z;
    // 12 1/2 is read as no figure, and is rounded to its denominator: the value stands beside it.
    if (fraction.test(cell.z)) shown.text = String(value);
    if (/aaa/i.test(cell.z)) shown.text = withWeekday(shown.text, cell.z, value);
  }
  if (text === undefined) shown.doubt = 'number format not understood';
  else if (isNoDate(shown.numberFormat, value)) {
    shown.text = String(value);
    shown.doubt = 'hidden by its number format';
  } else if (shown.text === '' && value !== 0) {
    // A format for positive numbers alone, or a date that no calendar has.
    shown.text = String(value);
    shown.doubt = 'hidden by its number format';
  } else if (isCutShort(value)) shown.doubt = 'more digits than a cell keeps';
  else if (shown.numberFormat !== undefined && !fraction.test(shown.numberFormat))
    Object.assign(shown, withoutWords(shown.text, shown.numberFormat, value));
  return shown;
}

/** 1930-01-01 and 1990-01-01, in days of a workbook. */
const earliestDay = 10_959;
const earliestMoment = 32_874;

/** 1234.56 as 1903-05-18, 980.5 as 12:00: a sum of money under the format of a date or of a time of day, which shows nothing of it. */
function isNoDate(format: string | undefined, value: number): boolean {
  if (format === undefined || value <= 0) return false;
  const [section = []] = sectionsOf(format);
  const letters = section.filter((part) => part.length === 1 && /[ymdhs]/i.test(part)).join('');
  if (letters === '' || section.some((part) => isDigit(part) || /^\[[hms]+\]$/i.test(part))) return false;
  if (/[yd]/i.test(letters)) {
    const hasTime = /[hs]/i.test(letters);
    return value < earliestDay || (value < earliestMoment && !hasTime && !Number.isInteger(value));
  }
  return /[hs]/i.test(letters) && value >= 1;
}

/** `# ?/?`, `# ?/8` */
const fraction = /[#?]\s*\/\s*[?#\d]/;

/** Undefined where the format is not understood. */
function formatted({ z, w }: StoredCell, value: number): string | undefined {
  if (typeof z !== 'string' || z === 'General') return w;
  const half = roundedHalf(z, value);
  const bySigns = showBySigns(z, half ?? value, w !== undefined);
  if (bySigns !== null) return bySigns;
  if (half === null || w === undefined) return w;
  try {
    return XLSX.SSF.format(z, half);
  } catch {
    return w;
  }
}

const locale = /\[\$-[^\]]*\]/g;

/** SheetJS shows a currency sign for a locale that names none: `[$-804]0.00` is Chinese, not dollars (ECMA-376 18.8.31). */
function withoutLocaleDollar(text: string, format: StoredCell['z']): string {
  if (typeof format !== 'string' || !format.includes('[$-') || format.replace(locale, '').includes('$'))
    return text;
  return text.replaceAll('$', '');
}

/** Line breaks in a cell are the writer's own; blanks at the end of a text are nobody's. */
function showString(value: string, formatted: string | undefined): ShownCell {
  if (cellPicture.test(value)) return { text: '', doubt: cellWithPicture };
  const stored = normaliseBreaks(value);
  const shown = formatted === undefined || formatted === value ? stored : normaliseBreaks(formatted);
  if (shown === '' && stored !== '')
    return { text: stored, value: stored, doubt: 'hidden by its number format' };
  return isErrorValue(stored)
    ? { text: shown, value: stored, doubt: `${errorValue} ${stored}` }
    : { text: shown, value: stored };
}

function normaliseBreaks(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return plain.trimEnd();
}
