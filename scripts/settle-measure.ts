/**
 * Misreads the figures of fictional filings as a reader of scans would, and says how many doubts arithmetic settles, and how.
 *   node scripts/settle-measure.ts [--count 300] [--seed 1] [--doubtful 0.06] [--wrong 0.5] [--lost 0.05] [--silent 0.002] [--slips 0.3] [--differences]
 */
import { parseArgs } from 'node:util';
import { generateDocument, templates } from './generate/document.ts';
import { seededRandom } from './generate/random.ts';
import { settleTrial, type Trial } from './scan/settle-trial.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    doubtful: { type: 'string', default: '0.06' },
    wrong: { type: 'string', default: '0.5' },
    lost: { type: 'string', default: '0.05' },
    silent: { type: 'string', default: '0.002' },
    slips: { type: 'string', default: '0.3' },
    differences: { type: 'boolean', default: false },
  },
});

const rates = {
  doubtful: Number(options.doubtful),
  wrong: Number(options.wrong),
  lost: Number(options.lost),
  silent: Number(options.silent),
};
const sum: Trial = { doubtful: 0, tied: 0, settled: 0, changed: 0, wrongly: 0, findings: 0, differences: [] };
for (let i = 0; i < Number(options.count); i++) {
  const seed = Number(options.seed) + i;
  const random = seededRandom(seed * 31 + 5);
  const { template } = generateDocument(seed);
  const { slips } = templates.find(({ id }) => id === template)!;
  const slip = slips.length > 0 && random.chance(Number(options.slips)) ? random.pick([...slips]) : undefined;
  const { sections } = generateDocument(seed, { template, slip });
  const trial = settleTrial(sections, rates, random);
  for (const key of ['doubtful', 'tied', 'settled', 'changed', 'wrongly', 'findings'] as const)
    sum[key] += trial[key];
  sum.differences.push(
    ...trial.differences.map((text) => `${seed} ${template}${slip ? ` (${slip})` : ''}: ${text}`),
  );
}
const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
process.stdout.write(
  `${[
    `figures read doubtfully        ${sum.doubtful}`,
    `of those in an equation        ${sum.tied} (${share(sum.tied, sum.doubtful)})`,
    `of those settled               ${sum.settled} (${share(sum.settled, sum.tied)}), ${sum.changed} to another reading`,
    `of those wrongly               ${sum.wrongly}`,
    ...(options.differences ? sum.differences.map((text) => `- ${text}`) : []),
  ].join('\n')}\n`,
);
