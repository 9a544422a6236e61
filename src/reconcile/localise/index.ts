import type { Finding } from '../../../schemas/index.ts';
import { fromJudgement, severityOf } from '../findings.ts';
import type { Judgement } from '../judge.ts';
import type { Said } from '../run.ts';

/** Findings of the edits that failed: one slip, one finding. */
export function localise(judgements: readonly Judgement[], said: Said): Finding[] {
  return judgements
    .filter(({ verdict }) => verdict === 'impossible' || verdict === 'improbable')
    .map((judgement) => {
      const { edit, verdict } = judgement;
      const voice = said.voiceOf(edit.rule, edit.filingId, verdict);
      const severity = severityOf(verdict, edit.severity ?? voice.severity);
      return fromJudgement(judgement, { ...voice, severity });
    });
}
