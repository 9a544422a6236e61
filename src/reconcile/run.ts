import type { Finding } from '../../schemas/index.ts';
import { type Ledger, ledger } from './coverage.ts';
import type { Edit } from './edits/edit.ts';
import { evaluate } from './edits/evaluate.ts';
import { exact, magnitude } from './facts/exact.ts';
import { areCards } from './figures/cards.ts';
import { fromCrash, fromDraft, severityOf, type Voice } from './findings.ts';
import { documentKey, filingKey } from './keys.ts';
import type { Profile } from './profiles/profile.ts';
import { keptWith } from './remembered.ts';
import {
  type DocumentContext,
  type Draft,
  type FilingContext,
  type FilingRule,
  notEvaluated,
  type Outcome,
  type Rule,
  type SetContext,
} from './rule.ts';

/** What the rules said of one document before any edit is judged. */
export interface Said {
  edits: Edit[];
  findings: Finding[];
  ledger: Ledger;
  /** Whether a rule runs, so that another may be told under its code. */
  knows: (rule: string) => boolean;
  /** Whether its findings give way to an equation that blames the same cell. */
  yields: (rule: string) => boolean;
  /** Rule and profile of an edit or a draft: how loud it may speak. */
  voiceOf: (rule: string, filingId: string | null, verdict: Finding['verdict'], breach?: Draft) => Voice;
}

/** Runs the rules that speak of filings or of one document. A rule that throws becomes a finding of that filing. */
export function runRules(rules: readonly Rule[], document: DocumentContext): Said {
  const said = silence(rules, document.profile, keysOf(document));
  for (const rule of rules) {
    if (document.profile.severities[rule.id] === 'off') continue;
    if (rule.scope === 'filing') {
      for (const filing of document.filings) {
        hear(said, knowing(rule, filing), filing, document.documentId, filing.filing.filing_id);
      }
    } else if (rule.scope === 'document') {
      hear(said, rule, document, document.documentId, null);
    }
  }
  leaveOpen(said, document);
  return said;
}

/** Leaves open the sums that are off by a figure which the form prints and no record holds, or whose form is cut off. */
function leaveOpen(said: Said, { filings }: DocumentContext): void {
  const unread = new Map<string | null, Set<bigint>>();
  const cut = new Set<string | null>();
  for (const { filing } of filings) {
    if (filing.cut_off === true) cut.add(filing.filing_id);
    if (filing.unread_figures !== undefined)
      unread.set(filing.filing_id, new Set(filing.unread_figures.map(exact)));
  }
  if (unread.size === 0 && cut.size === 0) return;
  said.edits = said.edits.filter((edit) => {
    const figures = unread.get(edit.filingId);
    const isCut = cut.has(edit.filingId);
    if ((figures === undefined && !isCut) || edit.type !== 'linear' || edit.relation !== '=') return true;
    const evaluation = evaluate(edit);
    if (evaluation === null || evaluation.within) return true;
    const open = isCut || figures?.has(magnitude(evaluation.residual)) === true;
    const why = isCut ? ENDS_EARLY : 'one of the figures was not read';
    if (open) said.ledger.notEvaluated(edit.filingId, edit.rule, why);
    return !open;
  });
}

const ENDS_EARLY = 'the file ends before the form does';

/** The rule, or one that leaves open what it says over all indicators where rows of them were not read, or only some are shown. */
function knowing(rule: FilingRule, { filing, indicators }: FilingContext): FilingRule {
  if (filing.cut_off === true) return knowingTheCut(rule, filing.filing_id);
  if (rule.overAll !== true) return rule;
  const cards = areCards(indicators);
  const summed = (['weight', 'score'] as const).filter(
    (points) => rule.kind === 'score_rule' || (rule.kind === 'score_sum') === (points === 'score'),
  );
  const isLost = indicators.some((row) =>
    summed.some((points) => row[points] === null && row.doubts?.[points] !== undefined),
  );
  if (filing.unread_rows === undefined && !cards && !isLost) return rule;
  const why = cards
    ? 'the form shows single indicators'
    : isLost
      ? 'points of an indicator could not be read'
      : 'rows of indicators were not read';
  const open = notEvaluated(filing.filing_id, why);
  return { ...rule, check: (context) => rule.check(context).map(() => open) };
}

