import type { Examination } from '../../schemas/index.ts';
import type { ReconcileSettings } from '../reconcile/index.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';
import { progressLine } from './progress.ts';

/** Options of every command that examines documents. */
export interface DocumentOptions {
  password?: string;
  contacts?: boolean;
  /** Norms to judge by, and the rules to run. */
  settings?: ReconcileSettings;
}

/** Examines files and folders one after another; says what the failed ones end the process with. */
export async function* examinations(
  paths: string[],
  options: DocumentOptions,
  context: Context,
): AsyncGenerator<Examination> {
  const { discover } = await import('../ingest/discover.ts');
  const { examineFile } = await import('../ingest/examine-file.ts');
  const { files } = await discover(paths);
  if (files.length === 0) {
    context.tell(context.say('没有找到文件', 'no documents found'));
    context.end(exitCode.usage);
  }
  const progress = progressLine();
  for (const [index, file] of files.entries()) {
    progress.show(index + 1, files.length, file);
    const examination = await examineFile(file, examineOptions(options));
    if (examination.document.error !== null) context.end(exitCode.documents);
    progress.clear();
    yield examination;
  }
}

export function examineOptions({ password, contacts, settings }: DocumentOptions): {
  password?: string;
  contacts: boolean;
  settings?: ReconcileSettings;
} {
  return {
    ...(password === undefined ? {} : { password }),
    ...(settings === undefined ? {} : { settings }),
    contacts: contacts === true,
  };
}
