// Makes hostile inputs, runs them through `ingest` and compares what comes of each with what is written down.
//   --only TEXT   cases whose name holds it      --keep DIR   write the inputs there and stop
//   --limit NAME=VALUE                           --workers N
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Limits, parseLimit } from '../src/ingest/limits.ts';
import { allCases, runCases, writeCases } from './hostile/run.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    workers: { type: 'string', default: '1' },
    limit: { type: 'string', multiple: true, default: [] },
  },
});
const cases = allCases.filter(({ name }) => name.includes(values.only));
let limits: Partial<Limits> = {};
for (const text of values.limit) {
  const parsed = parseLimit(text);
  if ('wrong' in parsed) throw new TypeError(parsed.wrong.en);
  limits = { ...limits, ...parsed.limit };
}
if (values.keep !== undefined) {
  mkdirSync(values.keep, { recursive: true });
  writeCases(cases, values.keep);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-hostile-'));
  try {
    const verdicts = await runCases(cases, folder, { workers: Number(values.workers), limits });
    for (const { name, rows, seconds, memory, wrong } of verdicts) {
      const ended = rows
        .slice(0, 3)
        .map(({ status, code }) => (code === null ? status : `${status} ${code}`));
      const shown = JSON.stringify(name).slice(1, -1).slice(0, 40).padEnd(40);
      const cost = `${seconds.toFixed(1).padStart(6)} s ${(memory / 1048576).toFixed(0).padStart(5)} MB`;
      process.stdout.write(
        `${wrong === null ? '  ' : '✗ '}${shown} ${cost}  ${[...new Set(ended)].join(', ')}${wrong === null ? '' : `  ← ${wrong}`}\n`,
      );
    }
    const wrong = verdicts.filter((verdict) => verdict.wrong !== null).length;
    process.stdout.write(`${verdicts.length} hostile inputs, ${wrong} not as expected\n`);
    if (wrong > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
