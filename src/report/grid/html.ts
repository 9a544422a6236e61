import type { Cell, Grid } from '../../../schemas/index.ts';
import { gridPlace } from '../place.ts';
import type { Language } from '../wording.ts';

/** Grids as one HTML page of tables with their spans. Every text is escaped. */
export function gridsAsHtml(title: string, grids: Grid[], language: Language): string {
  const tables = grids.map((grid, index) =>
    tableOf(grid, `${index + 1} · ${gridPlace(grid, index, language)}`),
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #1f2328; }
table { border-collapse: collapse; margin: 0 0 2rem; }
caption { text-align: left; color: #57606a; padding: 0 0 .3rem; }
td { border: 1px solid #d0d7de; padding: .25rem .5rem; vertical-align: top; white-space: pre-line; }
</style>
${tables.join('\n')}
</html>
`;
}

function tableOf(grid: Grid, caption: string): string {
  const rows = Array.from({ length: grid.rows }, () => [] as string[]);
  for (const cell of grid.cells) rows[cell.row]!.push(cellOf(cell));
  return `<table>\n<caption>${escaped(caption)}</caption>\n${rows.map((row) => `<tr>${row.join('')}</tr>`).join('\n')}\n</table>`;
}

function cellOf({ rowSpan, columnSpan, text }: Cell): string {
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : '';
  const columns = columnSpan > 1 ? ` colspan="${columnSpan}"` : '';
  return `<td${rows}${columns}>${escaped(text)}</td>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
