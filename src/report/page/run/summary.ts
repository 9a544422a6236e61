import type { Severity } from '../../../../schemas/index.ts';
import type { Rule } from '../../../reconcile/rule.ts';
import { formNames, type Language, severityNames, statusNames } from '../../wording.ts';
import { type Html, html, joined, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import { type Bar, barTable, columnChart, grouped, type Part } from './charts.ts';
import type { RunRecords } from './records.ts';
import { unitNames } from './units.ts';
import { runWords } from './words.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Bars of a chart; what is left of the values is added up in a row below them. */
const barsShown = 12;

/** Counts of a run in one line of large figures. */
export function figuresOfRun(records: RunRecords, language: Language): Html {
  const { documents, filings, findings, indicators, amounts } = records;
  const word = (name: keyof typeof runWords) => runWords[name][language];
  const homes = (severity?: Severity) =>
    new Set(
      findings
        .filter((one) => severity === undefined || one.severity === severity)
        .map((one) => one.document_id),
    ).size;
  const failed = documents.filter(({ error }) => error !== null).length;
  const figures: [name: string, count: number, kind: string][] = [
    [word('documents'), documents.length, ''],
    [word('forms'), filings.length, ''],
    [word('indicators'), indicators, ''],
    [word('amounts'), amounts, ''],
    [word('findings'), findings.length, ''],
    ...severities.map((severity): [string, number, string] => [
      severityNames[severity][language],
      findings.filter((one) => one.severity === severity).length,
      severity,
    ]),
    [word('withErrors'), homes('error'), ''],
    [word('unread'), failed, failed > 0 ? 'error' : ''],
  ];
  return html`<dl class="tiles">${figures.map(([name, count, kind]) => html`<div class="${kind}"><dt>${name}</dt><dd>${grouped(count)}</dd></div>`)}</dl>`;
}

/** The charts of a run. */
export function chartsOf(records: RunRecords, rules: ReadonlyMap<string, Rule>, language: Language): Html {
  const { findings, filings, documents, coverage } = records;
  const filingOf = new Map(filings.map((filing) => [filing.filing_id, filing]));
  const word = (name: keyof typeof runWords) => runWords[name][language];
  const by = (keyOf: (finding: RunRecords['findings'][number]) => string) =>
    stacked(findings, keyOf, (severity) => severityNames[severity][language]);
  const home = (finding: RunRecords['findings'][number]) =>
    finding.filing_id === null ? undefined : filingOf.get(finding.filing_id);
  const byRule = by(({ rule }) => rule);
  const units = unitNames(filings);
  const byOrganisation = by(({ filing_id }) => (filing_id === null ? '' : (units.get(filing_id) ?? '')));
  const byYear = by((finding) => String(home(finding)?.year ?? ''));
  const byForm = by((finding) => home(finding)?.form_type ?? '');
  const charts = [
    barTable(
      word('byRule'),
      topBars(byRule, word('others'), (id) => ({
        name: id,
        title: rules.get(id)?.title[language] ?? '',
        filter: { facet: 'rule', value: id },
      })),
      word('none'),
    ),
    barTable(
      word('byOrganisation'),
      topBars(byOrganisation, word('others'), (name) => ({
        name: name === '' ? word('unnamed') : name,
        ...(name === '' ? {} : { filter: { facet: 'organisation', value: name } }),
      })),
      word('none'),
    ),
    barTable(
      word('byForm'),
      topBars(byForm, word('others'), (form) => ({
        name:
          form === ''
            ? pageWords.wholeDocument[language]
            : formNames[form as keyof typeof formNames][language],
        ...(form === '' ? {} : { filter: { facet: 'form', value: form } }),
      })),
      word('none'),
    ),
    columnChart(
      word('byYear'),
      [...byYear]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(-barsShown)
        .map(([year, parts]) => ({ name: year === '' ? word('noYear') : year, parts })),
      word('none'),
    ),
    ...(coverage === null ? [] : [barTable(word('byCheck'), checkBars(coverage, language), word('none'))]),
    barTable(word('byStatus'), statusBars(documents, language), word('none')),
    columnChart(word('byConfidence'), shares(filings.map(({ confidence }) => confidence)), word('none')),
    columnChart(word('byUnderstood'), shares(filings.map(({ coverage: share }) => share)), word('none')),
  ];
  return html`<div class="charts">${joined(charts.map((chart) => html`<section class="chart">${chart}</section>`))}</div>${notes(records, language)}`;
}

function stacked(
  findings: RunRecords['findings'],
  keyOf: (finding: RunRecords['findings'][number]) => string,
  nameOf: (severity: Severity) => string,
): Map<string, Part[]> {
  const counts = new Map<string, Map<Severity, number>>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const own = counts.get(key) ?? new Map<Severity, number>();
    own.set(finding.severity, (own.get(finding.severity) ?? 0) + 1);
    counts.set(key, own);
  }
  const parts = (own: ReadonlyMap<Severity, number>) =>
    severities.map(
      (severity): Part => ({ name: nameOf(severity), count: own.get(severity) ?? 0, kind: severity }),
    );
  return new Map([...counts].map(([key, own]) => [key, parts(own)]));
}

