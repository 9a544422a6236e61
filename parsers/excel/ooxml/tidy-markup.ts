// Markup that is XML all the same and that SheetJS does not know: it looks for tags as Excel writes them.

const untidy = /<\/?[\w:.-]+(?:\s*[\t\r\n]|\s+>)|["']\s+>|=\s*'|[\w.-]\s+=\s*"|="[^"<>]*>[^"<>]*"/;
const tags = /<(\/?[A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const attributes = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Tags on one line, attributes in double quotes behind one blank each (XML 1.0 §3.1 allows more), no `>` in a value. */
export function withTidyTags(xml: string): string {
  if (!untidy.test(xml)) return xml;
  return xml.replace(
    tags,
    (_, name: string, list: string, end: string) => `<${name}${list.replace(attributes, tidy)}${end}>`,
  );
}

function tidy(_: string, name: string, double: string | undefined, single: string | undefined): string {
  const value = double ?? (single ?? '').replaceAll('"', '&quot;');
  return ` ${name}="${value.replaceAll('>', '&gt;').replace(/[\t\r\n]/g, ' ')}"`;
}

const alternatives =
  /<(\w+:)AlternateContent\b[^<>]*>((?:(?!<\/?\1AlternateContent\b)[\s\S])*)<\/\1AlternateContent>/g;
/** Alternatives inside one another; more than that stay as they are. */
const deepestAlternative = 5;

/** Of what stands there in several ways (ECMA-376 part 3 §9.3) the one that is for readers who know no extension: SheetJS reads all. */
export function withoutAlternatives(xml: string): string {
  let plain = xml;
  for (let i = 0; i < deepestAlternative && plain.includes('AlternateContent'); i++)
    plain = plain.replace(alternatives, (_, prefix: string, inside: string) => {
      const [, fallback = ''] =
        new RegExp(`<${prefix}Fallback\\b[^<>]*>([\\s\\S]*)</${prefix}Fallback>`).exec(inside) ?? [];
      return fallback;
    });
  return plain;
}

const places = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*?)?(\/?)>([^<]*)/g;
/** Elements of a cell whose text is one (ECMA-376 18.3.1.4). */
const ofText = new Set(['v', 't', 'f']);

/** Texts among the cells of a sheet that stand in no element for texts, and elements that end as another: SheetJS passes over both. */
export function countMisplaced(xml: string): number {
  const start = xml.search(/<(?:\w+:)?sheetData[\s>]/);
  const end = xml.search(/<\/(?:\w+:)?sheetData>/);
  if (start < 0 || end < start) return 0;
  const open: string[] = [];
  let misplaced = 0;
  for (const [, close, name = '', empty, text = ''] of xml.slice(start, end).matchAll(places)) {
    if (close && open.at(-1) !== name) misplaced++;
    if (close && open.includes(name)) open.length = open.lastIndexOf(name);
    else if (!close && !empty) open.push(name);
    if (text.trim() !== '' && !ofText.has(open.at(-1) ?? '')) misplaced++;
  }
  return misplaced;
}
