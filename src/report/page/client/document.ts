import { folded, isWanted, type Wanted } from './filter.ts';
import { onFilters } from './form.ts';

type Cards = ReadonlyMap<string, HTMLElement>;

/** The finding that is looked at, and the ways to another. */
interface Choice {
  chosen: () => HTMLElement | null;
  choose: (card: HTMLElement | null, show: 'cells' | 'card' | 'both') => void;
  /** To the next finding that is not filtered out, or to the one before. */
  step: (by: 1 | -1) => void;
  /** Through the findings of a cell, one after another. */
  fromCell: (cell: HTMLElement | SVGElement) => void;
}

/** The page of one document: filters, and the two ways between a finding and its cells. */
function documentScript(): void {
  const found = [...document.querySelectorAll<HTMLElement>('.finding')];
  const cards: Cards = new Map(found.map((card) => [card.id, card]));
  const choice = choiceOf(cards);
  document.addEventListener('click', (event) => onClick(event, cards, choice));
  document.addEventListener('keydown', (event) => onKey(event, choice));
  for (const card of found) card.tabIndex = 0;
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (form !== null) onFilters(form, filterOf(cards, choice));
  const asked = cards.get(location.hash.slice(1));
  if (asked !== undefined) choice.choose(asked, 'both');
}

function choiceOf(cards: Cards): Choice {
  const sideBySide = matchMedia('(min-width: 60rem)');
  let chosen: HTMLElement | null = null;

  function choose(card: HTMLElement | null, show: 'cells' | 'card' | 'both'): void {
    for (const element of document.querySelectorAll('.lit')) element.classList.remove('lit', 'first');
    chosen?.classList.remove('chosen');
    chosen?.removeAttribute('aria-current');
    chosen = card;
    if (card === null) return;
    card.classList.add('chosen');
    card.setAttribute('aria-current', 'true');
    const elements = elementsOf(card);
    light(elements);
    // Where the panes stand one below the other, what was clicked stays in sight.
    if (show === 'both' || (show === 'cells' && sideBySide.matches)) bring(elements[0]);
    if (show !== 'cells') bring(card);
  }

  function step(by: 1 | -1): void {
    const all = [...cards.values()].filter((card) => !card.hidden);
    if (all.length === 0) return;
    const at = chosen === null ? (by > 0 ? -1 : 0) : all.indexOf(chosen);
    const next = all[(at + by + all.length) % all.length]!;
    choose(next, 'both');
    next.focus({ preventScroll: true });
  }

  function fromCell(cell: HTMLElement | SVGElement): void {
    const own = (cell.dataset.findings ?? '')
      .split(' ')
      .flatMap((number) => cards.get(`f${number}`) ?? [])
      .filter((card) => !card.hidden);
    const card = own[(chosen === null ? 0 : own.indexOf(chosen) + 1) % Math.max(1, own.length)];
    if (card === undefined) return;
    choose(card, 'card');
    bring(card);
  }

  return { chosen: () => chosen, choose, step, fromCell };
}

function elementsOf(card: HTMLElement): HTMLElement[] {
  return (card.dataset.cells ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
}

/** Outlines cells, wherever the page draws them; the first stands out. */
function light(elements: readonly HTMLElement[]): void {
  for (const [index, element] of elements.entries()) {
    for (const shown of [element, ...document.querySelectorAll(`[data-cell="${element.id}"]`)]) {
      shown.classList.add('lit');
      if (index === 0) shown.classList.add('first');
    }
  }
}

/** Far parts of a long document get their true height when they come near: the second look finds them in place. */
function bring(element: HTMLElement | null | undefined): void {
  if (element == null) return;
  const look = () => element.scrollIntoView({ block: 'center', inline: 'nearest' });
  look();
  requestAnimationFrame(look);
}

function filterOf(cards: Cards, choice: Choice): (wanted: Wanted) => void {
  const texts = new Map<HTMLElement, string>();
  const textOf = (card: HTMLElement) => {
    const known = texts.get(card) ?? folded(card.textContent ?? '');
    texts.set(card, known);
    return known;
  };
  return (wanted) => {
    for (const card of cards.values()) {
      const { dataset } = card;
      card.hidden = !isWanted(
        { severity: dataset.severity ?? '', facet: (name) => dataset[name] ?? '', text: () => textOf(card) },
        wanted,
      );
    }
    showWhatIsLeft(cards);
    if (choice.chosen()?.hidden) choice.choose(null, 'card');
  };
}

/** Cells, headings and counts, as the findings that are not filtered out have them. */
function showWhatIsLeft(cards: Cards): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-findings]')) {
    const numbers = (cell.dataset.findings ?? '').split(' ');
    cell.classList.toggle(
      'quiet-mark',
      numbers.every((number) => cards.get(`f${number}`)?.hidden),
    );
  }
  for (const head of document.querySelectorAll<HTMLElement>('.home')) head.hidden = !leads(head);
  const left = [...cards.values()].filter((card) => !card.hidden).length;
  const output = document.querySelector('.left');
  if (output !== null) output.textContent = left === cards.size ? String(left) : `${left} / ${cards.size}`;
  const none = document.querySelector<HTMLElement>('.nothing-left');
  if (none !== null) none.hidden = left > 0;
}

/** Whether a finding is left under the heading of a form. */
function leads(head: HTMLElement): boolean {
  let next = head.nextElementSibling;
  for (; next !== null && !next.classList.contains('home'); next = next.nextElementSibling)
    if (next instanceof HTMLElement && next.classList.contains('finding') && !next.hidden) return true;
  return false;
}

function onClick(event: MouseEvent, cards: Cards, { chosen, choose, fromCell }: Choice): void {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest('a');
  const id = link?.getAttribute('href')?.slice(1) ?? '';
  const card = event.target.closest<HTMLElement>('.finding');
  const cell = event.target.closest<HTMLElement | SVGElement>('[data-findings]');
  const target = cards.get(id);
  if (link !== null && target !== undefined) {
    event.preventDefault();
    choose(target, 'card');
    bring(target);
  } else if (card !== null && link !== null && /^#[cp]\d/.test(link.getAttribute('href') ?? '')) {
    event.preventDefault();
    choose(card, 'card');
    bring(document.getElementById(id));
  } else if (card !== null && link === null) {
    if (getSelection()?.isCollapsed !== false) choose(card === chosen() ? null : card, 'cells');
  } else if (cell !== null && link === null) fromCell(cell);
}

function onKey(event: KeyboardEvent, { chosen, choose, step, fromCell }: Choice): void {
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
    chosen()?.focus({ preventScroll: true });
  } else if (key === 'Enter' && target.matches('.finding')) {
    choose(target, 'cells');
    elementsOf(target)[0]?.focus({ preventScroll: true });
  }
}

documentScript();
