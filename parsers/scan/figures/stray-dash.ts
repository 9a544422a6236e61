import type { LineReading } from '../lines/read-line.ts';

const dash = /^[-—–]$/;
const figure = /^[<>=≤≥≦≧]?\d[\d,.]*[%％]?$/;

/** How far apart the tops of a stroke and of the figure that it lies over lie at most, in ems: lines of one text lie further. */
const closest = 1.2;

/** How far beside a figure, in ems, a stroke above or below its rows ends that is none of the next cell. */
const aside = 0.5;

/** Most that a figure is believed beside a stroke. */
const beside = 0.6;

const struck = 'a stroke beside it is no minus of its line';

/** A stroke of a pen over a figure, a line of its own: taken for its minus it would turn what is due into what is owed. The figure is in doubt and the stroke is left out. */
export function withoutStrayDashes(lines: readonly LineReading[]): LineReading[] {
  const strays = new Set<number>();
  const doubted = new Set<number>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const [one, two] = [lines[i]!, lines[i + 1]!];
    const [stroke, other] = dash.test(one.text) ? [i, i + 1] : [i + 1, i];
    if (!dash.test(lines[stroke]!.text) || !figure.test(lines[other]!.text) || !isOver(one, two)) continue;
    strays.add(stroke);
    doubted.add(other);
  }
  if (strays.size === 0) return [...lines];
  return lines.flatMap((line, i): LineReading[] => {
    if (strays.has(i)) return [];
    if (!doubted.has(i)) return [line];
    const confidence = Math.min(line.confidence, beside);
    const minus = { text: `-${line.text}`, by: 'shape', confidence: beside / 2 };
    return [
      { ...line, confidence, doubt: line.doubt ?? struck, alternatives: [...line.alternatives, minus] },
    ];
  });
}

/** Whether one stands over the other, close and in its columns, or in the same cell right beside them, above or below its rows: the dash of the next cell is none. */
function isOver(one: LineReading, two: LineReading): boolean {
  const em = Math.max(one.em, two.em);
  const down = two.area.y0 - one.area.y0;
  const apart = one.area.y1 <= two.area.y0 || two.area.y1 <= one.area.y0;
  const room = apart && one.cell === two.cell ? aside * em : 0;
  const overlaps = one.area.x0 < two.area.x1 + room && two.area.x0 < one.area.x1 + room;
  return overlaps && Math.abs(down) < closest * em;
}
