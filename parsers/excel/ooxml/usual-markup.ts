const number = /^\s*-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
/** A value that does not begin and end as a number: of a text, or of a cell that says it holds a number. */
/** The place of a shared text that is no whole number: SheetJS takes the text at its beginning. */
const oddPlace = /\st="s"[^<>]*>\s*<(?:\w+:)?v>\s*\d*[^\d\s<]/;
const oddValue = /<(?:\w+:)?v>(?!\s*-?\d*\.?\d*(?:[eE][-+]?\d+)?\s*<)/;
const valueOfCell =
  /<((?:\w+:)?c)(\s[^<>]*)>(\s*(?:<(?:\w+:)?f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/(?:\w+:)?f>)\s*)?<(?:\w+:)?v>)([^<]*)</g;
const typeOf = /\st="([^"]*)"/;

/** Errors that SheetJS shows; of the newer ones (`#SPILL!`, `#CALC!`) it leaves nothing. */
const knownErrors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#WTF?',
]);

/** As ISO 8601 writes it: the last of February counts on into March where it is none, and a bare 12 is read as a month. */
const isoDate =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
function isDate(value: string): boolean {
  const [, year = '', month = '', day = ''] = isoDate.exec(value.trim()) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Sheets count their days from 1900 on.
  return (
    Number(year) >= 1900 && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day)
  );
}

/**
 * Cells that say they hold a number, and hold `12,345` or `１２`, as texts: SheetJS reads as far as the digits go, 12, or to nothing.
 * Numbers without end (`1e400`), errors, dates and logical values that it does not know become texts too. With `strings`, how many shared texts there are, cells that name one beyond show a broken reference, `lose` counts them, and not the whole sheet is lost.
 */
export function withHonestValues(xml: string, strings: number | null, lose: () => void): string {
  const isUsual = !oddValue.test(xml) && !/\st="[bd]"|[eE]\+?\d{3}|\d{300}/.test(xml) && !oddPlace.test(xml);
  if (strings === null && isUsual) return xml;
  return xml.replace(valueOfCell, (whole, tag: string, attributes: string, before: string, value: string) => {
    const type = typeOf.exec(attributes)?.[1] ?? 'n';
    if (type === 'n' && value.trim() !== '' && !(number.test(value) && Number.isFinite(Number(value))))
      return `<${tag}${attributes.replace(typeOf, '')} t="str">${before}${value}<`;
    const isOdd =
      (type === 'e' && !knownErrors.has(value.trim())) ||
      (type === 'd' && !isDate(value)) ||
      (type === 'b' && !/^\s*(?:[01]|true|false)?\s*$/.test(value));
    if (isOdd) return `<${tag}${attributes.replace(typeOf, '')} t="str">${before}${value}<`;
    const isPlace = /^\s*\d*\s*$/.test(value) && (strings === null || Number(value) < strings);
    if (type !== 's' || isPlace) return whole;
    lose();
    return `<${tag}${attributes.replace(typeOf, '')} t="e">${before}#REF!<`;
  });
}

const types = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
const unknownType = new RegExp(`\\st="(?!(?:${types.join('|')})")([^"]*)"`);
const cellTags = /<(?:\w+:)?c\s[^<>]*>/g;

/** Cells of a type that there is none of (ECMA-376 18.18.11) as texts: SheetJS gives their bytes. In capitals it is the same type. */
export function withKnownTypes(xml: string): string {
  if (!unknownType.test(xml)) return xml;
  return xml.replace(cellTags, (tag) =>
    tag.replace(unknownType, (_, name: string) => {
      const known = types.find((type) => type.toLowerCase() === name.toLowerCase());
      return name === '' ? '' : ` t="${known ?? 'str'}"`;
    }),
  );
}

/**
 * Cells whose text stands where their type does not look for it: in `is` with another type than inlineStr, or in `v` with that. SheetJS
 * leaves them blank.
 */
