import type { Amount, Evidence } from '../../../schemas/index.ts';
import { readDate } from '../../values/date.ts';
import { numberFault, readNumber } from '../../values/number.ts';
import { cellOf, listed, nameOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Figures whose commas, points or other signs fit no way of writing numbers: 1,23 · 1.234.5 · 980。50 · 98O.5. */
export const UNI_07: FilingRule = {
  id: 'UNI-07',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '数字的千分位、小数点或其他符号有误', en: 'Damaged figure: comma, point or another sign' },
  explanation: {
    zh: '逗号不在千分位上，有两个小数点，或金额中夹有数字以外的符号（980。50、98O.5），或显示为日期、TRUE，读不成一个数，因此未参加核对；可能是录入或识别错误。',
    en: 'A comma that parts no thousands, two points, or a sum of money with signs among its digits (980。50, 98O.5) or shown as a date or as TRUE: no number can be read, so that the cell took part in no check. A slip of typing or of recognition.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '预算数“1,23”', en: 'a budget of “1,23”' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { amounts, filing, indicators } = context;
  let figures = 0;
  const damaged: Evidence[] = [];
  const look = (raw: string | undefined, cell: () => Evidence, isUnread = false): void => {
    if (raw === undefined) return;
    if (isUnread && LOGICAL.test(raw)) damaged.push(cell());
    if (!/\d/.test(raw)) return;
    figures += 1;
    if (isDamaged(raw) || (isUnread && isMixed(raw))) damaged.push(cell());
  };
  for (const amount of amounts) {
    const cell = () => cellOf(amount, 'value', amount.item, amount.raw);
    look(amount.raw, cell, amount.value === null);
    if (isDateOfSum(amount)) damaged.push(cell());
  }
  for (const row of indicators) {
    look(row.target?.raw, () => cellOf(row, 'target', nameOf(row), row.target?.raw ?? ''));
    look(row.actual?.raw, () => cellOf(row, 'actual', nameOf(row), row.actual?.raw ?? ''));
  }
  if (damaged.length === 0) return figures === 0 ? [] : [passed(filing.filing_id, figures)];
  const names = listed(damaged.map(({ role, text }) => `${role} “${text}”`));
  const [first] = damaged;
  return [
    notice(context, {
      verdict: 'improbable',
      origin: 'undetermined',
      message: {
        zh: `读不成数字的单元格：${names.zh}${suggested(first?.text ?? '', 'zh')}`,
        en: `figures that are no numbers: ${names.en}${suggested(first?.text ?? '', 'en')}`,
      },
      evidence: damaged,
      operands: damaged.map(({ text }) => text),
    }),
  ];
}

/** A comma, or two points: what may be wrong with a figure. */
const SUSPECT = /[,，]|[.．].*[.．]/;
/** Thousands parted as they should be: most figures with a comma, which need no closer look. */
const SOUND = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SIGN = /^[≥≤<>=＞＜≧≦]+\s*/;

function isDamaged(text: string): boolean {
  if (!SUSPECT.test(text) || SOUND.test(text) || readDate(text) !== null) return false;
  const fault = numberFault(text.replace(SIGN, ''));
  return fault === 'grouping' || fault === 'points';
}

/** Digits with signs among them, and letters that look like digits; words say something else, and so do lists, ranges, dates, times and arrows. */
const MIXED = /^(?=.*\d)(?:[OoIlEe]|[^\p{L}、~～—–▲△▼▽↑↓-])+$/u;
const TIME = /^\d{1,2}[:：]\d\d$/;

function isMixed(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return MIXED.test(plain) && !TIME.test(plain) && readNumber(text) === null && readDate(plain) === null;
}

/** A date where the sum of a source of funds is due: Excel makes one of 9-5, and programs of a number in its format. */
const isDateOfSum = ({ section, measure, raw, value }: Amount): boolean =>
  section === 'funding' && measure !== 'rate' && value === null && DATE.test(raw);
const DATE = /^(?:\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})$/;

/** As Excel shows that something is so, in place of a sum. */
const LOGICAL = /^(?:true|false)$/i;

/** 1,23 and 1。23 were most likely meant as 1.23. */
function suggested(text: string, language: 'zh' | 'en'): string {
  const match = /^(\d{1,3}),(\d{1,2})$/.exec(text) ?? /^(\d+)[。·．](\d{1,6})$/.exec(text);
  if (match === null) return '';
  const value = `${match[1]}.${match[2]}`;
  return language === 'zh' ? `（应为 ${value}？）` : ` (${value}?)`;
}
