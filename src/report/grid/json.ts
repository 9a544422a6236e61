import type { Grid } from '../../../schemas/index.ts';

/** One document's grids as the contract's raw grids. */
export function gridsAsJson(documentId: string, grids: Grid[], pretty: boolean): string {
  const document = { document_id: documentId, grids: grids.map(rawGrid) };
  return `${JSON.stringify(document, null, pretty ? 2 : undefined)}\n`;
}

/** A part names its page, its sheet or its table: the one that its format has. */
function rawGrid({ kind, parts, ...grid }: Grid): object {
  return {
    ...grid,
    parts: parts.map(({ page, sheet, table, box, firstRow, endRow }) => ({
      ...(page === null ? {} : { page }),
      ...(sheet === null ? {} : { sheet }),
      ...(table === null ? {} : { table }),
      ...(box === null ? {} : { box }),
      firstRow,
      endRow,
    })),
  };
}