export function withTextsByType(xml: string): string {
  if (!/<(?:\w+:)?is>|"inlineStr"/.test(xml)) return xml;
  return xml.replace(textOfCell, (whole, tag: string, attributes: string, kind: string) => {
    const isInline = typeOf.exec(attributes)?.[1] === 'inlineStr';
    if (isInline === (kind === 'is')) return whole;
    const type = isInline ? 'str' : 'inlineStr';
    return `<${tag}${attributes.replace(typeOf, '')} t="${type}"${whole.slice(1 + tag.length + attributes.length)}`;
  });
}

const textOfCell = /<((?:\w+:)?c)(\s[^<>]*)(?<!\/)>\s*<(?:\w+:)?(is|v)>/g;

/** Cells that hold something under a reference that is none (ECMA-376 18.18.7), or stand in no row: SheetJS puts them nowhere. */
export function countAstray(xml: string): number {
  return (xml.match(astray)?.length ?? 0) + (xml.match(outside)?.length ?? 0);
}

/** In no row: of several in succession the first. */
const outside = /<\/(?:\w+:)?row>\s*<(?:\w+:)?c\s[^<>]*(?<!\/)>/g;

const astray = /<(?:\w+:)?c\s(?:[^<>]*\s)?r="(?!\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}")[^"<>]*"[^<>]*(?<!\/)>/g;

/** Cells that hold something and stand where another stands that does: of those the last is kept. */
export function countRepeated(xml: string): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const [, place = ''] of xml.matchAll(filled)) {
    if (seen.has(place)) repeated += 1;
    else seen.add(place);
  }
  return repeated;
}

/** Rows within a row, of which only the inner one is read, and second values of a cell. */
export function countDoubled(xml: string): number {
  let open = 0;
  let doubled = xml.match(/<\/(?:\w+:)?v>\s*<(?:\w+:)?v>/g)?.length ?? 0;
  for (const [, close, empty] of xml.matchAll(/<(\/?)(?:\w+:)?row(?:\s[^<>]*?)?(\/?)>/g)) {
    if (empty) continue;
    if (close) open -= 1;
    else if (open++ > 0) doubled += 1;
  }
  return doubled;
}

const filled =
  /<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Za-z]{1,3}\d{1,7})"[^<>]*(?<!\/)>\s*<(?:\w+:)?(?:v|is|f)[\s>]/g;

/** How many texts the part of shared texts holds; null where there is none, for without it every label is lost. */
export function countStrings(xml: string): number | null {
  return xml.match(/<(?:\w+:)?si[\s/>]/g)?.length ?? null;
}

