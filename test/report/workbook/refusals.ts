import { readZipDirectory, unzipEntry } from '../../../parsers/zip.ts';

/** The parts of a package that are texts, by name. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const entries = readZipDirectory(bytes);
  if (entries === null) throw new Error('no package');
  return new Map(
    entries
      .filter(({ name }) => /\.(?:xml|rels|vml)$/.test(name))
      .map((entry) => {
        const part = unzipEntry(bytes, entry, 1 << 30);
        if (typeof part === 'string') throw new Error(`${entry.name}: ${part}`);
        return [entry.name, new TextDecoder('utf-8', { fatal: true }).decode(part)];
      }),
  );
}

/** Everything in a workbook that Excel would refuse or repair, as sentences; it knows nothing of what writes it. */
export function refusals(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes);
  const found: string[] = [];
  for (const [name, text] of parts) found.push(...malformed(name, text));
  const types = parts.get('[Content_Types].xml') ?? '';
  for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g))
    if (!parts.has(part!)) found.push(`${part} has a type and is not there`);
  for (const name of parts.keys())
    if (!types.includes(`PartName="/${name}"`) && !/\.(?:rels|vml)$|Content_Types/.test(name))
      found.push(`${name} has no type`);
  const workbook = parts.get('xl/workbook.xml') ?? '';
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => unescaped(name!));
  found.push(...badNames(names));
  const styles = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf /g)].length - 1;
  const rowsOf = new Map<string, number>();
  names.forEach((name, index) => {
    const sheet = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    rowsOf.set(name, [...sheet.matchAll(/<row /g)].length);
    found.push(...badSheet(name, sheet, styles));
    if (/<legacyDrawing/.test(sheet) !== parts.has(`xl/comments${index + 1}.xml`))
      found.push(`${name}: notes without boxes`);
  });
  for (const [part, text] of parts)
    for (const [, target] of text.matchAll(/<hyperlink [^>]*location="([^"]*)"/g)) {
      const [, sheet = '', row = ''] = /^'(.*)'![A-Z]+(\d+)$/.exec(unescaped(target!)) ?? [];
      const rows = rowsOf.get(sheet.replaceAll("''", "'"));
      if (rows === undefined || Number(row) > rows) found.push(`${part}: a link to ${target} leads nowhere`);
    }
  return found;
}

function badNames(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase());
  return [
    ...names.filter((name) => name.length === 0 || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)),
    ...lower.filter((name, index) => lower.indexOf(name) !== index || name === 'history'),
  ].map((name) => `a sheet cannot be called ${JSON.stringify(name)}`);
}

function badSheet(name: string, sheet: string, styles: number): string[] {
  const found: string[] = [];
  if (/<f[ >]/.test(sheet)) found.push('a formula');
  for (const [, text] of sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g))
    if (unescaped(text!).length > 32_767) found.push('a text too long');
  for (const [, style] of sheet.matchAll(/<c r="[^"]*" s="(\d+)"/g))
    if (Number(style) >= styles) found.push(`no style ${style}`);
  const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"/g)].map(([, column, row]) => [
    Number(row),
    columnOf(column!),
  ]);
  for (let at = 1; at < cells.length; at += 1) {
    const [before, now] = [cells[at - 1]!, cells[at]!];
    if (now[0]! < before[0]! || (now[0] === before[0] && now[1]! <= before[1]!))
      found.push(`cells out of order`);
  }
  if (cells.some(([row, column]) => row! > 1_048_576 || column! > 16_384))
    found.push('a cell beyond the sheet');
  for (const [, value] of sheet.matchAll(/<v>([^<]*)<\/v>/g))
    if (!Number.isFinite(Number(value)) || value === '') found.push(`no figure ${value}`);
  const merged = new Set<string>();
  for (const [, a, b, c, d] of sheet.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g))
    for (let row = Number(b); row <= Number(d); row += 1)
      for (let column = columnOf(a!); column <= columnOf(c!); column += 1) {
        if (merged.has(`${row} ${column}`)) found.push(`merged cells overlap at row ${row}`);
        merged.add(`${row} ${column}`);
      }
  if ([...sheet.matchAll(/<hyperlink /g)].length > 65_530) found.push('too many links');
  for (const [, height] of sheet.matchAll(/ ht="([^"]*)"/g))
    if (Number(height) > 409.5) found.push(`a row of ${height} points`);
  for (const [, width] of sheet.matchAll(/<col [^>]*width="([^"]*)"/g))
    if (!(Number(width) > 0 && Number(width) <= 255)) found.push(`a column of ${width} characters`);
  const order = [
    ...sheet.matchAll(
      /<(sheetPr|sheetViews|sheetFormatPr|cols|sheetData|autoFilter|mergeCells|dataValidations|hyperlinks|pageMargins|pageSetup|headerFooter|ignoredErrors|legacyDrawing)[ />]/g,
    ),
  ].map(([, element]) => element!);
  const due =
    'sheetPr sheetViews sheetFormatPr cols sheetData autoFilter mergeCells dataValidations hyperlinks pageMargins pageSetup headerFooter ignoredErrors legacyDrawing'.split(
      ' ',
    );
  if (order.join() !== due.filter((element) => order.includes(element)).join())
    found.push(`parts out of order: ${order.join(' ')}`);
  return found.map((what) => `${name}: ${what}`);
}

function columnOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Tags that do not match, entities that are none and characters that XML does not allow. */
function malformed(name: string, text: string): string[] {
  const found: string[] = [];
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(text))
    found.push('a character that XML does not allow');
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) found.push('an ampersand');
  const open: string[] = [];
  for (const [tag, close, element, rest] of text
    .replace(/^<\?xml[^>]*\?>/, '')
    .matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)) {
    if (close === '/') {
      if (open.pop() !== element) found.push(`${tag} closes another`);
    } else if (!rest!.endsWith('/')) open.push(element!);
    if (!/^(?:\s+[\w:]+="[^"<]*")*\s*\/?$/.test(rest!)) found.push(`attributes of ${tag.slice(0, 80)}`);
  }
  if (open.length > 0) found.push(`${open.join(' ')} stays open`);
  if (/[<>]/.test(text.replace(/^<\?xml[^>]*\?>/, '').replace(/<[^<>]*>/g, '')))
    found.push('a bracket in a text');
  return found.map((what) => `${name}: ${what}`);
}

export function unescaped(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );
}
