/** A picture that lies on a sheet of a package. */
export interface SheetPicture {
  /** Row and column of its upper left corner, from 0. */
  row: number;
  column: number;
  /** Points; null where only the cell of its other corner is known. */
  width: number | null;
  height: number | null;
  /** Name of the part that holds its bytes. */
  part: string;
}

/** English metric units in a point (ECMA-376 §20.1.2.1). */
const unitsPerPoint = 12_700;

/** Rows and columns that a picture without a size of its own has to cover to be a table rather than a seal or a logo. */
const fewest = { rows: 5, columns: 2 };
/** Points: a seal, a signature or a logo is smaller than a form in at least one direction. */
const smallest = { width: 200, height: 100 };

/** The large pictures of a sheet, from top to bottom. `read` gives the text of a part, "" where there is none. */
export function sheetPictures(sheetPath: string, read: (part: string) => string): SheetPicture[] {
  const pictures: SheetPicture[] = [];
  for (const drawing of targetsOf(sheetPath, read).values()) {
    if (!/drawings\/[^/]+\.xml$/.test(drawing)) continue;
    const media = targetsOf(drawing, read);
    const anchors = read(drawing).match(anchor) ?? [];
    for (const xml of anchors) {
      const picture = pictureOf(xml, media);
      if (picture !== null) pictures.push(picture);
    }
  }
  return pictures.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A shape of a drawing with the texts in it (ECMA-376 §20.5.2.29). */
const shape = /<(?:\w+:)?sp\b[\s\S]*?<\/(?:\w+:)?sp>/g;
const writtenText = /<a:t(?:\s[^<>]*)?>[^<]*[^<\s][^<]*<\/a:t>/;

/** How many shapes on a sheet hold a text: 单位：万元 in a box, a note, a title. */
export function drawnTexts(sheetPath: string, read: (part: string) => string): number {
  let shapes = 0;
  for (const drawing of targetsOf(sheetPath, read).values())
    if (/drawings\/[^/]+\.xml$/.test(drawing))
      shapes += (read(drawing).match(shape) ?? []).filter((xml) => writtenText.test(xml)).length;
  return shapes;
}

/** A drawing anchored to cells (ECMA-376 §20.5.2.24, §20.5.2.33) or to the sheet. */
const anchor =
  /<(?:\w+:)?(two|one|absolute)CellAnchor\b[\s\S]*?<\/(?:\w+:)?\1CellAnchor>|<(?:\w+:)?absoluteAnchor\b[\s\S]*?<\/(?:\w+:)?absoluteAnchor>/g;

function pictureOf(xml: string, media: ReadonlyMap<string, string>): SheetPicture | null {
  const part = media.get(/<(?:\w+:)?blip\b[^>]*\br:embed="([^"]+)"/.exec(xml)?.[1] ?? '');
  if (part === undefined) return null;
  const from = cornerOf(xml, 'from');
  const to = cornerOf(xml, 'to');
  const extent = /<(?:\w+:)?ext\b[^>]*\bcx="(\d+)"[^>]*\bcy="(\d+)"/.exec(xml);
  const width = Number(extent?.[1] ?? 0) / unitsPerPoint;
  const height = Number(extent?.[2] ?? 0) / unitsPerPoint;
  const place = { row: from?.row ?? 0, column: from?.column ?? 0, part };
  if (width > 0 && height > 0)
    return width >= smallest.width && height >= smallest.height ? { ...place, width, height } : null;
  const rows = (to?.row ?? 0) - place.row;
  const columns = (to?.column ?? 0) - place.column;
  return to === null || (rows >= fewest.rows && columns >= fewest.columns)
    ? { ...place, width: null, height: null }
    : null;
}

function cornerOf(xml: string, name: 'from' | 'to'): { row: number; column: number } | null {
  const corner = new RegExp(`<(?:\\w+:)?${name}>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1];
  if (corner === undefined) return null;
  const number = (tag: string): number =>
    Number(new RegExp(`<(?:\\w+:)?${tag}>\\s*(\\d+)`).exec(corner)?.[1] ?? 0);
  return { row: number('row'), column: number('col') };
}

/** Parts that a part points to, by the id of the relationship; links out of the package are left out. */
function targetsOf(part: string, read: (part: string) => string): Map<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  const rels = read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  for (const [tag] of rels.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id === undefined || target === undefined || /TargetMode="External"/.test(tag)) continue;
    targets.set(id, target.startsWith('/') ? target.slice(1) : resolved(folder, target));
  }
  return targets;
}

function resolved(folder: string, target: string): string {
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
