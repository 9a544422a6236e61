import { type ArtRecord, propertiesIn, recordAt, recordsIn } from './art-records.ts';
import { pictureOf, type StoredPicture } from './blips.ts';
import { byteAt, longAt, positionsOf, textAt } from './bytes.ts';

/** What a drawn shape shows of words and pictures. */
export interface Shape {
  id: number;
  /** Which of the texts in boxes it holds, from 0; null where it holds none. */
  box: number | null;
  picture: StoredPicture | null;
  /** Letters that are drawn. */
  drawnText: string;
}

/** What stands at the mark of a drawing in the text: its shapes, and its size in points. */
export interface Drawing {
  shapes: Shape[];
  width: number;
  height: number;
}

const types = { store: 0xf001, drawing: 0xf002, group: 0xf003, shape: 0xf004 };
const parts = { shape: 0xf00a, properties: 0xf00b, text: 0xf00d };
const property = { text: 128, drawnText: 192, picture: 260 };
/** Groups within groups that are looked into. */
const deepestGroup = 50;
const anchorBytes = 26;
const twipsPerPoint = 20;

/** The drawings of the main text by the character that stands for each ([MS-DOC] 2.8.37 PlcfSpa, 2.9.172 OfficeArtContent). */
export function readDrawings(anchors: Uint8Array, art: Uint8Array, main: Uint8Array): Map<number, Drawing> {
  const drawings = new Map<number, Drawing>();
  const { positions, dataAt } = positionsOf(anchors, anchorBytes);
  if (positions.length < 2) return drawings;
  const shapes = shapesIn(art, main);
  for (const [n, position] of positions.slice(0, -1).entries()) {
    const at = dataAt + n * anchorBytes;
    const side = (from: number, to: number) =>
      Math.max(0, ((longAt(anchors, at + to) | 0) - (longAt(anchors, at + from) | 0)) / twipsPerPoint);
    drawings.set(position, {
      shapes: shapes.get(longAt(anchors, at)) ?? [],
      width: side(4, 12),
      height: side(8, 16),
    });
  }
  return drawings;
}

/** Shapes of the main text by the id of the outermost group around each, or its own. */
function shapesIn(art: Uint8Array, main: Uint8Array): Map<number, Shape[]> {
  const found = new Map<number, Shape[]>();
  const all = recordAt(art, 0, art.length);
  if (all === null) return found;
  const store = recordsIn(art, all.start, all.end).find(({ type }) => type === types.store);
  const entries = store === undefined ? [] : recordsIn(art, store.start, store.end);
  const pictures = (number: number): StoredPicture | null => {
    const entry = entries[number - 1];
    return entry === undefined ? null : pictureOf(art, entry, main);
  };
  // One byte before each drawing tells whether it is that of the text or of the headers.
  for (let at = all.end; at < art.length; ) {
    const drawing = recordAt(art, at + 1, art.length);
    if (drawing === null) break;
    if (byteAt(art, at) === 0 && drawing.type === types.drawing) {
      const [root] = recordsIn(art, drawing.start, drawing.end).filter(({ type }) => type === types.group);
      for (const record of root === undefined ? [] : recordsIn(art, root.start, root.end)) {
        const shapes = shapesOf(art, record, pictures, 0);
        if (shapes[0] !== undefined) found.set(shapes[0].id, shapes);
      }
    }
    at = drawing.end;
  }
  return found;
}

/** The shape of a record, or those of a group, of which the first stands for the group itself. */
function shapesOf(
  art: Uint8Array,
  record: ArtRecord,
  pictures: (number: number) => StoredPicture | null,
  depth: number,
): Shape[] {
  const within = record.type === types.group && depth < deepestGroup;
  if (within)
    return recordsIn(art, record.start, record.end).flatMap((inner) =>
      shapesOf(art, inner, pictures, depth + 1),
    );
  if (record.type !== types.shape) return [];
  const shape: Shape = { id: -1, box: null, picture: null, drawnText: '' };
  for (const part of recordsIn(art, record.start, record.end)) {
    if (part.type === parts.shape) shape.id = longAt(art, part.start);
    if (part.type === parts.text) shape.box = boxOf(longAt(art, part.start));
    if (part.type !== parts.properties) continue;
    const properties = propertiesIn(art, part);
    const text = properties.get(property.text);
    const picture = properties.get(property.picture);
    const drawn = properties.get(property.drawnText)?.data;
    if (text !== undefined) shape.box ??= boxOf(text.value);
    if (picture !== undefined) shape.picture = pictures(picture.value);
    if (drawn !== undefined) shape.drawnText = textAt(drawn, 0, drawn.length / 2).replace(/\0+$/, '');
  }
  return [shape];
}

/** The upper half is the number of the text from 1, the lower one counts the boxes that it runs through ([MS-DOC] 2.9.101 FTXBXS). */
const boxOf = (value: number): number | null => (value >>> 16 === 0 ? null : (value >>> 16) - 1);
