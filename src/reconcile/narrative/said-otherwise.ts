import { roundTo, show, toNumber } from '../facts/exact.ts';
import type { DocumentContext, Outcome } from '../rule.ts';
import { figureEvidence, foundIn } from './claims.ts';
import { type Odd, oddOnes } from './composed.ts';

/** What neighbouring paragraphs state in two ways, where the whole tells which of them is odd. */
export function saidOtherwise(document: DocumentContext): Outcome[] {
  return oddOnes(document).map(contradiction);
}

function contradiction({ odd, fit, whole }: Odd): Outcome {
  const { claim, fact } = odd;
  const printed = (value: bigint): number => toNumber(roundTo(value / fact.factor, fact.places + 2));
  const meant = fit.fact.value * fit.fact.factor;
  return foundIn(claim, {
    filingId: claim.text.filing_id,
    documentId: claim.text.document_id,
    verdict: 'impossible',
    message: {
      zh: `“${fact.label}”此处为 ${fact.text}，另一处为 ${fit.fact.text}，后者与“${whole.fact.label}”${whole.fact.text}相符`,
      en: `“${fact.label}” is ${fact.text} here and ${fit.fact.text} elsewhere, which makes up “${whole.fact.label}” ${whole.fact.text}`,
    },
    evidence: [
      figureEvidence(claim, odd.index, 'stated otherwise'),
      figureEvidence(fit.claim, fit.index, 'stated'),
      figureEvidence(whole.claim, whole.index, 'whole'),
    ],
    operands: [fact.key, fit.fact.key],
    expected: printed(meant),
    actual: fact.printed,
    difference: printed(fact.value * fact.factor - meant),
    tolerance: printed(fact.half * fact.factor + fit.fact.half * fit.fact.factor),
    hypotheses: [
      {
        generator: 'H19',
        change: {
          source: fact.source,
          from: fact.text,
          to: `${show(roundTo(meant / fact.factor, fact.places))}${fact.unit ?? ''}`,
        },
        reason: { zh: '与另一处及合计相符', en: 'as elsewhere, and as the whole has it' },
        resolves: ['NAR-01'],
        breaks: [],
        suggested: false,
        score: 2.5,
      },
    ],
  });
}
