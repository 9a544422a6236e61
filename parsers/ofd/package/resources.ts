import { attributeOf, childOf, childrenOf, type Element, textIn } from './markup-tree.ts';
import { folderOf, type Parts, pathFrom } from './parts.ts';

/** A font as far as it tells what its signs are, and how wide. */
export interface FontResource {
  name: string;
  bold: boolean;
  /** Path of the part that embeds it. */
  file: string | null;
}

/** What pages refer to by number (§7.9), those of a page before those of its document. */
export interface Resources {
  font: (id: string) => FontResource | undefined;
  /** Parameters of drawing, spaces of colours and units composed of objects, as they are written. */
  drawParam: (id: string) => Element | undefined;
  colourSpace: (id: string) => Element | undefined;
  composite: (id: string) => Element | undefined;
  /** Path of the part that holds a picture. */
  picture: (id: string) => string | undefined;
}

export const noResources: Resources = {
  font: () => undefined,
  drawParam: () => undefined,
  colourSpace: () => undefined,
  composite: () => undefined,
  picture: () => undefined,
};

/** Reads files of resources. `onLost` is told the path of one that cannot be read. */
export function readResources(
  parts: Parts,
  paths: readonly string[],
  outer: Resources,
  onLost: (path: string) => void,
): Resources {
  if (paths.length === 0) return outer;
  const fonts = new Map<string, FontResource>();
  const params = new Map<string, Element>();
  const spaces = new Map<string, Element>();
  const composites = new Map<string, Element>();
  const pictures = new Map<string, string>();
  for (const path of new Set(paths)) {
    const root = parts.tree(path);
    if ('code' in root) {
      onLost(path);
      continue;
    }
    const base = pathFrom(folderOf(path), attributeOf(root, 'BaseLoc') ?? '');
    for (const font of listed(root, 'Fonts', 'Font'))
      put(
        fonts,
        font,
        fontOf(font, (file) => placeOf(parts, base, path, file)),
      );
    for (const param of listed(root, 'DrawParams', 'DrawParam')) put(params, param, param);
    for (const space of listed(root, 'ColorSpaces', 'ColorSpace')) put(spaces, space, space);
    for (const unit of listed(root, 'CompositeGraphicUnits', 'CompositeGraphicUnit'))
      put(composites, unit, unit);
    for (const medium of listed(root, 'MultiMedias', 'MultiMedia')) {
      const file = textIn(medium, 'MediaFile');
      if (file !== null) put(pictures, medium, placeOf(parts, base, path, file));
    }
  }
  return {
    font: (id) => fonts.get(id) ?? outer.font(id),
    drawParam: (id) => params.get(id) ?? outer.drawParam(id),
    colourSpace: (id) => spaces.get(id) ?? outer.colourSpace(id),
    composite: (id) => composites.get(id) ?? outer.composite(id),
    picture: (id) => pictures.get(id) ?? outer.picture(id),
  };
}

function listed(root: Element, list: string, name: string): Element[] {
  return childrenOf(root, list).flatMap((one) => childrenOf(one, name));
}

function put<T>(map: Map<string, T>, { head }: Element, value: T): void {
  const id = attributeOf({ name: '', head, children: [], raw: '' }, 'ID');
  if (id !== null) map.set(id, value);
}

function fontOf(font: Element, place: (file: string) => string): FontResource {
  const name = attributeOf(font, 'FontName') ?? attributeOf(font, 'FamilyName') ?? '';
  const file = textIn(font, 'FontFile');
  return {
    name,
    bold: attributeOf(font, 'Bold') === 'true' || /bold|heavy|black|粗/i.test(name),
    file: file === null ? null : place(file),
  };
}

/** Where a file of resources lies: below the folder that the list names, or, as some writers have it, beside the list. */
function placeOf(parts: Parts, base: string, list: string, file: string): string {
  const path = pathFrom(base, file);
  const beside = pathFrom(folderOf(list), file);
  return !parts.has(path) && parts.has(beside) ? beside : path;
}

/** Places of the files of resources that a page or a document names. */
export function resourceFiles(element: Element, folder: string, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    childrenOf(element, name).flatMap(({ raw }) => (raw.trim() === '' ? [] : [pathFrom(folder, raw)])),
  );
}

/** The children of a unit that are drawn. */
export const contentOf = (unit: Element): Element => childOf(unit, 'Content') ?? unit;
