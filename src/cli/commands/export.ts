import { Command, InvalidArgumentError, Option } from 'commander';
import { count } from '../../report/wording.ts';
import type { ExportFormat } from '../../warehouse/export/export.ts';
import type { Selection } from '../../warehouse/export/selection.ts';
import type { WarehouseReader } from '../../warehouse/reader.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, passwordOption } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf } from '../judging.ts';
import { readingThread } from '../reading-thread.ts';
import { addSelectionOptions, type SelectionOptions, selectionOf } from '../selection.ts';
import { warehouseOption, withWarehouse } from '../warehouse.ts';

/** `hedui export`: records out of a warehouse, or of files that are examined for it. */
export function exportCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('export')
    .description(say('导出记录，或做成审核底稿', 'records as files, or as a workbook for an auditor'))
    .argument(
      '[path...]',
      say('文件或文件夹：当场读取，不用库', 'files or folders to examine, instead of a warehouse'),
    )
    .requiredOption('--to <dir>', say('输出文件夹', 'folder to write to'))
    .addOption(
      new Option('--format <name>', say('格式；xlsx 为审核底稿', 'format; xlsx is the workbook'))
        .choices(['jsonl', 'csv', 'parquet', 'xlsx', 'sarif'])
        .default('jsonl'),
    )
    .addOption(warehouseOption(context))
    .option(
      '--sheets <n>',
      say(
        'xlsx：最多为多少份表单列工作表（默认 200）',
        'xlsx: most forms with a sheet of their own (default 200)',
      ),
      countOf(context),
    )
    .addOption(passwordOption(context))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui export 自评表.docx --to 底稿/ --format xlsx\n  hedui export --to 数据/ --format csv --year 2024\n  hedui export --to 数据/ --format parquet --severity warning',
        '\nExamples:\n  hedui export self-evaluation.docx --to papers/ --format xlsx\n  hedui export --to data/ --format csv --year 2024\n  hedui export --to data/ --format parquet --severity warning',
      ),
    )
    .action((paths: string[], options: ExportOptions) => run(paths, options, context));
  return addJudgingOptions(addSelectionOptions(command, context), context);
}

interface ExportOptions extends DocumentOptions, JudgingOptions, SelectionOptions {
  to: string;
  format: ExportFormat | 'sarif' | 'xlsx';
  warehouse: string;
  sheets?: number;
}

async function run(paths: string[], options: ExportOptions, context: Context): Promise<void> {
  const { say, tell, end } = context;
  if (paths.length === 0)
    return withWarehouse(options.warehouse, context, (reader) => write(reader, options, context));
  const thread = readingThread(context);
  if (thread === null) return;
  const settings = await judgingOf(options, context);
  if (typeof settings === 'string') {
    tell(say(`设置有误：${settings}`, `settings: ${settings}`));
    return end(exitCode.usage);
  }
  const { withExamined } = await import('../passing-warehouse.ts');
  const { password, contacts } = options;
  const examine = {
    settings,
    thread,
    ...(password === undefined ? {} : { password }),
    ...(contacts === undefined ? {} : { contacts }),
  };
  await withExamined(paths, examine, context, (reader, failures) =>
    write(reader, options, context, failures),
  );
}

/** `failures` are files named on the command line that gave nothing: what the process ends with is to have a reason. */
async function write(
  reader: WarehouseReader,
  options: ExportOptions,
  context: Context,
  failures = 0,
): Promise<void> {
  const { to } = options;
  const exported = await exportAs(reader, options, selectionOf(options), context);
  const counts = (['documents', 'filings', 'indicators', 'amounts', 'findings'] as const).flatMap((table) => {
    // What is told are files, as ingest tells them; the table of documents has copies once.
    const rows = (table === 'documents' ? exported.get('files') : undefined) ?? exported.get(table);
    return rows === undefined ? [] : [count(rows, table, context.language)];
  });
  if (failures > 0) counts.push(count(failures, 'failures', context.language));
  context.tell(`${counts.join(context.say('，', ', '))} → ${to}`);
}

async function exportAs(
  reader: WarehouseReader,
  { to, format, sheets }: ExportOptions,
  selection: Selection,
  context: Context,
): Promise<Map<string, number>> {
  if (format === 'sarif')
    return (await import('../export-sarif.ts')).exportSarif(reader, to, selection, context);
  if (format === 'xlsx')
    return (await import('../export-workbook.ts')).exportWorkbook(reader, to, selection, sheets, context);
  return (await import('../../warehouse/export/export.ts')).exportWarehouse(reader, to, format, selection);
}

function countOf({ say }: Context): (text: string) => number {
  return (text) => {
    if (!/^\d{1,6}$/.test(text))
      throw new InvalidArgumentError(say('应为不小于 0 的整数', 'expected a whole number from 0 on'));
    return Number(text);
  };
}
