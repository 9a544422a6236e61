import type { CoverageRow } from '../../schemas/index.ts';
import { noCountOf, notEvaluatedReasons } from '../reconcile/not-evaluated.ts';
import type { Language } from './wording.ts';

/** Why checks were left out, and how many: `total is blank ×2`. */
export function reasonLines(reasons: CoverageRow['reasons'], language: Language): string[] {
  return Object.entries(reasons).map(([reason, count]) => `${reasonName(reason, language)} ×${count}`);
}

/** The same in one line; a reason may have a comma of its own. */
export function reasonsInLine(reasons: CoverageRow['reasons'], language: Language): string {
  return reasonLines(reasons, language).join(language === 'zh' ? '；' : '; ');
}

/** The reason in the reader's language; one that an older run kept stands as it is. */
function reasonName(reason: string, language: Language): string {
  if (language === 'en') return reason;
  const unit = reason.startsWith(noCountOf) ? reason.slice(noCountOf.length) : null;
  if (unit !== null) return `没有以“${unit}”计的数量`;
  return Object.hasOwn(notEvaluatedReasons, reason)
    ? notEvaluatedReasons[reason as keyof typeof notEvaluatedReasons]
    : reason;
}
