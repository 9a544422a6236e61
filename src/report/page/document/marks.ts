import type { Grid, Location, Severity } from '../../../../schemas/index.ts';
import type { FindingView } from '../../finding/view.ts';
import { cellsByPlace } from '../../table/cell-at.ts';

/** Which findings speak of which cells and paragraphs of a document, by the id of the element that shows them. */
export interface Marks {
  /** The id of the element that shows a place; null where the page shows none. */
  idOf: (location: Location) => string | null;
  /** Numbers of the findings of an element, from 1. */
  findingsAt: (id: string) => readonly number[];
  /** The worst of the findings of an element. */
  severityAt: (id: string) => Severity | null;
  /** Whether anything on the page leads to an element. */
  isLinked: (id: string) => boolean;
}

/** Ids of cells are c‹grid›-‹row›-‹column› by their first place, of paragraphs p‹block›. */
export function cellId(grid: number, row: number, column: number): string {
  return `c${grid}-${row}-${column}`;
}

export function paragraphId(block: number): string {
  return `p${block}`;
}

/** `others` are places that something else than a finding leads to. */
export function marksOf(
  views: readonly FindingView[],
  documentId: string,
  grids: readonly Grid[],
  blocks: number,
  others: readonly Location[],
): Marks {
  const cellAt = cellsByPlace(grids);
  const idOf = (location: Location) => {
    const cell = cellAt(location);
    if (cell !== undefined) return cellId(location.grid!, cell.row, cell.column);
    return location.grid === null && location.block < blocks ? paragraphId(location.block) : null;
  };
  const found = new Map<string, number[]>();
  for (const [index, view] of views.entries())
    for (const source of placesOf(view, documentId)) {
      const id = idOf(source);
      if (id === null) continue;
      const numbers = found.get(id) ?? [];
      if (numbers.at(-1) !== index + 1) numbers.push(index + 1);
      found.set(id, numbers);
    }
  const changes = views.flatMap(({ proposals }) => proposals.map(({ source }) => source));
  const linked = new Set([...changes, ...others].map(idOf));
  return {
    idOf,
    findingsAt: (id) => found.get(id) ?? [],
    severityAt: (id) => {
      const own = new Set((found.get(id) ?? []).map((number) => views[number - 1]!.severity));
      return worstFirst.find((severity) => own.has(severity)) ?? null;
    },
    isLinked: (id) => found.has(id) || linked.has(id),
  };
}

const worstFirst: readonly Severity[] = ['error', 'warning', 'info'];

/** The places of this document that a finding rests on, and those of what is proposed outright. */
function placesOf({ cells, proposals }: FindingView, documentId: string): Location[] {
  const own = cells.filter((cell) => cell.documentId === null || cell.documentId === documentId);
  const suggested = proposals.filter((proposal) => proposal.suggested);
  return [...own, ...suggested].map(({ source }) => source);
}
