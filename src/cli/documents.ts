import { Option } from 'commander';
import type { Examination } from '../../schemas/index.ts';
import type { WholeExamination } from '../examine/examine.ts';
import type { ReconcileSettings } from '../reconcile/records.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';
import { progressLine } from './progress.ts';

/** Options of every command that examines documents. */
export interface DocumentOptions {
  password?: readonly string[];
  contacts?: boolean;
  /** Norms to judge by, and the rules to run. */
  settings?: ReconcileSettings;
}

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
  for await (const { examination } of wholeExaminations(paths, options, context)) yield examination;
}

/** The same, each with the pages and tables that it was made of. */
export async function* wholeExaminations(
  paths: string[],
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<WholeExamination> {
  const { countFiles, discover } = await import('../ingest/discovery/discover.ts');
  const { allLimits } = await import('../ingest/limits.ts');
  const { examineWhole, unread } = await import('../examine/examine.ts');
  const progress = progressLine();
  let total = await countFiles(paths, {});
  let done = 0;
  const onEntries = (count: number) => {
    total += count;
  };
  for await (const found of discover(paths, {
    limits: allLimits,
    passwords: options.password ?? [],
    onEntries,
  })) {
    if (found.kind === 'skipped') {
      if (found.reason === 'other_kind' || found.reason === 'volume') total -= 1;
      continue;
    }
    const { path } = found;
    done += 1;
    progress.show(done, Math.max(done, total), path);
    const whole: WholeExamination =
      found.kind === 'document'
        ? await examineWhole(found.bytes, { ...examineOptions(options), path })
        : {
            examination: unread(
              { document_id: found.hash, path, bytes: found.size },
              found.isArchive ? 'archive' : 'unknown',
              found.issue.code === 'unsupported_format' ? 'unsupported' : 'failed',
              found.issue,
            ),
            source: null,
          };
    if (whole.examination.document.error !== null) context.end(exitCode.documents);
    progress.clear();
    yield whole;
  }
  if (done === 0) {
    context.tell(context.say('没有找到文件', 'no documents found'));
    context.end(exitCode.usage);
  }
}

export function examineOptions({ password, contacts, settings }: DocumentOptions): {
  password?: readonly string[];
  contacts: boolean;
  settings?: ReconcileSettings;
} {
  return {
    ...(password === undefined ? {} : { password }),
    ...(settings === undefined ? {} : { settings }),
    contacts: contacts === true,
  };
}
