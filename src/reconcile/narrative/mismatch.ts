import { roundTo, show, toNumber } from '../facts/exact.ts';
import { type Fact, printWithUnit } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import type { Outcome } from '../rule.ts';
import { type Claim, figureEvidence, foundIn } from './claims.ts';
import type { Cell } from './tables.ts';

/** Within that factor, or a whole power of ten apart. */
export function isNear(a: Fact, b: Fact, nearness: number): boolean {
  const [left, right] = [a.value * a.factor, b.value * b.factor];
  if (left <= 0n || right <= 0n) return false;
  const [small, large] = left < right ? [left, right] : [right, left];
  if (large <= small * BigInt(nearness)) return true;
  return isPowerOfTen(large, small);
}

function isPowerOfTen(large: bigint, small: bigint): boolean {
  for (let power = 10n; power <= 100_000_000n; power *= 10n) if (small * power === large) return true;
  return false;
}

/** A figure of a text that is another one in the table. */
export function mismatch(claim: Claim, index: number, fact: Fact, cell: Cell): Outcome {
  const size = fact.factor;
  const printed = (value: bigint): number => toNumber(roundTo(value / size, fact.places + 2));
  const inTable = cell.fact.value * cell.fact.factor;
  const inCell = printWithUnit(cell.fact);
  return foundIn(claim, {
    filingId: claim.text.filing_id ?? cell.amount.filing_id,
    documentId: claim.text.document_id,
    verdict: 'impossible',
    message: {
      zh: `文字写“${fact.label}”${fact.text}，表内“${cell.fact.label}”为 ${inCell}`,
      en: `the text has “${fact.label}” as ${fact.text}, the table has “${cell.fact.label}” as ${inCell}`,
    },
    evidence: [figureEvidence(claim, index, 'text'), evidenceOf(cell.fact, 'table')],
    operands: [fact.key, cell.fact.key],
    expected: printed(inTable),
    actual: fact.printed,
    difference: printed(fact.value * size - inTable),
    tolerance: printed(fact.half * size + cell.fact.half * cell.fact.factor),
    hypotheses: [
      {
        generator: 'H17',
        change: {
          source: fact.source,
          from: fact.text,
          to: `${show(roundTo(inTable / size, fact.places))}${fact.unit ?? ''}`,
        },
        reason: { zh: '以表内数字为准', en: 'as the table has it' },
        resolves: ['NAR-01'],
        breaks: [],
        score: 2.5,
        suggested: false,
      },
    ],
  });
}
