import type { Decision } from '../../schemas/decision.ts';
import type { Finding } from '../../schemas/index.ts';

/** What became of the decisions of reviewers in one run. */
export interface Decided {
  /** Ids of findings that are not shown and do not count, with the reason. */
  dismissed: ReadonlyMap<string, string>;
  /** Ids of findings that a reviewer confirmed. */
  confirmed: ReadonlySet<string>;
  /** Decisions that no finding of this run matches: the slip was mended, or the file is not in the run. */
  unmatched: readonly Decision[];
}

/** Matches decisions with findings by id; of several on one finding the last counts. */
export function decide(findings: readonly Finding[], decisions: readonly Decision[]): Decided {
  const last = new Map(decisions.map((decision) => [decision.finding_id, decision]));
  const found = new Set(findings.map(({ finding_id }) => finding_id));
  const dismissed = new Map<string, string>();
  const confirmed = new Set<string>();
  const unmatched: Decision[] = [];
  for (const decision of last.values()) {
    if (!found.has(decision.finding_id)) unmatched.push(decision);
    else if (decision.decision === 'dismiss') dismissed.set(decision.finding_id, decision.reason ?? '');
    else confirmed.add(decision.finding_id);
  }
  return { dismissed, confirmed, unmatched };
}

/** The findings that are left to look at. */
export function remaining(findings: readonly Finding[], { dismissed }: Decided): Finding[] {
  return findings.filter(({ finding_id }) => !dismissed.has(finding_id));
}