/** Of a form whose end is missing: what is counted over all rows is open, and so is a part or a figure that it does not have. */
function knowingTheCut(rule: FilingRule, filingId: string): FilingRule {
  const open = notEvaluated(filingId, ENDS_EARLY);
  const isOpen = ({ type }: Outcome) =>
    rule.overAll === true || (type === 'finding' && OF_WHAT_IS_MISSING.has(rule.kind));
  return { ...rule, check: (context) => rule.check(context).map((said) => (isOpen(said) ? open : said)) };
}

const OF_WHAT_IS_MISSING: ReadonlySet<Rule['kind']> = new Set([
  'structure',
  'sum',
  'share_sum',
  'weight_sum',
  'score_sum',
]);

/** Runs the rules that compare documents; `keys` tells what the filings are. */
export function runSetRules(
  rules: readonly Rule[],
  set: SetContext,
  keys: ReadonlyMap<string, string>,
): Said {
  const said = silence(rules, set.profile, (filingId) => keys.get(filingId ?? '') ?? '');
  for (const rule of rules) {
    if (rule.scope !== 'set' || set.profile.severities[rule.id] === 'off') continue;
    hear(said, rule, set, set.index.filings[0]?.documentId ?? '', null);
  }
  return said;
}

const byIdOf = keptWith(
  (rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule])),
);

function silence(rules: readonly Rule[], profile: Profile, keyOf: (filingId: string | null) => string): Said {
  const byId = byIdOf(rules);
  return {
    edits: [],
    findings: [],
    ledger: ledger(),
    knows: (id) => byId.has(id),
    yields: (id) => byId.get(id)?.yields === true,
    voiceOf: (id, filingId, verdict, draft) => {
      const rule = byId.get(id)!;
      const set = profile.severities[id];
      const breach = set === undefined || set === 'off' ? (draft?.severity ?? rule.severity) : set;
      const severity = severityOf(verdict, breach);
      return { rule, kind: draft?.kind ?? rule.kind, severity, filingKey: keyOf(filingId) };
    },
  };
}

/** Keys of the filings of a document, made when the first finding asks for one. */
function keysOf(document: DocumentContext): (filingId: string | null) => string {
  const keys = new Map<string | null, string>();
  return (filingId) => {
    if (keys.size === 0) learnKeys(keys, document);
    return keys.get(filingId) ?? '';
  };
}

/** Two filings of a document may have one key (a form filled twice): the second is told by its number. */
function learnKeys(keys: Map<string | null, string>, document: DocumentContext): void {
  const seen = new Map<string, number>();
  keys.set(null, documentKey(document));
  for (const { filing } of document.filings) {
    const key = filingKey(filing);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    keys.set(filing.filing_id, count === 1 ? key : `${key}#${count}`);
  }
}

function hear<C>(
  said: Said,
  rule: Rule & { check: (context: C) => Outcome[] },
  context: C,
  documentId: string,
  filingId: string | null,
): void {
  let outcomes: Outcome[];
  try {
    outcomes = rule.check(context);
  } catch (error) {
    const { filingKey: key } = said.voiceOf(rule.id, filingId, 'not_evaluated');
    said.findings.push(fromCrash(rule, error, { documentId, filingId, filingKey: key }));
    said.ledger.notEvaluated(filingId, rule.id, 'rule crashed');
    return;
  }
  for (const outcome of outcomes) take(said, rule, outcome);
}

function take(said: Said, rule: Rule, outcome: Outcome): void {
  if (outcome.type === 'edit') said.edits.push(outcome.edit);
  else if (outcome.type === 'passed') said.ledger.passed(outcome.filingId, rule.id, outcome.count);
  else if (outcome.type === 'not_evaluated')
    said.ledger.notEvaluated(outcome.filingId, rule.id, outcome.reason);
  else {
    const { draft } = outcome;
    const voice = said.voiceOf(rule.id, draft.filingId, draft.verdict, draft);
    said.findings.push(fromDraft(draft, voice));
    if (draft.verdict === 'explained') said.ledger.explained(draft.filingId, rule.id);
    else said.ledger.violated(draft.filingId, rule.id);
  }
}
