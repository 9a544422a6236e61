/**
 * Prints forms (.docx), scans the prints, examines both and says which fields of their records differ.
 *   node scripts/scan-forms.ts [--quality clean300,noisy200] [--seed 1] [--keep DIR] [--only REGEX] [--differences] [FORM.docx …]
 * Without names it takes the samples: a form of every family. Needs LibreOffice and pdftoppm.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { examine } from '../src/examine/examine.ts';
import { printByOffice } from './generate/render/pdf.ts';
import { keptFiles } from './scan/kept.ts';
import { makeScan, qualities } from './scan/make-scan.ts';
import { addRecords, emptyRecordScore, type RecordScore } from './scan/record-differences.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quality: { type: 'string', default: 'clean300,noisy200' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    only: { type: 'string', default: '.' },
    differences: { type: 'boolean', default: false },
  },
});

const samples = path.resolve(import.meta.dirname, '../samples');
const named =
  positionals.length > 0 ? positionals : readdirSync(samples).map((name) => path.join(samples, name));
const forms = named.filter((name) => name.endsWith('.docx') && new RegExp(options.only).test(name));
const stored = keptFiles(options.keep);

for (const quality of qualities.filter(({ name }) => options.quality.split(',').includes(name))) {
  const whole = emptyRecordScore();
  for (const [i, file] of forms.entries()) {
    const name = path.basename(file, '.docx');
    const bytes = new Uint8Array(readFileSync(file));
    const seed = Number(options.seed) + i;
    const scan = await stored(`${name}.${quality.name}.${seed}.pdf`, async () =>
      makeScan(await stored(`${name}.pdf`, () => printed(name, bytes)), quality, seed),
    );
    const score = emptyRecordScore();
    addRecords(score, await examine(bytes, { path: `${name}.docx` }), await examine(scan, { path: 'a.pdf' }));
    if (score.wrong > 0) process.stdout.write(`- ${name}: ${shares(score)}\n`);
    if (options.differences) for (const line of score.differences) process.stdout.write(`  - ${line}\n`);
    for (const key of ['fields', 'wrong', 'figures', 'wrongFigures', 'silent', 'inVain'] as const)
      whole[key] += score[key];
  }
  process.stdout.write(`## ${quality.name}: ${forms.length} forms: ${shares(whole)}\n`);
}

async function printed(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = (await printByOffice(new Map([[`${name}.docx`, bytes]]))).get(`${name}.docx`);
  if (pdf === undefined) throw new Error(`${name} was not printed`);
  return pdf;
}

function shares({ fields, wrong, figures, wrongFigures, silent, inVain }: RecordScore): string {
  const share = (bad: number, all: number): string =>
    `${all - bad} of ${all} (${((100 * (all - bad)) / Math.max(1, all)).toFixed(2)} %)`;
  return `fields ${share(wrong, fields)}, figures ${share(wrongFigures, figures)}, ${silent} wrong without a doubt, ${inVain} doubted in vain`;
}
