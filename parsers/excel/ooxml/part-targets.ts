const workbookRelations = /^xl\/_rels\/workbook\.(?:xml|bin)\.rels$/i;
const relationship = /<(?:\w+:)?Relationship\b[^>]*>/g;
const odd = /\bTarget="[^"]*(?:%[0-9a-f]{2}|\\|\.\/)/i;
const folder = 'xl';

/** Parts are handled as one character a byte. */
const textOf = (part: Uint8Array): string =>
  Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');

/**
 * The relationships of the workbook with their targets as parts are named: signs that are coded (`%20`), steps back (`../xl/`) and backslashes undone, which SheetJS takes
 * for the name itself (RFC 3986 §5.2.4, §6.2.2).
 */
export function withPlainTargets(
  name: string,
  part: Uint8Array,
  isPart: (name: string) => boolean,
): Uint8Array {
  if (!workbookRelations.test(name)) return part;
  const xml = textOf(part);
  if (!odd.test(xml)) return part;
  const plain = xml.replace(relationship, (tag) =>
    /\bTargetMode="External"/.test(tag)
      ? tag
      : tag.replace(/\bTarget="([^"]*)"/, (_, target: string) => `Target="/${partOf(target, isPart)}"`),
  );
  return Buffer.from(plain, 'latin1');
}

/** A part may be named by the code itself. */
function partOf(target: string, isPart: (name: string) => boolean): string {
  const decoded = target.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const [coded, plain] = [resolved(target), resolved(decoded)];
  return isPart(coded) ? coded : plain;
}

function resolved(target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The part of each sheet, through the relationships of the workbook. */
export function sheetPaths(
  parts: ReadonlyMap<string, Uint8Array>,
  sheets: readonly object[],
): (string | undefined)[] {
  const rels = [...parts].find(([name]) => workbookRelations.test(name))?.[1];
  const targets = new Map<string, string>();
  for (const [tag] of rels === undefined ? [] : textOf(rels).matchAll(relationship)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, resolved(target));
  }
  return sheets.map((sheet, index) => {
    const { id, strRelID } = sheet as { id?: string; strRelID?: string };
    return targets.get(id ?? strRelID ?? '') ?? `xl/worksheets/sheet${index + 1}.xml`;
  });
}
