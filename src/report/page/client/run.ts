import { documentColumns, findingColumns, type Home } from './columns.ts';
import { findingDetail, type PageTexts } from './detail.ts';
import { dataOf, element } from './element.ts';
import { folded, isWanted, type Wanted } from './filter.ts';
import { onFilters } from './form.ts';
import { rowList } from './rows.ts';
import { type Found, foundIn, type RunData } from './run-data.ts';

/** Findings that are printed in full; a longer list wants narrowing first. */
const mostPrinted = 400;

/** The page of a run: the two lists, their filters, the detail beside them. */
async function runScript(): Promise<void> {
  const texts = (await dataOf<PageTexts>('run-words'))!;
  const data = await dataOf<RunData>('run-data');
  const list = document.getElementById('list')!;
  const detail = document.querySelector<HTMLElement>('.detail')!;
  if (data === null) {
    list.replaceChildren(element('p', 'quiet', texts.words.tooOld ?? ''));
    return;
  }
  const found = foundIn(data);
  const homes = homesIn(data, found);
  const textOf = searchable(data, texts);
  const columns = { findings: findingColumns(texts), documents: documentColumns(texts, data.statuses) };
  const showDetail = detailIn(detail, (row: Found | Home) =>
    'packed' in row ? findingDetail(row, data, texts) : homeDetail(row, found, texts),
  );
  const rows = rowList<Found | Home>(list, showDetail);
  // In a narrow window the detail stands below the list, out of sight.
  list.addEventListener('click', () => {
    if (rows.chosen() !== null && detail.offsetTop > list.offsetTop)
      detail.scrollIntoView({ block: 'nearest' });
  });
  let showing: ListName = found.length === 0 ? 'documents' : 'findings';
  let wanted: Wanted = { severities: new Set(['error', 'warning', 'info']), facets: [], words: [] };
  let left: Found[] = found;

  function show(): void {
    left = leftOf(found, wanted, textOf);
    const isWhole = left.length === found.length && wanted.words.length === 0;
    const kept = isWhole ? homes : homesLeft(homes, left, wanted);
    if (showing === 'findings') rows.fill(left, columns.findings as never);
    else rows.fill(kept, columns.documents as never);
    showDetail(null);
    showCounts(showing, {
      findings: [left.length, found.length],
      documents: [kept.length, homes.length],
    });
  }

  onTabs((name) => {
    showing = name;
    show();
  });
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (form === null) show();
  else
    onFilters(form, (now) => {
      wanted = now;
      show();
    });
  document.addEventListener('click', (event) => filterByBar(event, form));
  document.addEventListener('keydown', searchOnSlash);
  printInFull(
    () => left,
    (one) => findingDetail(one, data, texts),
    texts.words.printedSome ?? '',
  );
}

/** Shows the card of a row, from its top; without a row the hint that stood there. */
function detailIn<T>(detail: HTMLElement, cardOf: (row: T) => HTMLElement): (row: T | null) => void {
  const hint = detail.firstElementChild!;
  return (row) => {
    detail.replaceChildren(row === null ? hint : cardOf(row));
    detail.scrollTop = 0;
  };
}

type ListName = 'findings' | 'documents';

/** Tabs answer to a click and, as tabs do, to the arrows: the other one is chosen and has the focus. */
function onTabs(choose: (name: ListName) => void): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab.dataset.list as ListName));
    tab.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      const other = tabs[(index + 1) % tabs.length]!;
      other.focus();
      other.click();
    });
  }
}

/** How many rows each list has left of all its rows: in its tab, and beside the filters for the one that is shown. */
function showCounts(
  showing: ListName,
  counts: Readonly<Record<ListName, readonly [some: number, all: number]>>,
): void {
  for (const tab of document.querySelectorAll<HTMLElement>('[role=tab]')) {
    const name = tab.dataset.list as ListName;
    const [some, all] = counts[name];
    tab.setAttribute('aria-selected', String(name === showing));
    tab.tabIndex = name === showing ? 0 : -1;
    tab.lastElementChild!.textContent = some === all ? String(all) : `${some} / ${all}`;
  }
  const output = document.querySelector('.left');
  if (output !== null) output.textContent = counts[showing].join(' / ');
}

/** A bar of a chart narrows the lists to what it counts; the keyboard goes on where the list comes into sight. */
function filterByBar(event: MouseEvent, form: HTMLFormElement | null): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-facet]') : null;
  const select = form?.querySelector<HTMLSelectElement>(`select[name="${button?.dataset.facet}"]`);
  if (button === null || select == null) return;
  select.value = button.dataset.value ?? '';
  form!.dispatchEvent(new Event('input'));
  form!.scrollIntoView();
  select.focus({ preventScroll: true });
}

