import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IngestReport } from '../../src/ingest/report.ts';
import { writeFilings } from './archive.ts';
import { say } from './figures.ts';

const launcher = fileURLToPath(new URL('../../bin/hedui.js', import.meta.url));
const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'];

/** A run that is killed again and again and resumed, against one that was left alone. */
export async function kill(folder: string, total: number, times: number): Promise<void> {
  const input = join(folder, 'in');
  writeFilings(input, total);
  const args = (out: string) => [launcher, 'ingest', input, '--out', join(folder, out), '--json'];
  const reportOf = (out: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, args(out), { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as IngestReport;
  };
  const alone = reportOf('alone');
  let [killed, told] = [0, 0];
  while (killed < times) {
    // Kills fall on the whole length of the run, between documents and within them.
    const after = 1 + Math.floor((Math.random() * 1.6 * total) / (times + 1));
    const run = await killedAfter(after, [...args('killed'), '--log-level', 'info']);
    told += run.told;
    if (!run.wasKilled) break;
    killed += 1;
  }
  const last = reportOf('killed');
  say(
    `${total} filings, ${alone.seconds.toFixed(0)} s alone; killed ${killed} times: ${told} told as parsed before the kills, ${last.parsed} by the last run`,
  );
  const same = recordFiles.map((name) => `${name} ${isSame(folder, `${name}.jsonl`)}`);
  say(`the same byte for byte: ${same.join(', ')}`);
  say(`a run over the unchanged archive parsed ${reportOf('killed').parsed}`);
}

function killedAfter(documents: number, args: string[]): Promise<{ wasKilled: boolean; told: number }> {
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = 0;
  run.stderr.on('data', (piece: Buffer) => {
    told += piece.toString().split('"origin":"parsed"').length - 1;
    if (told >= documents) setTimeout(() => run.kill('SIGKILL'), Math.random() * 30);
  });
  return new Promise((resolve) => {
    run.on('close', (_, signal) => resolve({ wasKilled: signal !== null, told }));
  });
}

function isSame(folder: string, name: string): boolean {
  const [alone, killed] = ['alone', 'killed'].map((out) => readFileSync(join(folder, out, name)));
  return alone!.equals(killed!);
}
