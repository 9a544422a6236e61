/** Whether a text is a point or a stretch of the calendar rather than a quantity, and which. */
import { fold } from './fold.ts';

const year = '(?:19|20)\\d{2}';
const month = '(?:1[0-2]|0?[1-9])';
const day = '(?:3[01]|[12]\\d|0?[1-9])';
const ends =
  '(?:底|末|初|中旬|上旬|下旬|份|前|后|内|之前|以前|底前|末前|份前|底之前|底以前|中|起|开始|止|全年|上半年|下半年)*';
const monthDay = `${month}月(?:${day}[日号])?`;
const link = '(?:-{1,3}|—{1,2}|~|至|到)';

const calendar: readonly RegExp[] = [
  // 2021年, 2020年全年, 2021年12月底前, 2023年1月-12月, 2021-2023年
  new RegExp(`^${year}年?(?:${link}${year})?年(?:度)?${ends}$`),
  new RegExp(`^${year}年(?:度)?(?:第?[一二三四1-4]季度|[上下]半年)${ends}$`),
  new RegExp(`^(?:${year}年)?${monthDay}${ends}(?:${link}(?:${year}年)?${monthDay}${ends})?$`),
  // 1-12月, 2021年1-12月
  new RegExp(`^(?:${year}年)?${month}${link}${month}月${ends}$`),
  // 2023-11-20, 2023/11/20, 2023.11.20, and two of them
  new RegExp(`^${year}[-/.]${month}[-/.]${day}(?:${link}(?:${year}[-/.])?${month}[-/.]${day})?$`),
  new RegExp(`^${year}[-/]${month}$`),
  // 2021-2023, 202001-202012, 20230101-20231231
  new RegExp(`^${year}${link}${year}$`),
  new RegExp(`^${year}(?:0[1-9]|1[0-2])${link}${year}(?:0[1-9]|1[0-2])$`),
  new RegExp(`^${year}(?:0[1-9]|1[0-2])${day}${link}${year}(?:0[1-9]|1[0-2])${day}$`),
  new RegExp(`^(?:每月|当月|次月|每年)?${day}[日号](?:前|之前|以前)$`),
  /^(?:第?[一二三四1-4]季度)(?:底|末|初|前|内)*$/,
];
const spelled = /^[〇零○一二三四五六七八九十]{1,4}(?:月|月份|月底|季度)|^[〇零○一二三四五六七八九]{4}年/;

const calendarSign = /[年月日号季\-/.~—至到]/;

/** Longest text that can be a date or a period; 2021年12月31日至2022年12月31日底前 has 25 signs. */
const MAX_CALENDAR = 32;

/** 2020年全年, 9月前, 2021年12月底前, 12月31日, 1-12月, 2023-11-20: a date or a period and nothing else. Folded, without spaces. */
export function isPeriodOrDate(compact: string): boolean {
  if (compact.length < 2 || compact.length > MAX_CALENDAR) return false;
  if (!calendarSign.test(compact)) return false;
  return calendar.some((form) => form.test(compact)) || spelled.test(compact);
}

/** Whether what `isPeriodOrDate` takes for a date is the last one allowed: 9月前, 2021年12月底前, 每月15日之前. */
export function isDeadline(compact: string): boolean {
  return compact.endsWith('前');
}

/** Months from and to, both included, as YYYY-MM. */
export interface Period {
  from: string;
  to: string;
}

const compactMonths = new RegExp(`^(${year})(0[1-9]|1[0-2])${link}(${year})(0[1-9]|1[0-2])$`);
const months = new RegExp(
  `^(${year})[年.\\-/](?:度)?(${month})(?:月份?)?(?:${day}[日号])?${link}(?:(${year})[年.\\-/])?(${month})(?:月份?)?(?:${day}[日号])?$`,
);
const dates = new RegExp(`^(${year})[-/.](${month})[-/.]${day}${link}(${year})[-/.](${month})[-/.]${day}$`);
const years = new RegExp(`^(${year})(?:年(?:度)?)?(?:${link}(${year}))?(?:年(?:度)?)?(?:全年)?$`);

/** Reads 202001-202012, 2021年1月-12月, 2023.1-2023.12, 2021-2023年, 2020年全年; null for anything else or where it ends before it starts. */
export function readPeriod(text: string): Period | null {
  const compact = text.length > 4 * MAX_CALENDAR ? '' : fold(text).replace(/\s+/g, '');
  const match = compactMonths.exec(compact) ?? dates.exec(compact) ?? months.exec(compact);
  if (match) return periodOf(match[1], match[2], match[3] ?? match[1], match[4]);
  const whole = years.exec(compact);
  return whole ? periodOf(whole[1], '1', whole[2] ?? whole[1], '12') : null;
}

function periodOf(y0 = '', m0 = '', y1 = '', m1 = ''): Period | null {
  const from = `${y0}-${m0.padStart(2, '0')}`;
  const to = `${y1}-${m1.padStart(2, '0')}`;
  return from <= to ? { from, to } : null;
}
