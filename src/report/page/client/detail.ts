import { element } from './element.ts';
import type { Found, PackedCell, PackedExcerpt, PackedProposal, RunData } from './run-data.ts';

/** The words that the script writes, in the language of the page. */
export interface PageTexts {
  words: Readonly<Record<string, string>>;
  severities: Readonly<Record<string, string>>;
  titles: Readonly<Record<string, string>>;
}

/** A finding in full: the sentence, its equation, cells and changes, as the page of a document has them. */
export function findingDetail(found: Found, data: RunData, texts: PageTexts): HTMLElement {
  const { words } = texts;
  const [
    severity,
    rule,
    ,
    ,
    sentence,
    equation,
    figures,
    regime,
    cells,
    cellCount,
    proposals,
    related,
    ,
    excerpt,
  ] = found.packed;
  const text = (index: number) => data.texts[index] ?? '';
  const badge = element('span', `badge ${severity}`, texts.severities[severity] ?? severity);
  const link = element('a', 'rule', rule);
  link.href = `#rule-${rule}`;
  const head = element('header', '', badge, link, element('span', 'rule-title', texts.titles[rule] ?? ''));
  const more = element('div', 'more');
  if (equation !== '' || figures.length > 0) {
    const list = element('dl', 'figures');
    for (const [name, figure, key] of figures)
      list.append(element('div', key, element('dt', '', text(name)), element('dd', '', figure)));
    list.append(
      element('div', 'regime', element('dt', '', words.judgedBy ?? ''), element('dd', '', text(regime))),
    );
    const box = element('div', 'equation');
    if (equation !== '') box.append(formula(equation));
    box.append(list);
    more.append(box);
  }
  if (excerpt.length > 0) more.append(excerptTable(excerpt, words));
  if (cells.length > 0) more.append(cellTable(cells, cellCount, data, words));
  const suggested = proposals.filter(([isSuggested]) => isSuggested === 1);
  const others = proposals.filter(([isSuggested]) => isSuggested === 0);
  if (suggested.length > 0)
    more.append(proposalList('proposals suggested', words.suggestion ?? '', suggested, text, words));
  if (others.length > 0) more.append(proposalList('proposals', words.candidates ?? '', others, text, words));
  if (related.length > 0) {
    const list = element('ul', '', ...related.map((one) => element('li', '', one)));
    more.append(element('section', 'related', element('h4', '', words.related ?? ''), list));
  }
  return element(
    'article',
    `finding chosen ${severity}`,
    head,
    whereOf(found, words),
    element('p', 'sentence', sentence),
    more,
  );
}

function whereOf(
  { document: home, filing, organisation, year }: Found,
  words: PageTexts['words'],
): HTMLElement {
  const parts = [organisation, year, filing?.[1] ?? '', filing?.[5] ?? ''].filter((part) => part !== '');
  const line = element('p', 'origin-line', parts.join(' · '));
  if (home === undefined) return line;
  line.append(element('span', 'path', home[0]));
  if (home[8] !== '') {
    const link = element('a', 'open', words.open ?? '');
    link.href = home[8];
    line.append(link);
  }
  return line;
}

function formula(equation: string): HTMLElement {
  const parts = equation
    .split(/([≠>])/)
    .map((part, index) => (index % 2 === 1 ? element('b', '', part) : part));
  return element('p', 'formula', ...parts);
}

function cellTable(
  cells: readonly PackedCell[],
  count: number,
  data: RunData,
  words: PageTexts['words'],
): HTMLElement {
  const rows = cells.map(([role, place, printed, other]) => {
    const spot = element('td', 'place', data.texts[place] ?? '');
    if (other >= 0) spot.append(element('span', 'elsewhere', data.documents[other]?.[0] ?? ''));
    return element('tr', '', element('th', '', data.texts[role] ?? ''), spot, element('td', '', printed));
  });
  const heads = [words.role, words.place, words.printed].map((word) => element('th', '', word ?? ''));
  const table = element(
    'table',
    'cells',
    element('thead', '', element('tr', '', ...heads)),
    element('tbody', '', ...rows),
  );
  if (count <= cells.length) return table;
  return element('div', '', table, element('p', 'rest', `+ ${count - cells.length}`));
}

/** The rows in question as they stand in the table, the cells of the finding outlined. */
function excerptTable(excerpt: PackedExcerpt, words: PageTexts['words']): HTMLElement {
  const rows = excerpt.map(([number, cells]) => {
    const head = element('th', '', String(number));
    head.scope = 'row';
    const line = element('tr', '', head);
    for (const [columns, text, isMarked] of cells) {
      const cell = element('td', isMarked === 1 ? 'lit' : '', text);
      cell.colSpan = columns;
      line.append(cell);
    }
    return line;
  });
  const table = element('table', '', element('tbody', '', ...rows));
  table.setAttribute('aria-label', words.tables ?? '');
  return element('div', 'excerpt scroll', table);
}

function proposalList(
  className: string,
  title: string,
  proposals: readonly PackedProposal[],
  text: (index: number) => string,
  words: PageTexts['words'],
): HTMLElement {
  const items = proposals.map(([, place, from, to, reason, confirmed, refuted]) => {
    const change = element('p', 'change', element('span', 'place', text(place)), ' ');
    change.append(
      element('del', '', from === '' ? (words.blank ?? '') : from),
      ' → ',
      element('ins', '', to),
    );
    const item = element('li', '', change, element('p', 'why', reason));
    if (confirmed.length > 0) item.append(held('confirms', words.confirms ?? '', confirmed));
    if (refuted.length > 0) item.append(held('refutes', words.refutes ?? '', refuted));
    return item;
  });
  return element('section', className, element('h4', '', title), element('ol', '', ...items));
}

function held(className: string, word: string, edits: readonly string[]): HTMLElement {
  return element('p', className, element('span', '', word), edits.join('；'));
}
