import type { Form } from './form.ts';

/** How much of the filled cells of a form a role explains, 0 to 1. */
export function coverageOf(form: Form): number {
  let filled = 0;
  let explained = 0;
  for (const { table, first, end } of form.strips) {
    const last = table.rowStart[end] as number;
    for (let i = table.rowStart[first] as number; i < last; i++) {
      if (table.labels[i]?.key === '') continue;
      filled++;
      explained += table.explained[i] as number;
    }
  }
  return filled === 0 ? 1 : explained / filled;
}
