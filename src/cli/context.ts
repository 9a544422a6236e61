import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { whyUnwritable } from '../ingest/output/unwritable.ts';
import type { Language } from '../report/wording.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/** What a command is given beside its arguments. */
export interface Context {
  language: Language;
  /** Of hedui itself. */
  version: string;
  /** The sentence in the language of the run. */
  say: (zh: string, en: string) => string;
  /** Data, to stdout; waits where the reader is slow. */
  write: (text: string) => Promise<void>;
  /** A line for people, to stderr. */
  tell: (line: string) => void;
  /** Columns of the terminal, within what a report can use. */
  width: number;
  environment: NodeJS.ProcessEnv;
  /** Says what the process is to end with; the largest counts. */
  end: (code: ExitCode) => void;
}

/** Narrowest and widest report, in columns: tables break below, and sentences are hard to follow above. */
const leastWidth = 60;
const mostWidth = 120;
const usualWidth = 80;

export function processContext(language: Language, version = ''): Context {
  const { stdout, stderr, env } = process;
  const say: Context['say'] = (zh, en) => (language === 'zh' ? zh : en);
  stdout.on('error', (error) => leaveOnLostOutput(error, say));
  // Work goes on without the one who listened to it (`hedui ingest … 2>&1 | head`); a log that found no room is told by the exit code.
  stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exitCode = exitCode.internal;
  });
  const columns = stdout.columns ?? (Number(env.COLUMNS) || usualWidth);
  return {
    language,
    version,
    say,
    write: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    tell: (line) => {
      stderr.write(`${line}\n`);
    },
    width: Math.min(mostWidth, Math.max(leastWidth, columns)),
    environment: env,
    end: (code) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
    },
  };
}

/** The reader has seen enough (`hedui … | head`): no mistake, and nothing left to do. Data that are lost are never a success. */
function leaveOnLostOutput(error: NodeJS.ErrnoException, say: Context['say']): never {
  if (error.code === 'EPIPE') process.exit(process.exitCode);
  try {
    const { zh, en } = whyUnwritable(error);
    writeSync(process.stderr.fd, `${say(`输出写不进去：${zh}`, `the output cannot be written: ${en}`)}\n`);
  } catch {
    // Where stderr cannot be written either, the exit code alone says so.
  }
  process.exit(exitCode.internal);
}
