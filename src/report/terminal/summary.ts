import type { Examination, Filing, Finding, Severity } from '../../../schemas/index.ts';
import { count, formNames, type Language, statusNames, words } from '../wording.ts';
import { type Column, columnTable, type Entry } from './columns.ts';
import { type Paint, severityMarks } from './paint.ts';
import { printable } from './width.ts';

/** The worst first. */
export const severities: Severity[] = ['error', 'warning', 'info'];

/** A table with a line for every filing, the file's name on the first of its lines. */
export function summaryTable(
  examinations: Examination[],
  language: Language,
  width: number,
  paint: Paint,
): string[] {
  const title = (word: keyof typeof words) => words[word][language];
  const columns: Column[] = [
    { title: title('file'), least: 14, cut: 'middle' },
    { title: title('form'), least: 8 },
    { title: title('organisation'), least: 10 },
    { title: title('year') },
    { title: title('indicators'), align: 'right' },
    { title: title('amounts'), align: 'right' },
    { title: title('findings') },
  ];
  const rows = examinations.flatMap((examination) => documentRows(examination, language, paint));
  const [titles, rule, ...lines] = columnTable(columns, rows, width);
  return [paint.strong(titles!), paint.faint(rule!), ...lines];
}

/** One line: how many documents, forms, indicators, amounts and findings. */
export function totals(examinations: Examination[], language: Language): string {
  const total = (noun: 'filings' | 'indicators' | 'amounts' | 'findings') =>
    count(
      examinations.reduce((sum, examination) => sum + examination[noun].length, 0),
      noun,
      language,
    );
  const failures = examinations.filter(({ document }) => document.error !== null).length;
  const parts = [
    count(examinations.length, 'documents', language),
    total('filings'),
    total('indicators'),
    total('amounts'),
    total('findings') + bySeverity(examinations, language),
  ];
  if (failures > 0) parts.push(count(failures, 'failures', language));
  return parts.join(language === 'zh' ? '，' : ', ');
}

function bySeverity(examinations: Examination[], language: Language): string {
  const findings = examinations.flatMap((examination) => examination.findings);
  if (findings.length === 0) return '';
  const parts = tally(findings).map(([severity, n]) =>
    language === 'zh' ? `${severityNamesZh[severity]} ${n}` : `${n} ${severity}`,
  );
  return language === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
}

const severityNamesZh: Record<Severity, string> = { error: '错误', warning: '警告', info: '提示' };

function documentRows(
  { document, filings, indicators, amounts, findings }: Examination,
  language: Language,
  paint: Paint,
) {
  const file = printable(document.path.split('/').at(-1) ?? document.path);
  if (document.error !== null) {
    const status = statusNames[document.status][language];
    const reason = { text: status, paint: (text: string) => paint.severity('error', text) };
    return [[file, reason, '', '', '', '', '']];
  }
  const rows: Entry[][] = filings.map((filing) => [
    '',
    formNames[filing.form_type][language],
    printable(filing.organisation ?? '—'),
    filing.year === null ? '—' : String(filing.year),
    countOf(indicators, filing),
    countOf(amounts, filing),
    findingMarks(
      findings.filter((finding) => finding.filing_id === filing.filing_id),
      paint,
    ),
  ]);
  const rest = findings.filter(
    (finding) => !filings.some(({ filing_id }) => filing_id === finding.filing_id),
  );
  if (rows.length === 0 || rest.length > 0)
    rows.push([
      '',
      rows.length === 0 ? words.noForm[language] : '',
      '',
      '',
      '',
      '',
      findingMarks(rest, paint),
    ]);
  rows[0]![0] = file;
  return rows;
}

function countOf(records: { filing_id: string }[], filing: Filing): string {
  return String(records.filter(({ filing_id }) => filing_id === filing.filing_id).length);
}

/** ✗2 !1, or ✓. */
function findingMarks(findings: Finding[], paint: Paint): Entry {
  if (findings.length === 0) return { text: '✓', paint: paint.good };
  const marks = tally(findings);
  return {
    text: marks.map(([severity, n]) => `${severityMarks[severity]}${n}`).join(' '),
    paint: (text) => paint.severity(marks[0]![0], text),
  };
}

function tally(findings: Finding[]): [Severity, number][] {
  return severities
    .map((severity): [Severity, number] => [severity, findings.filter((f) => f.severity === severity).length])
    .filter(([, n]) => n > 0);
}
