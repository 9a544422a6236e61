import { basename } from 'node:path';
import { Command, Option } from 'commander';
import type { Grid } from '../../../schemas/index.ts';
import { issueText } from '../../report/wording.ts';
import type { Context } from '../context.ts';
import { passwordOption } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { readingThread, sentOptions } from '../reading-thread.ts';

type TableFormat = 'text' | 'csv' | 'html' | 'json';

/** `hedui tables`: every grid of a document as it was seen, before any label is read. */
export function tablesCommand(context: Context): Command {
  const { say } = context;
  return new Command('tables')
    .description(say('显示文件中看到的每张表格', 'show every table seen in a document, before it is read'))
    .argument('<file>', say('文件', 'file'))
    .addOption(
      new Option('--format <name>', say('输出格式', 'output format'))
        .choices(['text', 'csv', 'html', 'json'])
        .default('text'),
    )
    .option('--pretty', say('JSON 缩进排版', 'indented JSON'))
    .addOption(passwordOption(context))
    .addHelpText(
      'after',
      say(
        '\n姓名和电话照原样显示。\n\n示例\n  hedui tables 目标申报表.xlsx\n  hedui tables 自评表.docx --format html > 表格.html',
        '\nNames and telephone numbers are shown as they stand in the file.\n\nExamples:\n  hedui tables targets.xlsx\n  hedui tables self-evaluation.docx --format html > tables.html',
      ),
    )
    .action((file: string, options: TablesOptions) => tables(file, options, context));
}

interface TablesOptions {
  format: TableFormat;
  pretty?: boolean;
  password?: readonly string[];
}

async function tables(file: string, options: TablesOptions, context: Context): Promise<void> {
  const thread = readingThread(context);
  if (thread === null) return;
  const { readNamed } = await import('../../ingest/discovery/read-stable.ts');
  const bytes = await readNamed(file);
  if ('code' in bytes) return fail(file, issueText(bytes, context.language), context);
  const { password } = options;
  const parsed = await thread.ask(
    'parse',
    { path: basename(file), hash: '', bytes },
    sentOptions(password === undefined ? {} : { password }),
  );
  await thread.stop();
  if (parsed.status !== 'read') return fail(file, issueText(parsed.error, context.language), context);
  const { warnings, blocks } = parsed.source;
  for (const warning of warnings) context.tell(`${file}: ${issueText(warning, context.language)}`);
  const grids = blocks.filter((block) => block.kind === 'grid');
  await context.write(await formatted(file, bytes, grids, options, context));
}

async function formatted(
  file: string,
  bytes: Uint8Array,
  grids: Grid[],
  { format, pretty }: TablesOptions,
  { language, width }: Context,
): Promise<string> {
  if (format === 'csv') return (await import('../../report/grid/csv.ts')).gridsAsCsv(grids);
  if (format === 'html')
    return (await import('../../report/grid/html.ts')).gridsAsHtml(basename(file), grids, language);
  if (format === 'text')
    return (await import('../../report/grid/text.ts')).gridsAsText(grids, language, width);
  const { createHash } = await import('node:crypto');
  const { gridsAsJson } = await import('../../report/grid/json.ts');
  return gridsAsJson(createHash('sha256').update(bytes).digest('hex'), grids, pretty === true);
}

function fail(file: string, reason: string, context: Context): void {
  context.tell(`${file}: ${reason}`);
  context.end(exitCode.documents);
}
