import type { Message } from '../../../../schemas/index.ts';
import type { Language } from '../../wording.ts';
import { looks } from '../looks.ts';
import type { Sheet, SheetCell, SheetRow } from '../ooxml/sheet.ts';
import type { Style } from '../ooxml/styles.ts';
import { heightOf, linesIn } from '../row-height.ts';

/** A column of a list of records. */
export interface ListColumn<R> {
  title: Message;
  /** Characters. */
  width: number;
  value: (record: R, index: number) => SheetCell['value'];
  /** By default wrapped text. */
  style?: Style | ((record: R) => Style);
  link?: (record: R, index: number) => SheetCell['link'] | undefined;
  /** What may be chosen in its cells; free where nothing is said. */
  choices?: readonly string[];
}

export interface ListSettings {
  name: string;
  language: Language;
  tab?: string;
  /** Columns that stay in view. */
  headerColumns?: number;
  /** Columns that are printed, from the first; all where nothing is said. */
  printedColumns?: number;
}

/** Rows that are written above the first record. */
export const listHeaderRows = 1;

/** A list with a header that stays, is printed on every page and filters. */
export function listSheet<R>(
  columns: readonly ListColumn<R>[],
  records: AsyncIterable<R>,
  { name, language, tab, headerColumns = 0, printedColumns }: ListSettings,
): Sheet {
  return {
    name,
    widths: columns.map(({ width }) => width),
    headerRows: listHeaderRows,
    headerColumns,
    isFiltered: true,
    choices: columns.flatMap(({ choices }, column) =>
      choices === undefined ? [] : [{ column, values: choices }],
    ),
    ...(printedColumns === undefined ? {} : { printedColumns }),
    ...(tab === undefined ? {} : { tab }),
    rows: listRows(columns, records, language),
  };
}

async function* listRows<R>(
  columns: readonly ListColumn<R>[],
  records: AsyncIterable<R>,
  language: Language,
): AsyncGenerator<SheetRow> {
  const titles = columns.map(({ title }) => title[language]);
  const lines = titles.map((title, index) => linesIn(title, columns[index]!.width - 2));
  yield {
    cells: titles.map((value) => ({ value, style: looks.header })),
    height: heightOf(Math.max(1, ...lines)) + 4,
  };
  let index = 0;
  for await (const record of records) {
    yield rowOf(columns, record, index);
    index += 1;
  }
}

/** Most lines of a row in a list: what is longer is read in its cell. */
const mostLines = 8;

function rowOf<R>(columns: readonly ListColumn<R>[], record: R, index: number): SheetRow {
  let lines = 1;
  const cells = columns.map(({ value, style = looks.text, width, link }): SheetCell => {
    const content = value(record, index);
    const shown = typeof style === 'function' ? style(record) : style;
    const target = link?.(record, index);
    if (typeof content === 'string' && shown.wrap) lines = Math.max(lines, linesIn(content, width));
    return { value: content, style: shown, ...(target === undefined ? {} : { link: target }) };
  });
  return { cells, height: heightOf(Math.min(lines, mostLines)) };
}
