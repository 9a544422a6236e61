import type { Severity } from '../../../../schemas/index.ts';
import { findingViews } from '../../finding/view.ts';
import { formNames, severityNames } from '../../wording.ts';
import { script, styles } from '../assets.ts';
import { coverageTable } from '../document/coverage.ts';
import { type PageSettings, pageFooter } from '../document/document-page.ts';
import { rulesSection } from '../document/rules.ts';
import { choicesOf, filterBar } from '../filters.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageText } from '../shell.ts';
import { pageWords } from '../words.ts';
import { dataBlock, runData } from './data.ts';
import type { RunRecords } from './records.ts';
import { chartsOf, figuresOfRun } from './summary.ts';
import { unitNames } from './units.ts';
import { runWords } from './words.ts';

export interface RunPageSettings extends PageSettings {
  /** What the run is of: the folders, the warehouse. */
  title: string;
  /** The page of a document, where there is one. */
  hrefOf: (documentId: string) => string | null;
}

const worstFirst: readonly Severity[] = ['error', 'warning', 'info'];

/** Many documents as a page in one file: figures and charts as they stand, lists that the page's script draws row by row. */
export function runPage(records: RunRecords, settings: RunPageSettings): string {
  const { language, version, rules, title, hrefOf } = settings;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = records.findings.toSorted(
    (a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity),
  );
  const sorted = { ...records, findings };
  const views = findings.map(findingViews(rules, language));
  const used = new Set([...findings, ...(records.coverage ?? [])].map(({ rule }) => rule));
  const told = rules.filter(({ id }) => used.has(id));
  const body = html`<a class="skip" href="#findings">${pageWords.skip[language]}</a>
<header class="run-head"><h1>${title}</h1><p class="quiet">${pageWords.runReport[language]}</p>${figuresOfRun(sorted, language)}</header>
<section class="overview" id="overview"><h2 class="unseen">${runWords.overview[language]}</h2>${chartsOf(sorted, byId, language)}</section>
${filtersOf(sorted, settings)}
<main class="lists" id="findings"><noscript><p class="quiet">${runWords.noScript[language]}</p></noscript><div class="tabs" role="tablist">${(['findings', 'documents'] as const).map((name, index) => html`<button type="button" role="tab" id="tab-${name}" data-list="${name}" aria-controls="list" aria-selected="${index === 0 ? 'true' : 'false'}">${runWords[name][language]} <small></small></button>`)}</div>
<div class="split"><div class="rows" id="list" role="tabpanel" tabindex="0" aria-label="${runWords.list[language]}"><p class="quiet loading">${runWords.loading[language]}</p></div><aside class="detail" aria-live="polite"><p class="quiet">${runWords.pickOne[language]}</p></aside></div></main>
<section class="printed" hidden></section>
${coverageOf(sorted, byId, settings)}
${rulesSection(told, new Set(findings.map(({ rule }) => rule)), language)}
${pageFooter(settings)}`;
  return pageText({
    language,
    version,
    title: `${title} · ${pageWords.runReport[language]}`,
    style: styles(['base', 'document', 'run', 'print']),
    script: script(['filter', 'form', 'run-data', 'element', 'rows', 'detail', 'columns', 'run']),
    body,
    data: [
      dataBlock('run-data', runData(sorted, views, hrefOf, language)),
      { id: 'run-words', type: 'application/json', text: wordsFor(settings) },
    ],
  });
}

/** The words that the script of the page writes. */
function wordsFor({ language, rules }: RunPageSettings): string {
  const own = Object.entries(runWords).map(([key, word]) => [key, word[language]]);
  const shared = Object.entries(pageWords).map(([key, word]) => [key, word[language]]);
  const words = Object.fromEntries([...shared, ...own]);
  const severities = Object.fromEntries(
    worstFirst.map((severity) => [severity, severityNames[severity][language]]),
  );
  const titles = Object.fromEntries(rules.map(({ id, title }) => [id, title[language]]));
  return JSON.stringify({ words, severities, titles }).replace(/</g, '\\u003c');
}

function filtersOf({ findings, filings }: RunRecords, { language, rules }: RunPageSettings): Html {
  const filingOf = new Map(filings.map((filing) => [filing.filing_id, filing]));
  const units = unitNames(filings);
  const titles = new Map(rules.map((rule) => [rule.id, rule.title[language]]));
  const homes = findings.map(({ filing_id }) => (filing_id === null ? undefined : filingOf.get(filing_id)));
  const severities = new Map<Severity, number>();
  for (const { severity } of findings) severities.set(severity, (severities.get(severity) ?? 0) + 1);
  const byName = (text: string) => formNames[text as keyof typeof formNames][language];
  return filterBar(
    severities,
    [
      [
        'rule',
        choicesOf(
          findings.map(({ rule }) => rule),
          (id) => `${id} ${titles.get(id) ?? ''}`,
        ),
      ],
      [
        'organisation',
        choicesOf(findings.map(({ filing_id }) => (filing_id === null ? '' : (units.get(filing_id) ?? '')))),
      ],
      ['year', choicesOf(homes.map((filing) => String(filing?.year ?? '')))],
      [
        'form',
        choicesOf(
          homes.map((filing) => filing?.form_type ?? ''),
          byName,
        ),
      ],
    ],
    language,
  );
}

function coverageOf(
  { coverage }: RunRecords,
  rules: Parameters<typeof coverageTable>[1],
  { language }: RunPageSettings,
): Html {
  if (coverage === null || coverage.length === 0) return nothing;
  return html`<section id="coverage" class="coverage below"><details><summary>${runWords.coverageByRule[language]}</summary>${coverageTable(coverage, rules, language)}</details></section>`;
}
