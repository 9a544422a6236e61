import type { CoverageRow, Finding } from '../../schemas/index.ts';
import { documentContexts } from './contexts.ts';
import { type Judgement, judge } from './edits/judge.ts';
import { fromJudgement, severityOf } from './findings.ts';
import { doubtOf, quieted } from './in-question.ts';
import { localise } from './localise/index.ts';
import { isSamePlace } from './places.ts';
import { NATIONAL } from './profiles/national.ts';
import type { ReconcileSettings, Records } from './records.ts';
import { RULES } from './registry.ts';
import { runRules, runSetRules, type Said } from './run.ts';
import type { FilingDigest } from './set/digest.ts';
import { setIndex } from './set/index.ts';
import { digestOf, digestReader, type PackedDigest } from './set/packed-digest.ts';
import type { Report } from './set/statement.ts';

export { inQuestion } from './in-question.ts';
export { digestOf, type PackedDigest } from './set/packed-digest.ts';
export { type SettledCell, type Settling, settleDoubts } from './settle/index.ts';

export interface Reconciliation {
  findings: Finding[];
  coverage: CoverageRow[];
}

/** Checks the records of one document against one another. Pure and deterministic. */
export function reconcile(records: Records, settings: ReconcileSettings = {}): Reconciliation {
  const rules = settings.rules ?? RULES;
  const found: Reconciliation = { findings: [], coverage: [] };
  const isInQuestion = doubtOf(records);
  for (const document of documentContexts(records, settings.profile ?? NATIONAL)) {
    conclude(runRules(rules, document), found, isInQuestion);
  }
  return found;
}

/** Filings of many documents, taken one document after another; keeps of each what rules over several compare. */
export interface FilingSet {
  /** Records of one document, or of several. */
  add: (records: Records) => void;
  /** The same of records that were digested elsewhere, in another process perhaps. */
  addDigest: (digest: PackedDigest) => void;
  /** What the filings of all documents say of one another: prior years, sibling forms, copies, peers. */
  conclude: () => Reconciliation;
}

/** An empty set. Memory grows by some kilobytes a filing, time by its figures. */
export function filingSet(settings: ReconcileSettings = {}): FilingSet {
  const read = digestReader();
  const filings: FilingDigest[] = [];
  const reports: Report[] = [];
  const seen = new Set<string>();
  const isFresh = (id: string): boolean => !seen.has(id) && seen.add(id) !== undefined;
  const addDigest = (digest: PackedDigest): void => {
    // The same bytes twice are one document.
    const fresh = digest.filings.filter(({ filingId }) => isFresh(filingId));
    const told = digest.reports?.filter(({ documentId, title }) => isFresh(`${documentId}|${title}`)) ?? [];
    const added = read({ ...digest, filings: fresh, reports: told });
    for (const filing of added.filings) filings.push(filing);
    for (const report of added.reports) reports.push(report);
  };
  return {
    add: (records) => addDigest(digestOf(records)),
    addDigest,
    conclude: () => {
      const profile = settings.profile ?? NATIONAL;
      const set = { index: setIndex(filings, reports), profile };
      const keys = new Map(filings.map(({ filingId, key }) => [filingId, key]));
      const found: Reconciliation = { findings: [], coverage: [] };
      const doubted = new Set(filings.filter((each) => each.isInQuestion).map((each) => each.documentId));
      conclude(runSetRules(settings.rules ?? RULES, set, keys), found, ({ document_id: own, evidence }) =>
        [own, ...evidence.map((each) => each.document_id)].some((id) => doubted.has(id ?? '')),
      );
      return found;
    },
  };
}

/** Compares the filings of many documents with one another. Pure and deterministic. */
export function reconcileSet(records: Records, settings: ReconcileSettings = {}): Reconciliation {
  const set = filingSet(settings);
  set.add(records);
  return set.conclude();
}

/** Judges the edits, blames the smallest change, writes the findings: errors of what is in question as warnings. */
function conclude(said: Said, found: Reconciliation, isInQuestion: (finding: Finding) => boolean): void {
  const judgements = judge(said.edits);
  for (const judgement of judgements) said.ledger.judged(judgement);
  const localised = localise(judgements, said);
  const own = giveWay(said.findings, localised, said);
  for (const finding of unique([...own, ...explained(judgements, said), ...localised]))
    found.findings.push(finding.severity === 'error' && isInQuestion(finding) ? quieted(finding) : finding);
  // One by one: a set has more rows than a call takes arguments.
  for (const row of said.ledger.rows()) found.coverage.push(row);
}

/** Findings of one cell that an equation blames as well are told there, as a related place. */
function giveWay(own: readonly Finding[], localised: Finding[], said: Said): Finding[] {
  return own.filter((finding) => {
    const place = finding.evidence[0]?.source;
    if (!said.yields(finding.rule) || place === undefined) return true;
    const at = localised.findIndex(
      ({ filing_id: id, hypotheses: [best] }) =>
        id === finding.filing_id && best !== undefined && isSamePlace(best.change.source, place),
    );
    if (at < 0) return true;
    const other = localised[at]!;
    localised[at] = { ...other, related: [...other.related, finding.message] };
    return false;
  });
}

/** Rules that an explanation is told under, where it is not the rule of the edit. */
const TOLD_AS: ReadonlyMap<string, string> = new Map([['PCT-01|truncated', 'PCT-03']]);

function explained(judgements: readonly Judgement[], said: Said): Finding[] {
  return judgements
    .filter((judgement) => judgement.verdict === 'explained')
    .map((judgement) => {
      const { edit, explanation } = judgement;
      const other = TOLD_AS.get(`${edit.rule}|${explanation}`);
      const rule = other !== undefined && said.knows(other) ? other : edit.rule;
      const voice = said.voiceOf(rule, edit.filingId, 'explained');
      return fromJudgement(judgement, { ...voice, severity: severityOf('explained', 'info') });
    });
}

/** One id, one finding. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ finding_id: id }) => !seen.has(id) && seen.add(id));
}
