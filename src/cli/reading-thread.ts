import type { Message } from '../../schemas/index.ts';
import type { SentOptions } from '../ingest/guard/messages.ts';
import { threadLimits, type WatchedThread, watchedThread } from '../ingest/guard/watched-thread.ts';
import { type Limits, parseLimit } from '../ingest/limits.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';
import type { Judged } from './judging.ts';

/** Options of every command that examines documents. */
export interface DocumentOptions {
  password?: readonly string[];
  contacts?: boolean;
  /** Norms to judge by, and the rules to run. */
  settings?: Judged;
  /** What reads the documents, where it was started already. */
  thread?: WatchedThread;
}

/** HEDUI_LIMITS="memory=2G,cpuTime=120". */
export function environmentLimits({
  HEDUI_LIMITS = '',
}: NodeJS.ProcessEnv): Partial<Limits> | { wrong: Message } {
  let limits: Partial<Limits> = {};
  for (const text of HEDUI_LIMITS.split(',').filter(Boolean)) {
    const parsed = parseLimit(text);
    if ('wrong' in parsed) return parsed;
    limits = { ...limits, ...parsed.limit };
  }
  return limits;
}

/** What is wrong with them is wrong use of the command. */
export function refuseLimits({ zh, en }: Message, context: Context): void {
  context.tell(`HEDUI_LIMITS: ${context.say(zh, en)}`);
  context.end(exitCode.usage);
}

/**
 * The thread that reads the documents of a command, with the limits of the environment; null where those are wrong, which then was said.
 * Started at the head of a command it is ready when the command is.
 */
export function readingThread(context: Context): WatchedThread | null {
  const limits = environmentLimits(context.environment);
  if (!('wrong' in limits)) return watchedThread({ ...threadLimits, ...limits });
  refuseLimits(limits.wrong, context);
  return null;
}

/** What a thread is told of them. */
export function sentOptions({ password, contacts, settings }: DocumentOptions): SentOptions {
  return {
    ...(password === undefined ? {} : { password }),
    contacts: contacts === true,
    norms: settings?.layers ?? [],
  };
}