function searchOnSlash(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key !== '/' || target.matches('input, select')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('input[type=search]')?.focus();
}

/** On paper the findings that are left stand in full, as far as they are not too many. */
function printInFull(left: () => readonly Found[], cardOf: (one: Found) => HTMLElement, some: string): void {
  const printed = document.querySelector<HTMLElement>('.printed')!;
  addEventListener('beforeprint', () => {
    const all = left();
    const cards = all.slice(0, mostPrinted).map(cardOf);
    const note = some.replace('{n}', String(cards.length)).replace('{all}', String(all.length));
    printed.replaceChildren(...(all.length > mostPrinted ? [element('p', 'quiet', note)] : []), ...cards);
    printed.hidden = false;
  });
  addEventListener('afterprint', () => {
    printed.hidden = true;
    printed.replaceChildren();
  });
}

/** The findings that the filters leave. */
function leftOf(found: readonly Found[], wanted: Wanted, textOf: (one: Found) => string): Found[] {
  return found.filter((one) =>
    isWanted(
      { severity: one.severity, facet: (name) => facetOf(one, name), text: () => textOf(one) },
      wanted,
    ),
  );
}

function facetOf(one: Found, name: string): string {
  if (name === 'rule') return one.rule;
  if (name === 'organisation') return one.unit;
  if (name === 'year') return one.year;
  return name === 'form' ? one.form : '';
}

/** The texts of findings, folded once: the sentence, the unit, the file, the cells. */
function searchable(data: RunData, texts: PageTexts): (one: Found) => string {
  const known = new Map<Found, string>();
  return (one) => {
    let text = known.get(one);
    if (text === undefined) {
      const { packed, organisation, document: home, filing } = one;
      const cells = packed[8].map(([, place, printed]) => `${data.texts[place]} ${printed}`);
      const parts = [
        packed[1],
        texts.titles[packed[1]],
        packed[4],
        organisation,
        home?.[0],
        filing?.[1],
        filing?.[5],
      ];
      text = folded([...parts, ...cells].join(' '));
      known.set(one, text);
    }
    return text;
  };
}

function homesIn(data: RunData, found: readonly Found[]): Home[] {
  const homes = data.documents.map((document) => ({
    document,
    organisations: new Set<string>(),
    years: new Set<string>(),
    forms: 0,
    counts: {} as Record<string, number>,
  }));
  for (const [at, , , organisation, year] of data.filings) {
    const home = homes[at];
    if (home === undefined) continue;
    home.forms += 1;
    if (data.texts[organisation]) home.organisations.add(data.texts[organisation]);
    if (year !== null) home.years.add(String(year));
  }
  for (const { packed } of found) {
    const counts = homes[packed[2]]?.counts;
    if (counts !== undefined) counts[packed[0]] = (counts[packed[0]] ?? 0) + 1;
  }
  return homes.map(({ organisations, years, ...rest }) => ({
    ...rest,
    organisation: [...organisations].join(' · '),
    years: [...years].sort().join(' '),
  }));
}

/** Documents with a finding that is left, and those whose name or error a search finds. */
function homesLeft(homes: readonly Home[], left: readonly Found[], { words, facets }: Wanted): Home[] {
  const kept = new Set(left.map((one) => one.document));
  return homes.filter((home) => {
    if (kept.has(home.document)) return true;
    if (words.length === 0 || facets.length > 0) return false;
    const text = folded([home.document[0], home.document[6], home.organisation].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function homeDetail(home: Home, found: readonly Found[], texts: PageTexts): HTMLElement {
  const [path, , format, , , , error, warnings, href] = home.document;
  const own = found.filter((one) => one.document === home.document);
  const card = element('article', 'home-card', element('h3', '', path));
  card.append(element('p', 'quiet', [home.organisation, home.years, format].filter(Boolean).join(' · ')));
  if (href !== '') {
    const link = element('a', 'open', texts.words.open ?? '');
    link.href = href;
    card.append(link);
  }
  for (const issue of error === '' ? warnings : [error, ...warnings])
    card.append(element('p', 'issue', issue));
  const items = own.map(({ severity, rule, packed }) =>
    element(
      'li',
      '',
      element('span', `badge ${severity}`, texts.severities[severity] ?? ''),
      ` ${rule} ${packed[4]}`,
    ),
  );
  card.append(element('ul', 'own', ...items));
  return card;
}

void runScript();
