import type { Doubt, Examination, Location } from '../../../../schemas/index.ts';
import { doubtName } from '../../doubts.ts';
import { fieldName } from '../../finding/roles.ts';
import { place } from '../../place.ts';
import type { Language } from '../../wording.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import type { Marks } from './marks.ts';

interface DoubtfulField extends Doubt {
  field: string;
  label: string;
  source: Location | undefined;
}

/** Doubtful readings that a page lists; more than these are a document to read again. */
const listed = 200;

/** What was not read for sure, and what else it may be. */
export function qualitySection(examination: Examination, marks: Marks, language: Language): Html {
  const doubts = doubtsOf(examination);
  const rows = doubts.slice(0, listed).map(({ field, label, text, reason, alternatives, source }) => {
    const id = source === undefined ? null : marks.idOf(source);
    const at = source === undefined ? '' : place(source, language);
    const others = [...new Set(alternatives.map((one) => one.text))].filter((other) => other !== text);
    return html`<tr><td class="place">${id === null ? at : html`<a href="#${id}">${at}</a>`}</td><td>${label} <small>${fieldName(field, language)}</small></td><td class="doubt">${text}</td><td>${others.join(' · ')}</td><td>${doubtName(reason, language)}</td></tr>`;
  });
  const heads = ['place', 'field', 'read', 'alternatives', 'reason'] as const;
  const table =
    rows.length === 0
      ? html`<p class="quiet">${pageWords.noDoubts[language]}</p>`
      : html`<h3>${pageWords.doubts[language]} <small>${doubts.length}</small></h3><div class="scroll"><table class="counts"><thead><tr>${heads.map((head) => html`<th scope="col">${pageWords[head][language]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${doubts.length > listed ? html`<p class="rest">+ ${doubts.length - listed}</p>` : nothing}`;
  return html`<section id="quality"><h2>${pageWords.quality[language]}</h2>${table}</section>`;
}

/** Places of the fields that were read with doubt. */
export function doubtfulPlaces(examination: Examination): Location[] {
  return doubtsOf(examination).flatMap(({ source }) => source ?? []);
}

function doubtsOf({ indicators, amounts }: Examination): DoubtfulField[] {
  return [
    ...indicators.map(({ doubts, source, level3, level2 }) => ({
      doubts,
      source,
      label: level3 ?? level2 ?? '',
    })),
    ...amounts.map(({ doubts, source, item }) => ({ doubts, source, label: item })),
  ].flatMap(({ doubts = {}, source, label }) =>
    Object.entries(doubts).map(([field, doubt]) => ({ ...doubt, field, label, source: source[field] })),
  );
}