/** References in capitals (ECMA-376 18.18.7); others read them in small letters too. */
export function withCapitals(xml: string): string {
  if (!/\sr="[a-z]/.test(xml)) return xml;
  return xml.replace(/(<(?:\w+:)?c\s[^<>]*?\br=")([a-z]+\d+")/g, (_, head: string, ref: string) => {
    return head + ref.toUpperCase();
  });
}

/** Attributes in double quotes, for a reader of layouts that looks for those; texts may be changed too. */
export function inDoubleQuotes(xml: string): string {
  if (!/='|\s=|=\s/.test(xml)) return xml;
  return xml.replace(/\s([\w:]+)\s*=\s*(?:'([^'"<>]*)'|"([^"<>]*)")/g, (_, name: string, single, double) => {
    return ` ${name}="${single ?? double}"`;
  });
}

/** Rows and texts in a comment are none, nor are instructions to programs (XML 1.0, 2.6); SheetJS reads them. */
export function withoutComments(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (!bytes.includes('<!--') && bytes.indexOf('<?', afterDeclaration) < 0) return part;
  const kept = bytes
    .toString('latin1')
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>/g, (found) =>
      found.startsWith('<![') ? found : '',
    );
  return Buffer.from(kept, 'latin1');
}

/** A declaration begins in the first bytes, behind the mark of UTF-8 at most. */
const afterDeclaration = 4;

/** Sheets by names of their own: of two with one name, SheetJS would give the cells of the last for both. */
export const withOwnNames = (workbook: string): string =>
  renamed(workbook, /(<(?:\w+:)?sheet\s[^<>]*?\bname=")([^"]*)(")/g);

/** The same for XML Spreadsheet 2003. */
export const withOwnWorksheets = (xml: string): string =>
  renamed(xml, /(<(?:\w+:)?Worksheet\s[^<>]*?\bss:Name=")([^"]*)(")/g);

function renamed(xml: string, names: RegExp): string {
  const seen = new Set<string>();
  return xml.replace(names, (_, head: string, name: string, end: string) => {
    let own = name;
    for (let n = 2; seen.has(own); n++) own = `${name} (${n})`;
    seen.add(own);
    return head + own + end;
  });
}

/** Data of XML Spreadsheet 2003 that say they are a number or a truth, and are a text. */
export function withHonestData(xml: string): string {
  return xml.replace(
    /(<(?:\w+:)?Data\s[^<>]*?\bss:Type=")(Number|Boolean)("[^<>]*>)([^<]*)(?=<)/g,
    (whole, head: string, type: string, tail: string, value: string) => {
      const isHonest = type === 'Number' ? number.test(value) : /^\s*[01]\s*$/.test(value);
      return value.trim() === '' || isHonest ? whole : `${head}String${tail}${value}`;
    },
  );
}

/** XML Spreadsheet 2003 without formats for ten thousand columns or rows and more at once: SheetJS makes one for each, and none holds a cell. */
export const withoutLongSpans = (xml: string): string => xml.replace(/\sss:Span="\d{5,}"/g, '');

/** The same without places before the first, which stand behind the one before them. */
export const withoutNullPlaces = (xml: string): string => xml.replace(/\sss:Index="0+"/g, '');

/** A row that says no place stands behind the one before it. */
const withoutPlace = /<(?:\w+:)?row(?![^<>]*\sr\s*=)[\s/>]/;
const blankRow = /<(?:\w+:)?row\s[^<>]*(?:\/>|(?<!\/)>\s*<\/(?:\w+:)?row>)\s*/g;

/** A sheet without rows that hold nothing: writers that format whole columns go down to the last row of a sheet. */
export const withoutBlankRows = (xml: string): string =>
  withoutPlace.test(xml) ? xml : xml.replace(blankRow, '');

/** Stands for a formula that the file does not spell out. */
export const unspelt = '?';

/**
 * Formulas that are not spelt out and have no result: shared with a cell that is not there, those of a table of data, empty ones. SheetJS reads such a
 * cell as a blank.
 */
export function withUnspeltFormulas(xml: string): string {
  if (!emptyFormula.test(xml)) return xml;
  const spelt = new Set<string>();
  for (const [, attributes = ''] of xml.matchAll(speltFormula)) spelt.add(sharedAs(attributes));
  return xml.replace(bareFormula, (whole, cell: string, formula: string, attributes = '') => {
    const shared = sharedAs(attributes);
    if (shared !== '' && spelt.has(shared)) return whole;
    return `${cell.replace(typeOf, '')}<${formula}>${unspelt}</${formula}>`;
  });
}

const sharedAs = (attributes: string): string => /\ssi="(\d+)"/.exec(attributes)?.[1] ?? '';
const emptyFormula = /<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|(?<!\/)>\s*<\/)/;
const speltFormula = /<(?:\w+:)?f(\s[^<>]*)(?<!\/)>\s*[^<\s]/g;
const bareFormula =
  /(<(?:\w+:)?c\s[^<>]*(?<!\/)>)\s*<((?:\w+:)?f)(\s[^<>]*?)?(?:\/>|>\s*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v(?:\/>|>\s*<\/(?:\w+:)?v>)\s*)?(?=<\/(?:\w+:)?c>)/g;
