const typesPart = '[content_types].xml';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Types by the names that Excel gives to its parts. */
const usualTypes: readonly [RegExp, string][] = [
  [/^xl\/workbook\.xml$/i, 'sheet.main'],
  [/^xl\/worksheets\/[^/]+\.xml$/i, 'worksheet'],
  [/^xl\/sharedStrings\.xml$/i, 'sharedStrings'],
  [/^xl\/styles\.xml$/i, 'styles'],
];

/** The part that says the types of the others (ECMA-376 part 2 §10.1.2.2), for a package that lost its own or has an empty one; null where it has one. */
export function writtenTypes(names: Iterable<string>): [name: string, part: Uint8Array] | null {
  const overrides: string[] = [];
  for (const name of names) {
    if (name.toLowerCase() === typesPart) return null;
    const type = usualTypes.find(([pattern]) => pattern.test(name))?.[1];
    if (type !== undefined && !/["<>&]/.test(name))
      overrides.push(`<Override PartName="/${name}" ContentType="${spreadsheet}.${type}+xml"/>`);
  }
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`;
  return ['[Content_Types].xml', Buffer.from(types)];
}
