import type { Examination, Filing, Finding, Issue } from '../../../schemas/index.ts';
import { formNames, issueText, type Language, words } from '../wording.ts';
import { coverageLines } from './coverage.ts';
import { findingLines } from './finding.ts';
import { type Paint, severityMarks } from './paint.ts';
import { severities, summaryTable, totals } from './summary.ts';
import { printable, truncate, truncateMiddle, wrap } from './width.ts';

export interface TerminalReport {
  language: Language;
  /** Columns of the terminal. */
  width: number;
  paint: Paint;
  /** Adds what was checked and what was not. */
  coverage: boolean;
}

/** Findings as a person reads them: the summary table, every document that has something to say, the totals. */
export function terminalReport(examinations: Examination[], options: TerminalReport): string {
  const { language, width, paint } = options;
  const names = new Map(examinations.map(({ document }) => [document.document_id, baseName(document.path)]));
  const lines = [
    ...summaryTable(examinations, language, width, paint),
    ...examinations.flatMap((examination) => documentLines(examination, options, names)),
    '',
    ...wrap(totals(examinations, language), width).map(paint.strong),
  ];
  return `${lines.join('\n')}\n`;
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

function documentLines(
  examination: Examination,
  options: TerminalReport,
  names: ReadonlyMap<string, string>,
): string[] {
  const { language, width, paint } = options;
  const { document, filings, findings } = examination;
  const issues = document.error === null ? document.warnings : [document.error, ...document.warnings];
  const lines = issues.flatMap((issue) => issueLines(issue, issue === document.error, options));
  const homes = [...filings.map(({ filing_id }) => filing_id), null];
  for (const home of homes) {
    const here = findings.filter(({ filing_id }) =>
      home === null ? !homes.includes(filing_id) || filing_id === null : filing_id === home,
    );
    if (here.length === 0) continue;
    const filing = filings.find(({ filing_id }) => filing_id === home);
    if (filing && filings.length > 1)
      lines.push('', `  ${paint.faint(truncate(filingName(filing, language), width - 2))}`);
    const nameOf = (id: string): string | null => names.get(id) ?? null;
    for (const finding of bySeverity(here))
      lines.push('', ...findingLines(finding, language, width, paint, nameOf));
  }
  if (options.coverage && examination.coverage.length > 0)
    lines.push(
      '',
      `  ${words.coverage[language]}`,
      ...coverageLines(examination.coverage, language, width, paint),
    );
  if (lines.length === 0) return [];
  return ['', paint.strong(truncateMiddle(printable(document.path), width)), ...lines];
}

/** Errors first; within a severity in the order of the rules. */
function bySeverity(findings: Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Tells the forms of one document apart. */
function filingName({ title, form_type, project, organisation }: Filing, language: Language): string {
  const parts = [title ?? formNames[form_type][language], project ?? organisation];
  return printable(parts.filter((part) => part !== null).join(' · '));
}

function issueLines(issue: Issue, isError: boolean, { language, width, paint }: TerminalReport): string[] {
  const [first = '', ...more] = wrap(printable(issueText(issue, language)), width - 4);
  const severity = isError ? 'error' : 'warning';
  const mark = paint.severity(severity, severityMarks[severity]);
  return [`  ${mark} ${first}`, ...more.map((line) => `    ${line}`)];
}
