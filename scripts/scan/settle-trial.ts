import type { SourceDocument } from '../../schemas/index.ts';
import { readFilings } from '../../src/reading/index.ts';
import { documentContexts } from '../../src/reconcile/contexts.ts';
import { termsOf } from '../../src/reconcile/edits/edit.ts';
import { NATIONAL } from '../../src/reconcile/profiles/national.ts';
import { RULES } from '../../src/reconcile/registry.ts';
import { runRules } from '../../src/reconcile/run.ts';
import { settleDoubts } from '../../src/reconcile/settle/index.ts';
import type { Section } from '../generate/page.ts';
import type { Random } from '../generate/random.ts';
import { keyOf, type Misreading, misreadDocument } from './misread.ts';

/** What came of the doubts of one filing. */
export interface Trial {
  /** Figures that were read doubtfully. */
  doubtful: number;
  /** Of those, how many take part in an equation. */
  tied: number;
  /** Of those, how many were settled; how many by another reading than the one taken; how many to what is not printed. */
  settled: number;
  changed: number;
  wrongly: number;
  findings: number;
  differences: string[];
}

const DOCUMENT = '0'.repeat(64);

/** Misreads a filing and settles its doubts. */
export function settleTrial(sections: readonly Section[], rates: Misreading, random: Random): Trial {
  const { source, misread } = misreadDocument(sections, rates, random);
  const records = readFilings(source, DOCUMENT);
  const { settled } = settleDoubts(records);
  const tied = tiedCells(source);
  const printed = new Map(misread.map((one) => [one.key, one]));
  const differences: string[] = [];
  let changed = 0;
  let wrongly = 0;
  for (const { place, text, settlement } of settled) {
    const one = printed.get(keyOf(place));
    if (text !== settlement.readAs) changed++;
    if (one !== undefined && figureOf(one.printed) === figureOf(text)) continue;
    wrongly++;
    differences.push(
      `WRONG ${one?.printed} read ${one?.read} settled ${text}: ${settlement.evidence.join(' | ')}`,
    );
  }
  const done = new Set(settled.map(({ place }) => keyOf(place)));
  const open = misread.filter(({ key }) => tied.has(key) && !done.has(key));
  differences.push(...open.map(({ printed: text, read }) => `open ${text} read ${read}`));
  return {
    doubtful: misread.length,
    tied: misread.filter(({ key }) => tied.has(key)).length,
    settled: settled.length,
    changed,
    wrongly,
    findings: 0,
    differences,
  };
}

/** The value of a figure: 0.0 for 0.00 is no wrong figure. */
const figureOf = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));

/** Cells whose figures take part in an equation. */
function tiedCells(source: SourceDocument): Set<string> {
  const tied = new Set<string>();
  for (const context of documentContexts(readFilings(source, DOCUMENT), NATIONAL)) {
    for (const edit of runRules(RULES, context).edits) {
      if (edit.type !== 'ratio' && edit.relation === '<=') continue;
      for (const { fact } of termsOf(edit)) tied.add(keyOf(fact.source));
    }
  }
  return tied;
}
