const dayMilliseconds = 86_400_000;
/** Day 0 of a workbook as Excel counts from March 1900 on, and day 0 where it counts from 1904. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const days = '日一二三四五六';
const name = /(?<![a-z])a{3,4}(?![a-z])/gi;

/**
 * The text of a date with its day of the week, which only East Asian formats name (`aaaa`: 星期一, `aaa`: 一) and SheetJS leaves as it is written. It
 * says itself from which year its days are counted, where it names the year.
 */
export function withWeekday(text: string, format: string, value: number): string {
  if (format.replace(/"[^"]*"|\[[^\]]*\]/g, '').search(name) < 0) return text;
  const year = new Date(epochs[1904] + Math.floor(value) * dayMilliseconds).getUTCFullYear();
  const epoch = text.includes(String(year)) ? epochs[1904] : epochs[1900];
  const day = days[new Date(epoch + Math.floor(value) * dayMilliseconds).getUTCDay()];
  return text.replace(name, (letters) => (letters.length === 4 ? `星期${day}` : `${day}`));
}
