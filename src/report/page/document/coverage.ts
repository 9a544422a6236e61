import type { CoverageRow, Examination, Filing } from '../../../../schemas/index.ts';
import type { Rule } from '../../../reconcile/rule.ts';
import { reasonsInLine } from '../../reasons.ts';
import { formNames, type Language } from '../../wording.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageWords } from '../words.ts';

/** What was checked in every form, what was not and why. */
export function coverageSection(
  { filings, coverage }: Examination,
  rules: ReadonlyMap<string, Rule>,
  language: Language,
): Html {
  const groups = Map.groupBy(coverage, ({ filing_id }) => filing_id);
  const parts = [...groups].map(([id, rows]) => {
    const filing = filings.find(({ filing_id }) => filing_id === id);
    return html`<details class="form-coverage" open><summary>${filing === undefined ? pageWords.wholeDocument[language] : filingName(filing, language)} ${tally(rows, language)}</summary>${coverageTable(rows, rules, language)}</details>`;
  });
  if (parts.length === 0) return nothing;
  return html`<section id="coverage" class="coverage"><h2>${pageWords.coverage[language]}</h2>${parts}</section>`;
}

export function filingName({ title, form_type, project, organisation }: Filing, language: Language): string {
  const name = title ?? formNames[form_type][language];
  const of = project ?? organisation;
  return of === null ? name : `${name} · ${of}`;
}

function tally(rows: readonly CoverageRow[], language: Language): Html {
  const sum = (field: 'applicable' | 'violated' | 'not_evaluated') =>
    rows.reduce((total, row) => total + row[field], 0);
  return html`<small>${sum('applicable')} ${pageWords.applicable[language]} · ${sum('violated')} ${pageWords.violated[language]} · ${sum('not_evaluated')} ${pageWords.notEvaluated[language]}</small>`;
}

export function coverageTable(
  rows: readonly CoverageRow[],
  rules: ReadonlyMap<string, Rule>,
  language: Language,
): Html {
  const heads = [
    'rule',
    'applicable',
    'consistent',
    'explained',
    'violated',
    'notEvaluated',
    'reasons',
  ] as const;
  const used = rows.filter(({ applicable }) => applicable > 0);
  const agreed = used.filter(({ applicable, consistent }) => applicable === consistent);
  const others = used.filter(({ applicable, consistent }) => applicable !== consistent);
  // As one text: a long document has thousands of these.
  const line = agreed.map(({ rule, consistent }) => `${rule} ×${consistent}`).join(' · ');
  const agreedLine =
    agreed.length === 0
      ? nothing
      : html`<p class="agreed"><b>${pageWords.consistent[language]}</b> ${line}</p>`;
  if (others.length === 0) return agreedLine;
  return html`<div class="scroll"><table class="counts"><thead><tr>${heads.map((head) => html`<th scope="col">${pageWords[head][language]}</th>`)}</tr></thead><tbody>${others.map(
    (row) =>
      html`<tr class="${row.violated > 0 ? 'bad' : row.not_evaluated > 0 ? 'open' : ''}"><th scope="row"><a href="#rule-${row.rule}">${row.rule}</a> <span>${rules.get(row.rule)?.title[language] ?? ''}</span></th>${[row.applicable, row.consistent, row.explained, row.violated, row.not_evaluated].map((count) => html`<td class="n">${count === 0 ? html`<i>0</i>` : count}</td>`)}<td>${reasonsInLine(row.reasons, language)}</td></tr>`,
  )}</tbody></table></div>${agreedLine}`;
}
