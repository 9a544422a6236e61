import { describe, expect, it } from 'vitest';
import type { Finding } from '../../schemas/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { given, recordsOf, truths } from './truth.ts';

/** Kinds that the rules of sums, shares, points and unit costs answer for. */
const KINDS = new Set(['sum', 'share', 'share_sum', 'weight_sum', 'score_sum', 'unit_cost']);

const figures = (finding: Finding): number[] =>
  [finding.expected, finding.actual, ...finding.evidence.map(({ value }) => value)].filter(
    (value) => value !== null,
  );

describe.skipIf(!given)('acceptance filings (they stand beside the repository)', () => {
  it.each(given ? truths().filter(({ merge }) => !merge) : [])(
    '$id: every slip of arithmetic, and notes as notes',
    (truth) => {
      const { findings } = reconcile(recordsOf(truth));
      for (const known of truth.findings.filter(({ kind }) => KINDS.has(kind))) {
        const hits = findings.filter(({ kind }) => kind === known.kind);
        const hit = hits.find((finding) =>
          known.numbers.every((number) => figures(finding).includes(number)),
        );
        expect(hit, known.what).toBeDefined();
        expect(hit?.severity === 'error').toBe(known.level === 'error');
      }
      const wrong = findings.filter(({ severity, kind }) => severity === 'error' && KINDS.has(kind));
      const errors = truth.findings.filter(({ level, kind }) => level === 'error' && KINDS.has(kind));
      expect(wrong).toHaveLength(errors.length);
    },
  );
});
