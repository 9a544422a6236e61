import { type Wanted, wordsOf } from './filter.ts';

/** Reads what the bar of filters asks for. */
function wantedIn(form: HTMLFormElement): Wanted {
  const severities = new Set<string>();
  const facets: [string, string][] = [];
  let words: string[] = [];
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.name === 'severity') {
      if (control.checked) severities.add(control.value);
    } else if (control instanceof HTMLInputElement && control.type === 'search')
      words = wordsOf(control.value);
    else if (control instanceof HTMLSelectElement && control.value !== '')
      facets.push([control.name, control.value]);
  }
  return { severities, facets, words };
}

/** Calls back when the filters change, and once at the beginning; a reload may bring back what was chosen. */
export function onFilters(form: HTMLFormElement, apply: (wanted: Wanted) => void): void {
  const now = () => apply(wantedIn(form));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', now);
  // The controls have their first values again after the event, not yet in it.
  form.addEventListener('reset', () => setTimeout(now));
  now();
}
