import { roundTo, show } from '../facts/exact.ts';
import { claimsOf, factOf, figureEvidence, foundIn, relationsOf } from '../narrative/claims.ts';
import { growthOf, prints } from '../narrative/growth.ts';
import { type DocumentRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** The difference of two rates is told in percentage points. */
export const PCT_08: DocumentRule = {
  id: 'PCT-08',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '两个比率之差应写百分点', en: 'A difference of rates told as per cent' },
  explanation: {
    zh: '满意度由 95% 提高到 97% 是提高 2 个百分点；写成提高 2% 则应是 95% 的 2%。',
    en: 'From 95 % to 97 % is a rise of 2 percentage points; a rise of 2 % would be 2 % of 95 %.',
  },
  tolerance: 'TS',
  severity: 'info',
  parameters: {},
  example: {
    zh: '满意度由 95% 提高到 97%，提高 2%',
    en: 'satisfaction up from 95 % to 97 %, told as up by 2 %',
  },
  check: (document) =>
    claimsOf(document).flatMap((claim) =>
      relationsOf(claim, 'growth').flatMap((relation): Outcome[] => {
        const current = factOf(claim, relation.to);
        const rate = factOf(claim, relation.from);
        if (current === null || rate === null || current.unit !== '%' || rate.unit !== '%') return [];
        const base = factOf(claim, relation.base);
        const { filing_id: filingId, document_id: documentId } = claim.text;
        if (base === null || base.unit !== '%') return [notEvaluated(filingId, 'base is not printed')];
        const growth = growthOf(current, base);
        if (growth === null) return [notEvaluated(filingId, 'base is zero')];
        if (prints(growth, rate, relation.direction)) return [passed(filingId)];
        const points = current.value - base.value;
        const slack = current.half + base.half;
        const isPoints = prints({ low: points - slack, high: points + slack }, rate, relation.direction);
        const real = show(roundTo(growth.value, rate.places + 1));
        const risen = `${show(points)} percentage ${show(points) === '1' ? 'point' : 'points'}`;
        return [
          foundIn(claim, {
            filingId,
            documentId,
            verdict: isPoints ? 'explained' : 'improbable',
            severity: isPoints ? 'info' : 'warning',
            message: isPoints
              ? {
                  zh: `${base.text} → ${current.text} 是 ${show(points)} 个百分点，文字写成 ${rate.text}`,
                  en: `${base.text} → ${current.text} is ${risen}, told as ${rate.text}`,
                }
              : {
                  zh: `${base.text} → ${current.text} 是 ${show(points)} 个百分点（${real}%），文字写 ${rate.text}`,
                  en: `${base.text} → ${current.text} is ${risen} (${real}%), told as ${rate.text}`,
                },
            evidence: [
              figureEvidence(claim, relation.from, 'growth'),
              figureEvidence(claim, relation.to!, 'current'),
              figureEvidence(claim, relation.base!, 'base'),
            ],
            operands: [rate.key, current.key, base.key],
          }),
        ];
      }),
    ),
};
