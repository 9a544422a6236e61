import { folded, isWanted, type Wanted } from './filter.ts';
import { onFilters } from './form.ts';

/** The page of one document: filters, and the two ways between a finding and its cells. */
function documentScript(): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.finding')];
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const texts = new Map<HTMLElement, string>();
  const sideBySide = matchMedia('(min-width: 60rem)');
  let chosen: HTMLElement | null = null;

  const textOf = (card: HTMLElement) => {
    const known = texts.get(card) ?? folded(card.textContent ?? '');
    texts.set(card, known);
    return known;
  };
  const visible = () => cards.filter((card) => !card.hidden);
  const elementsOf = (card: HTMLElement) =>
    (card.dataset.cells ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);

  function choose(card: HTMLElement | null, show: 'cells' | 'card' | 'both'): void {
    for (const element of document.querySelectorAll('.lit')) element.classList.remove('lit', 'first');
    chosen?.classList.remove('chosen');
    chosen?.removeAttribute('aria-current');
    chosen = card;
    if (card === null) return;
    card.classList.add('chosen');
    card.setAttribute('aria-current', 'true');
    const elements = elementsOf(card);
    for (const [index, element] of elements.entries()) {
      for (const shown of [element, ...document.querySelectorAll(`[data-cell="${element.id}"]`)]) {
        shown.classList.add('lit');
        if (index === 0) shown.classList.add('first');
      }
    }
    // Where the panes stand one below the other, what was clicked stays in sight.
    if (show === 'both' || (show === 'cells' && sideBySide.matches)) bring(elements[0]);
    if (show !== 'cells') bring(card);
  }

  /** Far parts of a long document get their true height when they come near: the second look finds them in place. */
  function bring(element: HTMLElement | undefined): void {
    if (element === undefined) return;
    const look = () => element.scrollIntoView({ block: 'center', inline: 'nearest' });
    look();
    requestAnimationFrame(look);
  }

  function step(by: number): void {
    const all = visible();
    if (all.length === 0) return;
    const at = chosen === null ? (by > 0 ? -1 : 0) : all.indexOf(chosen);
    const next = all[(at + by + all.length) % all.length]!;
    choose(next, 'both');
    next.focus({ preventScroll: true });
  }

  function filter(wanted: Wanted): void {
    for (const card of cards) {
      const { dataset } = card;
      card.hidden = !isWanted(
        { severity: dataset.severity ?? '', facet: (name) => dataset[name] ?? '', text: () => textOf(card) },
        wanted,
      );
    }
    for (const cell of document.querySelectorAll<HTMLElement>('[data-findings]')) {
      const numbers = (cell.dataset.findings ?? '').split(' ');
      cell.classList.toggle(
        'quiet-mark',
        numbers.every((number) => cardOf.get(`f${number}`)?.hidden),
      );
    }
    for (const head of document.querySelectorAll<HTMLElement>('.home')) head.hidden = !leads(head);
    const left = visible().length;
    const output = document.querySelector('.left');
    if (output !== null)
      output.textContent = left === cards.length ? String(left) : `${left} / ${cards.length}`;
    const none = document.querySelector<HTMLElement>('.nothing-left');
    if (none !== null) none.hidden = left > 0;
    if (chosen?.hidden) choose(null, 'card');
  }

  /** Whether a finding is left under the heading of a form. */
  function leads(head: HTMLElement): boolean {
    let next = head.nextElementSibling;
    for (; next !== null && !next.classList.contains('home'); next = next.nextElementSibling)
      if (next instanceof HTMLElement && next.classList.contains('finding') && !next.hidden) return true;
    return false;
  }

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    const href = link?.getAttribute('href') ?? '';
    const card = event.target.closest<HTMLElement>('.finding');
    const cell = event.target.closest<HTMLElement | SVGElement>('[data-findings]');
    if (link !== null && cardOf.has(href.slice(1))) {
      event.preventDefault();
      choose(cardOf.get(href.slice(1))!, 'card');
      bring(cardOf.get(href.slice(1)));
    } else if (card !== null && link !== null && /^#[cp]\d/.test(href)) {
      event.preventDefault();
      choose(card, 'card');
      bring(document.getElementById(href.slice(1)) ?? undefined);
    } else if (card !== null && link === null) {
      if (getSelection()?.isCollapsed !== false) choose(card === chosen ? null : card, 'cells');
    } else if (cell !== null && link === null) fromCell(cell);
  });

  /** The findings of a cell one after another. */
  function fromCell(cell: HTMLElement | SVGElement): void {
    const own = (cell.dataset.findings ?? '')
      .split(' ')
      .flatMap((number) => cardOf.get(`f${number}`) ?? [])
      .filter((card) => !card.hidden);
    const card = own[(chosen === null ? 0 : own.indexOf(chosen) + 1) % Math.max(1, own.length)];
    if (card === undefined) return;
    choose(card, 'card');
    bring(card);
  }

  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const typing = target.matches('input, select, textarea');
    if (key === 'Escape') {
      if (typing) target.blur();
      choose(null, 'card');
    } else if (typing) return;
    else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
    else if (key === '/') {
      event.preventDefault();
      document.querySelector<HTMLElement>('input[type=search]')?.focus();
    } else if (key === 'Enter' && target.matches('[data-findings]')) {
      fromCell(target);
      chosen?.focus({ preventScroll: true });
    } else if (key === 'Enter' && target.matches('.finding')) {
      choose(target, 'cells');
      elementsOf(target)[0]?.focus({ preventScroll: true });
    }
  });

  for (const card of cards) card.tabIndex = 0;
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (form !== null) onFilters(form, filter);
  const asked = cardOf.get(location.hash.slice(1));
  if (asked !== undefined) choose(asked, 'both');
}

documentScript();
