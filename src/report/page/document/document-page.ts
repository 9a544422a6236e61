import type { Examination, Filing, Severity, SourceDocument } from '../../../../schemas/index.ts';
import type { Rule } from '../../../reconcile/rule.ts';
import { type FindingView, findingViews } from '../../finding/view.ts';
import { gridsOf } from '../../table/cell-at.ts';
import { formNames, type Language } from '../../wording.ts';
import { script, styles } from '../assets.ts';
import { choicesOf, type Facet, filterBar } from '../filters.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageText } from '../shell.ts';
import { pageWords } from '../words.ts';
import { sourceBlocks } from './blocks.ts';
import { coverageSection, filingName } from './coverage.ts';
import { findingCard } from './finding.ts';
import { documentHeader, fileName } from './header.ts';
import { type Marks, marksOf } from './marks.ts';
import { doubtfulPlaces, qualitySection } from './quality.ts';
import { rulesSection } from './rules.ts';

export interface PageSettings {
  language: Language;
  version: string;
  rules: readonly Rule[];
  /** Whether names and telephone numbers were hidden: the page says so. */
  masked: boolean;
}

export interface DocumentPageSettings extends PageSettings {
  /** The file name of another document that a finding speaks of. */
  nameOf: (documentId: string) => string;
  /** Where the page of the whole run stands, where there is one. */
  runHref: string | null;
  /** Left out where the records do not tell how each field was read. */
  withoutReading?: true;
}

/** One document as a page in one file: its findings beside its tables, what was checked, how well it was read. */
export function documentPage(
  examination: Examination,
  source: SourceDocument | null,
  settings: DocumentPageSettings,
): string {
  const { language, version, rules } = settings;
  const { document, filings, findings, coverage } = examination;
  const views = inReadingOrder(examination).map(findingViews(rules, language));
  const grids = source === null ? [] : gridsOf(source);
  // Where no paragraph was kept, the numbers of blocks are not those that places speak of.
  const blocks = source?.blocks.some(({ kind }) => kind === 'paragraph') ? source.blocks.length : 0;
  const marks = marksOf(views, document.document_id, grids, blocks, doubtfulPlaces(examination));
  const used = new Set([...findings, ...coverage].map(({ rule }) => rule));
  const told = rules.filter(({ id }) => used.has(id));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const all = ['tables', 'coverage', 'quality', 'rules'] as const;
  const sections = all.filter((name) => name !== 'quality' || !settings.withoutReading);
  const body = html`<a class="skip" href="#findings">${pageWords.skip[language]}</a>
${documentHeader(examination, language, settings.runHref)}
${filtersOf(views, filings, byId, language)}
<main class="panes">
${findingsPane(views, examination, marks, settings)}
<div class="pane document-pane"><nav class="sections">${sections.map((name) => html`<a href="#${name}">${pageWords[name][language]}</a>`)}</nav>
<section id="tables" class="source"><h2 class="unseen">${pageWords.tables[language]}</h2>
${source === null || source.blocks.length === 0 ? html`<p class="quiet">${pageWords.noTable[language]}</p>` : sourceBlocks(source, marks, language)}</section>
${coverageSection(examination, byId, language)}
${settings.withoutReading ? nothing : qualitySection(examination, marks, language)}
${rulesSection(told, new Set(findings.map(({ rule }) => rule)), language)}
</div>
</main>
${pageFooter(settings)}`;
  return pageText({
    language,
    version,
    title: `${fileName(document.path)} · ${pageWords.report[language]}`,
    style: styles(['base', 'document', 'print']),
    script: script(['filter', 'form', 'document']),
    body,
  });
}

export function pageFooter({ language, version, masked }: PageSettings): Html {
  return html`<footer><p>${pageWords.madeBy[language].replace('{version}', version)} · ${pageWords.offline[language]}${masked ? html` · ${pageWords.masked[language]}` : nothing}</p><p class="keys">${pageWords.keys[language]}</p></footer>`;
}

const worstFirst: readonly Severity[] = ['error', 'warning', 'info'];

/** Form by form as they stand in the document, the worst of each form first, what is said of the whole document last. */
function inReadingOrder({ filings, findings }: Examination): Examination['findings'] {
  const order = new Map(filings.map(({ filing_id, ordinal }) => [filing_id, ordinal]));
  const at = (id: string | null) => (id === null ? undefined : order.get(id)) ?? filings.length;
  return findings.toSorted(
    (a, b) =>
      at(a.filing_id) - at(b.filing_id) || worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity),
  );
}

function filtersOf(
  views: readonly FindingView[],
  filings: readonly Filing[],
  rules: ReadonlyMap<string, Rule>,
  language: Language,
): Html {
  if (views.length === 0) return nothing;
  const severities = new Map(
    worstFirst
      .map((severity) => [severity, views.filter((view) => view.severity === severity).length] as const)
      .filter(([, count]) => count > 0),
  );
  const facets = views.map((view) => facetsOf(filings.find(({ filing_id }) => filing_id === view.filingId)));
  const rule = choicesOf(
    views.map((view) => view.rule),
    (id) => `${id} ${rules.get(id)?.title[language] ?? ''}`,
  );
  const of = (facet: Exclude<Facet, 'rule'>, nameOf?: (value: string) => string) =>
    choicesOf(
      facets.map((one) => one[facet] ?? ''),
      nameOf,
    );
  const formName = (form: string) => formNames[form as Filing['form_type']][language];
  return filterBar(
    severities,
    [
      ['rule', rule],
      ['organisation', of('organisation')],
      ['year', of('year')],
      ['form', of('form', formName)],
    ],
    language,
  );
}

function facetsOf(filing: Filing | undefined): Partial<Record<Facet, string>> {
  if (filing === undefined) return {};
  const { organisation, year, form_type } = filing;
  return {
    ...(organisation === null ? {} : { organisation }),
    ...(year === null ? {} : { year: String(year) }),
    form: form_type,
  };
}

function findingsPane(
  views: readonly FindingView[],
  { document, filings }: Examination,
  marks: Marks,
  { language, nameOf }: DocumentPageSettings,
): Html {
  const byId = new Map(filings.map((filing) => [filing.filing_id, filing]));
  let home: string | null | undefined;
  const cards = views.map((view, index) => {
    const filing = view.filingId === null ? undefined : byId.get(view.filingId);
    const isNew = home === undefined || home !== view.filingId;
    home = view.filingId;
    const name = filing === undefined ? pageWords.wholeDocument[language] : filingName(filing, language);
    const head = isNew && filings.length > 1 ? html`<h3 class="home">${name}</h3>` : nothing;
    const setting = { language, documentId: document.document_id, marks, nameOf, facets: facetsOf(filing) };
    return html`${head}${findingCard(view, index + 1, setting)}\n`;
  });
  const list =
    views.length === 0
      ? html`<p class="clean"><b>✓ ${pageWords.noFindings[language]}</b> ${pageWords.noFindingsNote[language]}</p>`
      : html`${cards}<p class="nothing-left" hidden>${pageWords.nothingLeft[language]}</p>`;
  return html`<section class="pane findings-pane" id="findings"><h2>${pageWords.findings[language]} <small>${views.length}</small></h2>
${list}</section>`;
}
