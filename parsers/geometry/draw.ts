import type { Box } from '../../schemas/index.ts';
import type { PageMarks } from './marks.ts';
import { layoutOf } from './page-layout.ts';
import { closeOpenSides, connectedGroups } from './rulings/crossings.ts';
import { edgesOf } from './rulings/edges.ts';
import type { GeometrySettings } from './settings.ts';

/** Layers of the picture of a page, each a group with its name as id and class. */
export const drawnLayers = [
  'fills',
  'glyphs',
  'rulings',
  'edges',
  'crossings',
  'cells',
  'texts',
  'roles',
] as const;

/** A box of the page and what was read in it: level3, target, organisation. */
export interface NamedBox {
  box: Box;
  role: string;
}

/** Draws a page as it was made out, one SVG layer a stage: glyphs, rulings, edges, crossings, cells with their spans, texts, and the roles of cells where they are known. */
export function drawPage(
  marks: PageMarks,
  settings: GeometrySettings,
  roles: readonly NamedBox[] = [],
): string {
  const { width, height } = marks;
  const layers = [
    layer(
      'fills',
      marks.fills.map(({ box, colour }) => rect(box, `fill="${attribute(colour)}" fill-opacity="0.4"`)),
    ),
    layer('glyphs', marks.glyphs.map(glyph)),
    layer(
      'rulings',
      marks.rulings.map((r) =>
        line(r.orientation, r.position, r.start, r.end, 'stroke="#999" stroke-width="0.4"'),
      ),
    ),
    ...structure(marks, settings),
    layer('roles', rolesByBox(roles).map(drawnRole)),
  ];
  const size = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif">\n<rect width="100%" height="100%" fill="#fff"/>\n${layers.join('\n')}\n</svg>\n`;

  function glyph({ box, text, size: em, turn }: PageMarks['glyphs'][number]): string {
    const x = turn === 0 ? box.x0 : (box.x0 + box.x1) / 2;
    const y = turn === 0 ? box.y1 - 0.12 * em : (box.y0 + box.y1) / 2;
    const spin = turn === 0 ? '' : ` transform="rotate(${turn} ${n(x)} ${n(y)})"`;
    return `<text x="${n(x)}" y="${n(y)}" font-size="${n(em)}" fill="#333"${spin}>${escaped(text)}</text>`;
  }
}

function structure(marks: PageMarks, settings: GeometrySettings): string[] {
  const groups = connectedGroups(edgesOf(marks.rulings, settings), settings).map((group) =>
    closeOpenSides(group, settings),
  );
  const edges = groups.flatMap(({ across, down }) => [...across, ...down]);
  const crossings = groups.flatMap(({ across, down }) =>
    across.flatMap((h) =>
      down
        .filter((v) => h.start <= v.position + settings.touch && h.end >= v.position - settings.touch)
        .filter((v) => v.start <= h.position + settings.touch && v.end >= h.position - settings.touch)
        .map((v) => `<circle cx="${n(v.position)}" cy="${n(h.position)}" r="1.2" fill="#0a0"/>`),
    ),
  );
  const { items } = layoutOf(marks, settings);
  const cells = items.flatMap((item) => (item.kind === 'grid' ? item.cells.map(drawnCell) : []));
  const texts = items.flatMap((item) =>
    item.kind === 'text'
      ? [rect(item.box, 'fill="none" stroke="#c60" stroke-width="0.5"'), label(item.box, item.role, '#c60')]
      : [
          rect(item.box, 'fill="none" stroke="#06c" stroke-width="1.5"'),
          label(item.box, `grid ${item.method}`, '#06c'),
        ],
  );
  return [
    layer(
      'edges',
      edges.map((e) =>
        line(
          e.orientation,
          e.position,
          e.start,
          e.end,
          `stroke="${e.assumed ? '#e0a' : '#d00'}" stroke-width="0.8"`,
        ),
      ),
    ),
    layer('crossings', crossings),
    layer('cells', cells),
    layer('texts', texts),
  ];
}

function drawnCell(cell: {
  box: Box;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}): string {
  const spans = cell.rowSpan + cell.columnSpan > 2 ? ` ${cell.rowSpan}×${cell.columnSpan}` : '';
  const inner = { x0: cell.box.x0 + 1, y0: cell.box.y0 + 1, x1: cell.box.x1 - 1, y1: cell.box.y1 - 1 };
  return (
    rect(inner, 'fill="#06c" fill-opacity="0.08"') +
    label(cell.box, `${cell.row},${cell.column}${spans}`, '#06c', 5)
  );
}

/** One cell may give several fields. */
function rolesByBox(roles: readonly NamedBox[]): NamedBox[] {
  const found = new Map<string, NamedBox>();
  for (const { box, role } of roles) {
    const key = [box.x0, box.y0, box.x1, box.y1].map(n).join(' ');
    const known = found.get(key)?.role.split(', ') ?? [];
    found.set(key, { box, role: [...new Set([...known, role])].join(', ') });
  }
  return [...found.values()];
}

function drawnRole({ box, role }: NamedBox): string {
  const inner = { x0: box.x0 + 1.5, y0: box.y0 + 1.5, x1: box.x1 - 1.5, y1: box.y1 - 1.5 };
  const corner = { ...box, y0: box.y1 };
  return rect(inner, 'fill="none" stroke="#083" stroke-width="0.6"') + label(corner, role, '#083', -2.5);
}

function label(box: Box, text: string, colour: string, drop = -1): string {
  return `<text x="${n(box.x0 + 1)}" y="${n(box.y0 + drop)}" font-size="4" fill="${colour}">${escaped(text)}</text>`;
}

function layer(name: (typeof drawnLayers)[number], marks: readonly string[]): string {
  return `<g id="${name}" class="${name}">${marks.join('')}</g>`;
}

function rect({ x0, y0, x1, y1 }: Box, style: string): string {
  return `<rect x="${n(x0)}" y="${n(y0)}" width="${n(Math.max(0, x1 - x0))}" height="${n(Math.max(0, y1 - y0))}" ${style}/>`;
}

function line(orientation: 'h' | 'v', position: number, start: number, end: number, style: string): string {
  return orientation === 'h'
    ? `<line x1="${n(start)}" y1="${n(position)}" x2="${n(end)}" y2="${n(position)}" ${style}/>`
    : `<line x1="${n(position)}" y1="${n(start)}" x2="${n(position)}" y2="${n(end)}" ${style}/>`;
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, '');
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;');
}
