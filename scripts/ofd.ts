/**
 * Draws PDF files as OFD in the manners of several writers, reads both, and says where what is read differs.
 *   node scripts/ofd.ts FILE.pdf … [--manner suwell,foxit,…] [--keep DIR]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { differencesOf } from './ofd/compare.ts';
import { ofdFromPdf } from './ofd/from-pdf.ts';
import { manners } from './ofd/manners.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { manner: { type: 'string' }, keep: { type: 'string' } },
});
const chosen = manners.filter(
  ({ name }) => values.manner === undefined || values.manner.split(',').includes(name),
);
let bad = 0;
for (const file of positionals)
  for (const manner of chosen) {
    const pdf = new Uint8Array(readFileSync(file));
    const ofd = await ofdFromPdf(pdf, manner);
    const name = path.basename(file, '.pdf');
    if (values.keep !== undefined) {
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(path.join(values.keep, `${name}.${manner.name}.ofd`), ofd);
    }
    const differences = await differencesOf(pdf, ofd);
    if (differences.length > 0) bad++;
    process.stdout.write(`${differences.length === 0 ? 'same' : 'DIFFERS'} ${name} ${manner.name}\n`);
    for (const difference of differences.slice(0, 12)) process.stdout.write(`  ${difference}\n`);
  }
if (bad > 0) process.exitCode = 1;
