import type { Severity } from '../../../../schemas/index.ts';
import type { Figure } from '../../finding/figures.ts';
import type { Proposal } from '../../finding/proposals.ts';
import type { FindingCell, FindingView } from '../../finding/view.ts';
import { type Language, severityNames } from '../../wording.ts';
import { type Html, html, joined, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import type { Marks } from './marks.ts';

/** Where a finding stands in the page that shows it. */
export interface FindingSetting {
  language: Language;
  documentId: string;
  marks: Marks;
  /** The file name of another document. */
  nameOf: (documentId: string) => string;
  /** What the filters go by: organisation, year, form. */
  facets: Readonly<Record<string, string>>;
}

/** Cells that the card of a finding lists; a sum over more shows the rest as one line. */
const listed = 40;

/** One finding as a card: the sentence is always there, the rest is open while the card is chosen, and on paper. */
export function findingCard(view: FindingView, number: number, setting: FindingSetting): Html {
  const { language, facets } = setting;
  const ids = cellIdsOf(view, setting);
  const { id, rule, ruleTitle, severity, sentence, cells } = view;
  const first = cells[0];
  return html`<article class="finding ${severity}" id="f${number}" data-id="${id}" data-severity="${severity}" data-rule="${rule}" data-organisation="${facets.organisation ?? ''}" data-year="${facets.year ?? ''}" data-form="${facets.form ?? ''}" data-filing="${view.filingId ?? ''}" data-cells="${ids.join(' ')}" tabindex="-1">
<header><a class="number" href="#${ids[0] ?? `f${number}`}" title="${pageWords.toFinding[language]} ${number}">${number}</a>${severityBadge(severity, language)}<a class="rule" href="#rule-${rule}">${rule}</a><span class="rule-title">${ruleTitle}</span>${
    first === undefined ? nothing : html`<span class="where">${first.place}</span>`
  }</header>
<p class="sentence">${sentence}</p>
<div class="more">${equationOf(view, language)}${cellList(view.cells, setting)}${proposals(view.proposals, setting)}${relatedList(view, language)}${
    view.origin === 'filing' ? nothing : html`<p class="origin">${pageWords.origin[language]}</p>`
  }</div>
</article>`;
}

export function severityBadge(severity: Severity, language: Language): Html {
  return html`<span class="badge ${severity}">${severityNames[severity][language]}</span>`;
}

function equationOf({ equation, figures, regime }: FindingView, language: Language): Html {
  if (equation === null && figures.length === 0) return nothing;
  return html`<div class="equation">${
    equation === null ? nothing : html`<p class="formula">${withRelations(equation)}</p>`
  }<dl class="figures">${joined(figures.map(figure))}<div class="regime"><dt>${pageWords.judgedBy[language]}</dt><dd>${regime}</dd></div></dl></div>`;
}

function figure({ key, name, text }: Figure): Html {
  return html`<div class="${key}"><dt>${name}</dt><dd>${text}</dd></div>`;
}

/** The sign that does not hold stands out. */
function withRelations(equation: string): Html {
  const parts = equation.split(/([≠>])/);
  return joined(parts.map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : html`${part}`)));
}

function cellList(cells: readonly FindingCell[], setting: FindingSetting): Html {
  if (cells.length === 0) return nothing;
  const { language } = setting;
  const rows = cells.slice(0, listed).map((cell) => {
    const target = placeLink(cell, setting);
    return html`<tr><th scope="row">${cell.role}</th><td class="place">${target}</td><td>${cell.text === '' ? html`<i>${pageWords.blank[language]}</i>` : cell.text}</td></tr>`;
  });
  const rest = cells.length - listed;
  return html`<table class="cells"><thead><tr><th scope="col">${pageWords.role[language]}</th><th scope="col">${pageWords.place[language]}</th><th scope="col">${pageWords.printed[language]}</th></tr></thead><tbody>${rows}</tbody></table>${
    rest > 0 ? html`<p class="rest">+ ${rest}</p>` : nothing
  }`;
}

function placeLink({ source, place, documentId }: FindingCell, setting: FindingSetting): Html {
  if (documentId !== null && documentId !== setting.documentId)
    return html`${place} <span class="elsewhere">${setting.nameOf(documentId)}</span>`;
  const id = setting.marks.idOf(source);
  return id === null ? html`${place}` : html`<a href="#${id}">${place}</a>`;
}

function proposals(all: readonly Proposal[], setting: FindingSetting): Html {
  if (all.length === 0) return nothing;
  const { language } = setting;
  const suggested = all.filter((proposal) => proposal.suggested);
  const others = all.filter((proposal) => !proposal.suggested);
  return html`${
    suggested.length === 0
      ? nothing
      : html`<section class="proposals suggested"><h4>${pageWords.suggestion[language]}</h4><ol>${suggested.map((one) => proposalItem(one, setting))}</ol></section>`
  }${
    others.length === 0
      ? nothing
      : html`<section class="proposals"><h4>${pageWords.candidates[language]} <small>${pageWords.candidatesNote[language]}</small></h4><ol>${others.map((one) => proposalItem(one, setting))}</ol></section>`
  }`;
}

function proposalItem(proposal: Proposal, setting: FindingSetting): Html {
  const { language, marks } = setting;
  const { from, to, reason, confirmedBy, refutedBy } = proposal;
  const id = marks.idOf(proposal.source);
  const place = id === null ? html`${proposal.place}` : html`<a href="#${id}">${proposal.place}</a>`;
  return html`<li><p class="change"><span class="place">${place}</span> <del>${from === '' ? pageWords.blank[language] : from}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${to}</ins></p><p class="why">${reason}</p>${holds('confirms', confirmedBy, language)}${holds('refutes', refutedBy, language)}</li>`;
}

function holds(what: 'confirms' | 'refutes', edits: readonly string[], language: Language): Html {
  if (edits.length === 0) return nothing;
  return html`<p class="${what}"><span>${pageWords[what][language]}</span> ${edits.join(language === 'zh' ? '；' : '; ')}</p>`;
}

function relatedList({ related }: FindingView, language: Language): Html {
  if (related.length === 0) return nothing;
  return html`<section class="related"><h4>${pageWords.related[language]}</h4><ul>${related.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

/** Elements that are outlined for a finding, the cell that it is reported at first. */
function cellIdsOf(
  { cells, proposals: changes }: FindingView,
  { documentId, marks }: FindingSetting,
): string[] {
  const own = cells.filter((cell) => cell.documentId === null || cell.documentId === documentId);
  const places = [...own, ...changes.filter((change) => change.suggested)];
  return [...new Set(places.flatMap(({ source }) => marks.idOf(source) ?? []))];
}
