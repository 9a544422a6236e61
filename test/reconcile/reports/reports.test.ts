import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examine } from '../../../src/examine/examine.ts';
import { budgetNotes, evaluationReport } from './evaluation.ts';
import { finalAccounts } from './final-accounts.ts';

/** Reports in prose whose figures agree are read from the file on and found without fault; one slip is told where it can be. */
async function told(paragraphs: readonly string[]): Promise<string[]> {
  const html = `<html><meta charset="utf-8"><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
  const { document, findings } = await examine(new TextEncoder().encode(html), { path: 'report.html' });
  expect(document.status).toBe('ok');
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message.en}`);
}

/** The report with one digit of its n-th figure of money or rate changed. */
function slipped(paragraphs: readonly string[], n: number): string[] {
  const marked = paragraphs.join('\n');
  const figures = [...marked.matchAll(/(?<=[^\d.])\d{2,}(?:\.\d+)?(?=万元|元|%)/g)];
  const { 0: figure, index } = figures[n % figures.length]!;
  const changed = `${(Number(figure[0]) % 9) + 1}${figure.slice(1)}`;
  return `${marked.slice(0, index)}${changed}${marked.slice(index + figure.length)}`.split('\n');
}

const KINDS = { finalAccounts, budgetNotes, evaluationReport };

describe.each(Object.entries(KINDS))('%s', (_, report) => {
  test('has no finding where its figures agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        expect(await told(report(seed))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('tells most slips', async () => {
    let found = 0;
    for (let n = 0; n < 40; n++) if ((await told(slipped(report(n + 1), n * 7))).length > 0) found += 1;
    expect(found).toBeGreaterThanOrEqual(LEAST);
  });
});

/** Of forty; a plan that nothing repeats can slip unseen. */
const LEAST = 35;
