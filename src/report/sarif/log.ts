import type { DocumentRecord, Examination, Finding, Severity } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';
import type { Language } from '../wording.ts';
import { type Artifacts, artifactUri, locationsOf, type SarifLocation } from './locations.ts';

/** The parts of a SARIF 2.1.0 log that hedui writes (OASIS Standard, 27 March 2020; § in comments). */
export interface SarifLog {
  $schema: string;
  version: '2.1.0';
  runs: SarifRun[];
}

export interface SarifRun {
  tool: { driver: SarifDriver };
  /** § 3.14.14 */
  columnKind: 'utf16CodeUnits';
  language: string;
  artifacts: { location: { uri: string }; length: number; hashes: { 'sha-256': string } }[];
  invocations: SarifInvocation[];
  results: SarifResult[];
}

interface Text {
  text: string;
}

export interface SarifDriver {
  name: 'hedui';
  version: string;
  rules: {
    id: string;
    name: string;
    shortDescription: Text;
    fullDescription: Text;
    help: Text;
    defaultConfiguration: { level: Level };
    properties: { kind: string; tolerance: string; parameters: Rule['parameters'] };
  }[];
}

export interface SarifInvocation {
  executionSuccessful: boolean;
  toolExecutionNotifications: { level: Level; message: Text; locations: SarifLocation[] }[];
}

type Level = 'error' | 'warning' | 'note';

export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: Level;
  message: Text;
  locations: SarifLocation[];
  relatedLocations: SarifLocation[];
  partialFingerprints: { 'findingId/v1': string };
  suppressions?: { kind: 'external'; status: 'accepted'; justification: string }[];
  properties: Pick<
    Finding,
    'verdict' | 'origin' | 'expected' | 'actual' | 'difference' | 'tolerance' | 'equation' | 'hypotheses'
  > & { findingKind: Finding['kind']; filing: string | null };
}

export interface SarifSettings {
  version: string;
  language: Language;
  rules: readonly Rule[];
  /** Reasons of findings that a reviewer dismissed, by id: they are written as suppressed. */
  dismissed?: ReadonlyMap<string, string>;
}

const levels: Record<Severity, Level> = { error: 'error', warning: 'warning', info: 'note' };

/** Examinations as one SARIF run: rules once, a result a finding, a notification a document that could not be read. */
export function sarifLog(examinations: readonly Examination[], settings: SarifSettings): SarifLog {
  const { rules, language, version } = settings;
  const told = new Set(examinations.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const used = rules.filter(({ id }) => told.has(id));
  const indexes = new Map(used.map(({ id }, index) => [id, index]));
  const documents = [
    ...new Map(examinations.map(({ document }) => [document.document_id, document])).values(),
  ];
  const artifacts = new Map(documents.map((document, index) => [document.document_id, { document, index }]));
  const failures = documents.flatMap((document) => notification(document, language));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hedui', version, rules: used.map((rule) => descriptor(rule, language)) } },
        columnKind: 'utf16CodeUnits',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        artifacts: documents.map(({ path, bytes, document_id }) => ({
          location: { uri: artifactUri(path) },
          length: bytes,
          hashes: { 'sha-256': document_id },
        })),
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: failures }],
        results: examinations.flatMap(({ findings }) =>
          findings.map((finding) => result(finding, indexes, artifacts, settings)),
        ),
      },
    ],
  };
}

function descriptor(rule: Rule, language: Language): SarifDriver['rules'][number] {
  const { id, kind, tolerance, parameters } = rule;
  return {
    id,
    name: id.replace('-', ''),
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.explanation[language] },
    help: { text: rule.example[language] },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { kind, tolerance, parameters },
  };
}

function result(
  finding: Finding,
  indexes: ReadonlyMap<string, number>,
  artifacts: Artifacts,
  { language, dismissed }: SarifSettings,
): SarifResult {
  const { rule, kind, severity, finding_id, filing_id } = finding;
  const { verdict, origin, expected, actual, difference, tolerance, equation, hypotheses } = finding;
  const places = locationsOf(finding, artifacts, language);
  const reason = dismissed?.get(finding_id);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: levels[severity],
    message: { text: finding.message[language] },
    locations: places.slice(0, 1),
    relatedLocations: places.slice(1).map((location, i) => ({ id: i + 1, ...location })),
    partialFingerprints: { 'findingId/v1': finding_id },
    ...(reason === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: reason } as const] }),
    properties: {
      findingKind: kind,
      filing: filing_id,
      verdict,
      origin,
      expected,
      actual,
      difference,
      tolerance,
      equation,
      hypotheses,
    },
  };
}

function notification(
  { error, path }: DocumentRecord,
  language: Language,
): SarifInvocation['toolExecutionNotifications'] {
  if (error === null) return [];
  const location = { physicalLocation: { artifactLocation: { uri: artifactUri(path) } } };
  return [{ level: 'error', message: { text: error.message[language] }, locations: [location] }];
}
