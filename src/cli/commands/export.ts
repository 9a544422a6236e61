import { Command, Option } from 'commander';
import type { ExportFormat } from '../../warehouse/export/export.ts';
import type { Context } from '../context.ts';
import { addSelectionOptions, type SelectionOptions, selectionOf } from '../selection.ts';
import { warehouseOption, withWarehouse } from '../warehouse.ts';

/** `hedui export`: records out of a warehouse, as files. */
export function exportCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('export')
    .description(say('从库中导出记录', 'records out of a warehouse, as files'))
    .requiredOption('--to <dir>', say('输出文件夹', 'folder to write to'))
    .addOption(
      new Option('--format <name>', say('格式', 'format'))
        .choices(['jsonl', 'csv', 'parquet', 'xlsx', 'sarif'])
        .default('jsonl'),
    )
    .addOption(warehouseOption(context))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui export --to 数据/ --format csv --year 2024\n  hedui export --to 数据/ --format parquet --severity warning',
        '\nExamples:\n  hedui export --to data/ --format csv --year 2024\n  hedui export --to data/ --format parquet --severity warning',
      ),
    )
    .action((options: ExportOptions) => run(options, context));
  return addSelectionOptions(command, context);
}

interface ExportOptions extends SelectionOptions {
  to: string;
  format: ExportFormat | 'sarif';
  warehouse: string;
}

async function run(options: ExportOptions, context: Context): Promise<void> {
  const { to, format, warehouse } = options;
  await withWarehouse(warehouse, context, async (reader) => {
    const selection = selectionOf(options);
    const exported =
      format === 'sarif'
        ? await (await import('../export-sarif.ts')).exportSarif(reader, to, selection, context)
        : await (await import('../../warehouse/export/export.ts')).exportWarehouse(
            reader,
            to,
            format,
            selection,
          );
    const counts = ['documents', 'filings', 'indicators', 'amounts', 'findings']
      .filter((table) => exported.has(table))
      .map((table) => `${table} ${exported.get(table)}`)
      .join(context.say('，', ', '));
    context.tell(`${counts} → ${to}`);
  });
}