const sizeOf = (parts: readonly Part[]) => parts.reduce((sum, { count }) => sum + count, 0);

function topBars(
  groups: ReadonlyMap<string, Part[]>,
  others: string,
  named: (key: string) => Omit<Bar, 'parts'>,
): Bar[] {
  const ranked = [...groups].sort(([a, x], [b, y]) => sizeOf(y) - sizeOf(x) || (a < b ? -1 : 1));
  const bars = ranked.slice(0, barsShown).map(([key, parts]): Bar => ({ ...named(key), parts }));
  const rest = ranked.slice(barsShown);
  if (rest.length === 0) return bars;
  const parts = rest[0]![1].map((part, at) => ({
    ...part,
    count: rest.reduce((sum, [, own]) => sum + own[at]!.count, 0),
  }));
  return [...bars, { name: `${others} (${rest.length})`, parts, isRest: true }];
}

function checkBars(coverage: NonNullable<RunRecords['coverage']>, language: Language): Bar[] {
  const kinds = [
    ['consistent', 'consistent', 'good'],
    ['explained', 'explained', 'info'],
    ['violated', 'violated', 'error'],
    ['not_evaluated', 'notEvaluated', 'soft'],
  ] as const;
  return kinds.map(([field, word, kind]) => {
    const name = pageWords[word][language];
    return { name, parts: [{ name, kind, count: coverage.reduce((sum, row) => sum + row[field], 0) }] };
  });
}

/** Documents by what became of them; of those that were not read, by the code of the error. */
function statusBars(documents: RunRecords['documents'], language: Language): Bar[] {
  const counts = new Map<string, { name: string; title?: string; kind: Part['kind']; count: number }>();
  for (const { status, error } of documents) {
    const key = error === null ? status : `${status} ${error.code}`;
    const kind =
      status === 'ok' ? 'good' : status === 'partial' ? 'warning' : status === 'failed' ? 'error' : 'soft';
    const known = counts.get(key) ?? {
      name: statusNames[status][language],
      ...(error === null ? {} : { title: error.code }),
      kind,
      count: 0,
    };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ count, kind, ...names }) => ({ ...names, parts: [{ name: names.name, count, kind }] }));
}

/** Bounds of the classes of a share, in per cent: most forms stand near the top. */
const classes = [0, 50, 70, 80, 90, 95, 99, 100] as const;

function shares(values: readonly number[]): Bar[] {
  if (values.length === 0) return [];
  return classes.map((from, at) => {
    const to = classes[at + 1] ?? Number.POSITIVE_INFINITY;
    const count = values.filter((value) => value * 100 >= from && value * 100 < to).length;
    const name = at === classes.length - 1 ? '100 %' : `${from}–${to}`;
    return { name, parts: [{ name, count, kind: from >= 95 ? 'good' : from >= 80 ? 'warning' : 'error' }] };
  });
}

function notes({ coverage, doubts, documents, dismissed }: RunRecords, language: Language): Html {
  const pages = documents.reduce((sum, document) => sum + document.ocr_pages, 0);
  const copies = documents.length - new Set(documents.map(({ document_id }) => document_id)).size;
  const checks = coverage?.reduce((sum, row) => sum + row.applicable, 0) ?? 0;
  const parts = [
    ...(coverage === null ? [] : [`${grouped(checks)} ${runWords.checks[language]}`]),
    ...(copies === 0 ? [] : [`${grouped(copies)} ${runWords.copies[language]}`]),
    ...(pages === 0 ? [] : [`${grouped(pages)} ${runWords.recognised[language]}`]),
    ...(doubts === 0 ? [] : [`${grouped(doubts)} ${runWords.doubts[language]}`]),
    ...(dismissed === 0 ? [] : [`${grouped(dismissed)} ${runWords.dismissed[language]}`]),
  ];
  return parts.length === 0 ? nothing : html`<p class="notes">${parts.join(' · ')}</p>`;
}
