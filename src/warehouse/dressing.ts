import type { Table } from './model/column.ts';
import { tables } from './model/tables.ts';
import type { Engine } from './reader.ts';
import { identifier, literal } from './sql-text.ts';
import { recordViews } from './views/records.ts';
import { summaryViews } from './views/summaries.ts';
import { createView, type View } from './views/view.ts';

/** Views in the order in which one may rest on another. */
export function views(engine: Engine): View[] {
  return [...recordViews(engine), ...summaryViews(engine)];
}

/** What lies over the tables and holds no data: views, and comments on everything. Made anew where it differs. */
export function dressing(engine: Engine): { statements: string[] } {
  const all = views(engine);
  return {
    statements: [
      ...all.map(({ name }) => `DROP VIEW IF EXISTS ${name}`).reverse(),
      ...tables().flatMap(comments),
      ...all.flatMap(createView),
    ],
  };
}

function comments({ name, comment, columns }: Table): string[] {
  return [
    `COMMENT ON TABLE ${identifier(name)} IS ${literal(comment)}`,
    ...columns.map(
      (column) =>
        `COMMENT ON COLUMN ${identifier(name)}.${identifier(column.name)} IS ${literal(column.comment)}`,
    ),
  ];
}
