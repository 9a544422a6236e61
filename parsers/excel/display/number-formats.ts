/**
 * Number formats that a Chinese Excel gives a meaning to by their number alone, without writing them down (ECMA-376
 * 18.8.30, zh-cn; 14 is the short date of the locale). SheetJS knows the American ones.
 */
const chineseFormats: readonly (readonly [id: number, code: string])[] = [
  [14, 'yyyy/m/d'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
];

/** The short date, for readers that take it as an option. */
export const shortDate = 'yyyy/m/d';

/** The long date of the computer at hand, whatever stands behind it: SheetJS shows what an American one would. */
const longDate = /\bformatCode="\[\$-F800\][^"]*"/gi;

/** Writes the Chinese formats into the styles part where it uses them and does not say what they are. */
export function declareChineseFormats(given: string): string {
  const styles = given.replace(longDate, `formatCode="${asciiXml('yyyy"年"m"月"d"日"')}"`);
  const used = chineseFormats.filter(
    ([id]) =>
      styles.includes(` numFmtId="${id}"`) &&
      !new RegExp(`<(?:\\w+:)?numFmt\\s[^>]*numFmtId="${id}"`).test(styles),
  );
  if (used.length === 0) return styles;
  const prefix = /<(\w+:)?styleSheet\b/.exec(styles)?.[1] ?? '';
  const declared = used
    .map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${asciiXml(code)}"/>`)
    .join('');
  if (/<(?:\w+:)?numFmts\b[^>]*[^/]>/.test(styles)) {
    return styles.replace(/(<(?:\w+:)?numFmts\b[^>]*[^/]>)/, (list) => list + declared);
  }
  const bare = styles.replace(/<(?:\w+:)?numFmts\b[^>]*\/>/, '');
  return bare.replace(
    /(<(?:\w+:)?styleSheet\b[^>]*>)/,
    (root) => `${root}<${prefix}numFmts>${declared}</${prefix}numFmts>`,
  );
}

/** As XML in ASCII: the part is handled as bytes, one character each. */
function asciiXml(code: string): string {
  return code.replace(/["<>&\u0080-\uffff]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
