import { describe, expect, test } from 'vitest';
import { type Import, importsOf, modulesOf } from './sources.ts';

/** From the top of the house to its floor. A room may import itself and what stands below it. */
const rooms: [name: string, path: RegExp][] = [
  ['cli', /^src\/cli\//],
  ['report', /^src\/report\//],
  ['warehouse', /^src\/warehouse\//],
  ['ingest', /^src\/ingest\//],
  ['examine', /^src\/(examine\/|index\.ts$)/],
  ['reconcile', /^src\/reconcile\//],
  ['reading', /^src\/reading\//],
  ['parsers', /^parsers\//],
  ['values', /^src\/values\//],
  ['schemas', /^schemas\//],
];
const roomOf = (path: string) => rooms.findIndex(([, pattern]) => pattern.test(path));

const modules = modulesOf(['schemas', 'parsers', 'src']);
const imports = modules.flatMap(importsOf);
const inside = imports.filter(({ to }) => !to.includes(':') && /\.(ts|json)$/.test(to));
const shown = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports', () => {
  test('are found', () => {
    expect(inside.length).toBeGreaterThan(100);
    expect(importsOf('src/cli/main.ts')).toContainEqual({
      from: 'src/cli/main.ts',
      to: 'src/cli/context.ts',
      typeOnly: false,
    });
  });

  test('every module stands in a room', () => {
    expect(modules.filter((path) => roomOf(path) < 0)).toEqual([]);
  });

  test('run from the command line down to the schemas', () => {
    expect(inside.filter(({ from, to }) => roomOf(to) < roomOf(from)).map(shown)).toEqual([]);
  });

  test('parsing knows no filings, reading no formats, reconciliation only records', () => {
    const forbidden: [RegExp, RegExp][] = [
      [/^parsers\//, /^src\/(reading|reconcile|examine|ingest|report|cli)\//],
      // What reads pages knows neither of the two formats that have them.
      [/^parsers\/(geometry|pages|scan|ofd)\//, /^parsers\/pdf\//],
      [/^parsers\/(geometry|pages|scan|pdf)\//, /^parsers\/ofd\//],
      [/^src\/reading\//, /^parsers\//],
      [/^src\/reconcile\//, /^parsers\//],
    ];
    const broken = inside.filter(({ from, to }) => forbidden.some(([a, b]) => a.test(from) && b.test(to)));
    expect(broken.map(shown)).toEqual([]);
    const behaviour = inside.filter(
      ({ from, to, typeOnly }) => /^src\/reconcile\//.test(from) && /^src\/reading\//.test(to) && !typeOnly,
    );
    expect(behaviour.map(shown)).toEqual([]);
  });

  test('neither schemas nor zod are loaded to examine a document', () => {
    const hot = imports.filter(({ from }) =>
      /^(parsers|src\/(values|reading|reconcile|examine|ingest))\//.test(from),
    );
    const atRunTime = hot.filter(
      ({ to, typeOnly }) => !typeOnly && (to === 'zod' || to.startsWith('schemas/')),
    );
    expect(atRunTime.map(shown)).toEqual([]);
  });

  test('have no circle, not of types either', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of inside) edges.set(from, [...(edges.get(from) ?? []), to]);
    expect(circles(edges)).toEqual([]);
  });
});

/** The first circle met from every module, as the path round it. */
function circles(edges: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (module: string, trail: string[]): void => {
    const start = trail.indexOf(module);
    if (start >= 0) {
      found.push([...trail.slice(start), module].join(' → '));
      return;
    }
    if (done.has(module)) return;
    for (const next of edges.get(module) ?? []) walk(next, [...trail, module]);
    done.add(module);
  };
  for (const module of edges.keys()) walk(module, []);
  return found;
}
