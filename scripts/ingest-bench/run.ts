import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { IngestOptions } from '../../src/ingest/options.ts';
import type { IngestReport } from '../../src/ingest/report.ts';
import { ingest } from './compiled.ts';
import { ownProcessorTime } from './figures.ts';

/** A run that came to its end, with processor time in milliseconds. */
export interface Run {
  report: IngestReport;
  /** Of this process. */
  own: number;
  /** Of the processes that parse. */
  parsing: number;
}

export async function run(input: string, options: IngestOptions): Promise<Run> {
  const before = { own: ownProcessorTime(), ended: ofEndedChildren() };
  const outcome = await ingest([input], options);
  if (outcome.status !== 'finished') throw new Error(outcome.stop.message.en);
  const own = ownProcessorTime() - before.own;
  // The processes that parse were told to stop, and count when they are gone.
  await setTimeout(500);
  return { report: outcome.report, own, parsing: ofEndedChildren() - before.ended };
}

/** Processor time of the processes that this one started and that have ended, fields 16 and 17 of proc_pid_stat(5). */
function ofEndedChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
