/**
 * Injects slips into clean filings and says how the reconciliation copes: `node scripts/mutate.ts [--count 5000] [--seed 1] [--slips 1]`.
 * Deterministic by seed. Figures on stdout.
 */
import { parseArgs } from 'node:util';
import { runHarness, type Tally, type Trial, tally } from './mutate/trial.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    slips: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
  },
});

const harness = runHarness(Number(options.count), Number(options.seed), Number(options.slips));
const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)}`;
const line = (name: string, of: Tally): string =>
  [
    name.padEnd(18),
    String(of.forms).padStart(6),
    percent(of.detected, of.forms).padStart(10),
    percent(of.top1, of.forms).padStart(8),
    percent(of.top3, of.forms).padStart(8),
    (of.findings / Math.max(1, of.forms)).toFixed(2).padStart(9),
    percent(of.suggested, of.forms).padStart(10),
    percent(of.suggestedRight, of.suggested).padStart(10),
  ].join(' ');

const by = (key: (trial: Trial) => string): Map<string, Trial[]> => Map.groupBy(harness.trials, key);
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
print('                    forms  detected%    top1%    top3%  findings suggested% precision%');
print(line('all', tally(harness.trials)));
for (const key of [
  ({ generator }: Trial) => generator,
  ({ family }: Trial) => family,
  ({ regime }: Trial) => regime,
]) {
  print('');
  for (const [name, trials] of [...by(key)].sort()) print(line(name, tally(trials)));
}
print('\nclean filings: forms, errors, notes');
for (const [regime, { forms, errors, notes, examples }] of Object.entries(harness.falseErrors)) {
  print(
    `${regime.padEnd(18)} ${String(forms).padStart(6)} ${String(errors).padStart(8)} ${String(notes).padStart(8)}`,
  );
  for (const example of examples) print(`  ${example}`);
}
if (options.misses) {
  print('\nnot named first (seed, family, regime, generator, detected, rank):');
  for (const trial of harness.trials
    .filter(({ rank, suggested, suggestedRight }) => rank !== 0 || suggested > suggestedRight)
    .slice(0, 60)) {
    print(
      `${trial.seed} ${trial.family} ${trial.regime} ${trial.generator} ${trial.detected} ${trial.rank} ${trial.suggested}/${trial.suggestedRight}`,
    );
  }
}
