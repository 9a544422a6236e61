import { tableOf } from '../model/tables.ts';
import type { Engine } from '../reader.ts';
import { identifier, literal } from '../sql-text.ts';

/** A column of a view: its name, the SQL of its value, and what it means, or the `table.column` that it comes from. */
export type ViewColumn = readonly [name: string, value: string, comment: string];

export interface View {
  name: string;
  comment: string;
  columns: readonly ViewColumn[];
  /** From FROM to the end. */
  from: string;
}

/** Statements that make a view with its comments. */
export function createView(view: View): string[] {
  const columns = view.columns.map(([name, value]) => `${value} AS ${identifier(name)}`);
  return [
    `CREATE VIEW ${view.name} AS SELECT ${columns.join(', ')} ${view.from}`,
    `COMMENT ON VIEW ${view.name} IS ${literal(view.comment)}`,
    ...view.columns.map(
      ([name, , comment]) =>
        `COMMENT ON COLUMN ${view.name}.${identifier(name)} IS ${literal(meaning(comment))}`,
    ),
  ];
}

function meaning(comment: string): string {
  const [, table, column] = /^(\w+)\.(\w+)$/.exec(comment) ?? [];
  if (table === undefined) return comment;
  const found = tableOf(table).columns.find(({ name }) => name === column);
  if (found === undefined) throw new Error(`no column ${comment}`);
  return found.comment;
}

/** Columns taken over from a table as they are. */
export function taken(table: string, alias: string, names: readonly string[]): ViewColumn[] {
  return names.map((name) => [name, `${alias}.${identifier(name)}`, `${table}.${name}`]);
}

/** When in the life of a budget a filing was filled in, which its kind of form alone does not say; null for other forms. */
export function stageColumn(filing: string, engine: Engine): ViewColumn {
  const matches = (text: string, pattern: string): string =>
    engine === 'duckdb' ? `regexp_matches(${text}, ${literal(pattern)})` : `${text} ~ ${literal(pattern)}`;
  const months = '上半年|(^|[^0-9])1 *月?[-—–~至]([2-9]|1[01])月';
  const isTitled = matches(`coalesce(${filing}.title, '')`, `监控|监测|半年度?[）)]|${months}`);
  // Not correlated: both engines go through the amounts once.
  const isHeaded = `${filing}.filing_id IN (SELECT filing_id FROM amounts WHERE measure = 'executed' AND ${matches("coalesce(column_label, '')", months)})`;
  return [
    'stage',
    `CASE WHEN ${filing}.form_type LIKE '%targets' THEN 'targets'
      WHEN ${filing}.form_type LIKE '%evaluation' THEN CASE WHEN ${isTitled} OR ${isHeaded} THEN 'monitoring' ELSE 'evaluation' END END`,
    '`targets` · `monitoring` (within the year, by its title or the head of what was spent: 1-7月执行数) · `evaluation` (after it); null for other forms.',
  ];
}

/** A field of a place, of a column of one place. */
export function ofPlace(place: string, field: string, engine: Engine): string {
  if (engine === 'duckdb') return `${place}.${identifier(field)}`;
  const text = `${place} ->> ${literal(field)}`;
  return field === 'sheet' || field === 'ref' ? `(${text})` : `CAST(${text} AS integer)`;
}

/** The place of a field, of a column of places by field. */
export function placeOf(places: string, field: string, engine: Engine): string {
  return engine === 'duckdb' ? `${places}[${literal(field)}]` : `(${places} -> ${literal(field)})`;
}

/** A place as people write it: Sheet1!B3, page 2, table 1 row 4 column 3, counted from 1. */
export function placeText(place: string, engine: Engine): string {
  const field = (name: string) => ofPlace(place, name, engine);
  return `coalesce(${field('sheet')} || '!' || ${field('ref')},
    CASE WHEN ${field('page')} IS NOT NULL THEN 'p. ' || ${field('page')} || coalesce(' row ' || (${field('row')} + 1) || ' column ' || (${field('column')} + 1), '') END,
    'table ' || (${field('table')} + 1) || ' row ' || (${field('row')} + 1) || ' column ' || (${field('column')} + 1),
    'block ' || (${field('block')} + 1))`;
}
