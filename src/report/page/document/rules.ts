import type { Rule } from '../../../reconcile/rule.ts';
import { toleranceNames } from '../../finding/tolerance.ts';
import { kindNames, type Language } from '../../wording.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import { severityBadge } from './finding.ts';

/** What each rule checks and why, for a reader who has no other paper at hand: those with findings first, the others folded. */
export function rulesSection(rules: readonly Rule[], broken: ReadonlySet<string>, language: Language): Html {
  const told = rules.filter(({ id }) => broken.has(id));
  const others = rules.filter(({ id }) => !broken.has(id));
  const folded =
    others.length === 0
      ? nothing
      : html`<details class="other-rules"><summary>${pageWords.otherRules[language]} <small>${others.length}</small></summary>${others.map((rule) => ruleText(rule, language))}</details>`;
  return html`<section id="rules" class="rules"><h2>${pageWords.rules[language]}</h2>${told.map((rule) => ruleText(rule, language))}${folded}</section>`;
}

function ruleText(
  { id, title, severity, kind, tolerance, explanation, example, parameters }: Rule,
  language: Language,
): Html {
  return html`<article id="rule-${id}" class="rule-text"><h3><span class="rule">${id}</span> ${title[language]}</h3><p class="about">${severityBadge(severity, language)} ${kindNames[kind][language]} · ${tolerance} ${toleranceNames[tolerance][language]}</p><p>${explanation[language]}</p><p class="example"><span>${pageWords.example[language]}</span> ${example[language]}</p>${parameterLines(parameters, language)}</article>`;
}

/** Thresholds stand in English with their reasons, as in the catalogue: a Chinese page leaves them out. */
function parameterLines(parameters: Rule['parameters'], language: Language): Html {
  if (language === 'zh') return nothing;
  return html`${Object.entries(parameters).map(([name, { value, unit, reason }]) => html`<p class="parameter"><code>${name} = ${value} ${unit}</code> ${reason}</p>`)}`;
}
