import type { Severity } from '../../../schemas/index.ts';
import { type Language, severityNames } from '../wording.ts';
import { type Html, html } from './html.ts';
import { pageWords } from './words.ts';

/** What a list of findings may be narrowed by, beside its severity and a text. */
export type Facet = 'rule' | 'organisation' | 'year' | 'form';

export interface Choice {
  value: string;
  name: string;
  count: number;
}

/** The bar above a list of findings: severities with their counts, a choice a facet, a search. One choice is none. */
export function filterBar(
  severities: ReadonlyMap<Severity, number>,
  facets: readonly [Facet, readonly Choice[]][],
  language: Language,
): Html {
  const boxes = (['error', 'warning', 'info'] as const)
    .filter((severity) => severities.has(severity))
    .map(
      (severity) =>
        html`<label class="chip ${severity}"><input type="checkbox" name="severity" value="${severity}" checked><span>${severityNames[severity][language]}</span> <b>${severities.get(severity)!}</b></label>`,
    );
  const selects = facets
    .filter(([, choices]) => choices.length > 1)
    .map(
      ([facet, choices]) =>
        html`<label class="select"><span class="unseen">${pageWords[facet][language]}</span><select name="${facet}"><option value="">${pageWords[facet][language]} · ${pageWords.all[language]}</option>${choices.map(({ value, name, count }) => html`<option value="${value}">${name} (${count})</option>`)}</select></label>`,
    );
  return html`<form class="filters" role="search" aria-label="${pageWords.search[language]}"><fieldset><legend class="unseen">${pageWords.severity[language]}</legend>${boxes}</fieldset>${selects}<label class="search"><span class="unseen">${pageWords.search[language]}</span><input type="search" name="text" placeholder="${pageWords.searchHint[language]}" autocomplete="off" spellcheck="false"></label><button type="reset">${pageWords.clear[language]}</button><output class="left" aria-live="polite"></output></form>`;
}

/** Values with how often they stand, the most frequent first. */
export function choicesOf(values: readonly string[], nameOf: (value: string) => string = String): Choice[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, name: nameOf(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
