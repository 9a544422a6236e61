import { Option } from 'commander';
import type { Examination } from '../../schemas/index.ts';
import type { WholeExamination } from '../examine/examine.ts';
import type { Discovered } from '../ingest/discovery/discover.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';
import { progressLine } from './progress.ts';
import { type DocumentOptions, readingThread, sentOptions } from './reading-thread.ts';

export type { DocumentOptions } from './reading-thread.ts';

/** `--password`, as often as there are passwords. */
export function passwordOption({ say }: Context): Option {
  const about = say(
    '加密文件和压缩包的密码，可重复',
    'password of encrypted files and archives; may be repeated',
  );
  return new Option('--password <text>', about).argParser((text, before: string[] = []) => [...before, text]);
}

/** Examines files and folders one after another; says what the failed ones end the process with. */
export async function* examinations(
  paths: string[],
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<Examination> {
  for await (const { examination } of read('examine', paths, options, context)) yield examination;
}

/** The same, each with the pages and tables that it was made of. */
export function wholeExaminations(
  paths: string[],
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<WholeExamination> {
  return read('whole', paths, options, context);
}

async function* read(
  kind: 'examine' | 'whole',
  paths: string[],
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<WholeExamination> {
  const thread = options.thread ?? readingThread(context);
  if (thread === null) return;
  const sent = sentOptions(options);
  const { countFiles, discover } = await import('../ingest/discovery/discover.ts');
  const progress = progressLine();
  let total = await countFiles(paths, {});
  let done = 0;
  const onEntries = (count: number) => {
    total += count;
  };
  try {
    for await (const found of discover(paths, {
      limits: thread.limits,
      passwords: options.password ?? [],
      onEntries,
    })) {
      if (found.kind === 'skipped') {
        if (found.reason === 'other_kind' || found.reason === 'volume') total -= 1;
        continue;
      }
      done += 1;
      progress.show(done, Math.max(done, total), found.path);
      const whole = found.kind === 'document' ? await thread.ask(kind, found, sent) : await notRead(found);
      if (whole.examination.document.error !== null) context.end(exitCode.documents);
      progress.clear();
      yield whole;
    }
  } finally {
    await thread.stop();
  }
  if (done === 0) {
    context.tell(context.say('没有找到文件', 'no documents found'));
    context.end(exitCode.usage);
  }
}

async function notRead(found: Extract<Discovered, { kind: 'unread' }>): Promise<WholeExamination> {
  const { unread } = await import('../examine/examine.ts');
  const identity = { document_id: found.hash, path: found.path, bytes: found.size };
  const format = found.isArchive ? 'archive' : 'unknown';
  const status = found.issue.code === 'unsupported_format' ? 'unsupported' : 'failed';
  return { examination: unread(identity, format, status, found.issue), source: null };
}
