import type { Rule } from '../../../reconcile/rule.ts';
import { toleranceNames } from '../../finding/tolerance.ts';
import { kindNames, type Language } from '../../wording.ts';
import { type Html, html } from '../html.ts';
import { pageWords } from '../words.ts';
import { severityBadge } from './finding.ts';

/** What each rule checks and why, for a reader who has no other paper at hand. */
export function rulesSection(rules: readonly Rule[], language: Language): Html {
  return html`<section id="rules" class="rules"><h2>${pageWords.rules[language]}</h2>${rules.map((rule) => ruleText(rule, language))}</section>`;
}

function ruleText(
  { id, title, severity, kind, tolerance, explanation, example, parameters }: Rule,
  language: Language,
): Html {
  return html`<article id="rule-${id}" class="rule-text"><h3><span class="rule">${id}</span> ${title[language]}</h3><p class="about">${severityBadge(severity, language)} ${kindNames[kind][language]} · ${tolerance} ${toleranceNames[tolerance][language]}</p><p>${explanation[language]}</p><p class="example"><span>${pageWords.example[language]}</span> ${example[language]}</p>${Object.entries(parameters).map(([name, { value, unit, reason }]) => html`<p class="parameter"><code>${name} = ${value} ${unit}</code> ${reason}</p>`)}</article>`;
}
