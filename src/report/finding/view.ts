import type { Evidence, Finding, Location, Severity } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';
import { place } from '../place.ts';
import { kindNames, type Language } from '../wording.ts';
import { type Figure, figuresOf, regimeOf } from './figures.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { roleName } from './roles.ts';

/** A cell that takes part in a finding. */
export interface FindingCell {
  role: string;
  place: string;
  source: Location;
  /** As printed, with its label. */
  text: string;
  value: number | null;
  /** Where it stands in another document. */
  documentId: string | null;
}

/** A finding as every report for people shows it, in one language. */
export interface FindingView {
  id: string;
  rule: string;
  ruleTitle: string;
  kind: string;
  severity: Severity;
  sentence: string;
  /** `6971.77 ≠ 6951.77 + 10 = 6961.77`; null where there is none. */
  equation: string | null;
  figures: Figure[];
  difference: number | null;
  /** The allowance for rounding that it was judged by, and the verdict. */
  regime: string;
  cells: FindingCell[];
  proposals: Proposal[];
  related: string[];
  origin: Finding['origin'];
  documentId: string;
  filingId: string | null;
}

/** Makes views of findings by a catalogue of rules. */
export function findingViews(rules: readonly Rule[], language: Language): (finding: Finding) => FindingView {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (finding) => {
    const rule = byId.get(finding.rule);
    return {
      id: finding.finding_id,
      rule: finding.rule,
      ruleTitle: rule?.title[language] ?? finding.rule,
      kind: kindNames[finding.kind][language],
      severity: finding.severity,
      sentence: finding.message[language],
      equation: finding.equation,
      figures: figuresOf(finding, language),
      difference: finding.difference,
      regime: regimeOf(finding, rule, language),
      cells: finding.evidence.map((evidence) => cellOf(evidence, language)),
      proposals: proposalsOf(finding, language),
      related: finding.related.map((message) => message[language]),
      origin: finding.origin,
      documentId: finding.document_id,
      filingId: finding.filing_id,
    };
  };
}

function cellOf({ role, text, value, source, document_id }: Evidence, language: Language): FindingCell {
  return {
    role: roleName(role, language),
    place: place(source, language),
    source,
    text,
    value,
    documentId: document_id,
  };
}
