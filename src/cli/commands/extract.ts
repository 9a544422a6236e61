import { Command } from 'commander';
import type { Context } from '../context.ts';
import { type DocumentOptions, examinations, passwordOption } from '../documents.ts';
import { readingThread } from '../reading-thread.ts';

/** `hedui extract`: every record as a line of JSON. */
export function extractCommand(context: Context): Command {
  const { say } = context;
  return new Command('extract')
    .description(say('把表格读成记录，每行一条 JSON', 'read forms into records, one JSON object a line'))
    .argument('<path...>', say('文件或文件夹', 'files or folders'))
    .option('--pretty', say('缩进排版，供人阅读', 'indented, for reading'))
    .addOption(passwordOption(context))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui extract 目标申报表.xlsx\n  hedui extract 归档/ > 记录.jsonl',
        '\nExamples:\n  hedui extract targets.xlsx\n  hedui extract archive/ > records.jsonl',
      ),
    )
    .action((paths: string[], options: ExtractOptions) => extract(paths, options, context));
}

interface ExtractOptions extends DocumentOptions {
  pretty?: boolean;
}

async function extract(paths: string[], options: ExtractOptions, context: Context): Promise<void> {
  const thread = readingThread(context);
  if (thread === null) return;
  const { recordLines } = await import('../record-lines.ts');
  for await (const examination of examinations(paths, { ...options, thread }, context))
    await context.write(recordLines(examination, options.pretty === true));
}
