import { Command, InvalidArgumentError, Option } from 'commander';
import type { FormType, Severity } from '../../../schemas/index.ts';
import type { ExportFormat } from '../../warehouse/export/export.ts';
import type { Selection } from '../../warehouse/export/selection.ts';
import type { Context } from '../context.ts';
import { warehouseOption, withWarehouse } from '../warehouse.ts';

const forms: FormType[] = [
  'department_targets',
  'project_targets',
  'project_self_evaluation',
  'department_self_evaluation',
  'scoring_framework',
  'base_data',
  'budget_table',
  'allocation_table',
  'unknown',
];

/** `hedui export`: records out of a warehouse, as files. */
export function exportCommand(context: Context): Command {
  const { say } = context;
  return new Command('export')
    .description(say('从库中导出记录', 'records out of a warehouse, as files'))
    .requiredOption('--to <dir>', say('输出文件夹', 'folder to write to'))
    .addOption(
      new Option('--format <name>', say('格式', 'format'))
        .choices(['jsonl', 'csv', 'parquet', 'xlsx', 'sarif'])
        .default('jsonl'),
    )
    .addOption(warehouseOption(context))
    .option('--organisation <text>', say('单位代码，或名称中的一段', 'code of a unit, or part of its name'))
    .option('--year <year>', say('预算年度', 'budget year'), yearOf(context))
    .addOption(new Option('--form <type>', say('表格种类', 'kind of form')).choices(forms))
    .addOption(
      new Option(
        '--severity <level>',
        say('只要此级别及以上的问题', 'only findings from this severity on'),
      ).choices(['error', 'warning', 'info']),
    )
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui export --to 数据/ --format csv --year 2024\n  hedui export --to 数据/ --format parquet --severity warning',
        '\nExamples:\n  hedui export --to data/ --format csv --year 2024\n  hedui export --to data/ --format parquet --severity warning',
      ),
    )
    .action((options: ExportOptions) => run(options, context));
}

interface ExportOptions {
  to: string;
  format: ExportFormat | 'sarif';
  warehouse: string;
  organisation?: string;
  year?: number;
  form?: FormType;
  severity?: Severity;
}

async function run(options: ExportOptions, context: Context): Promise<void> {
  const { to, format, warehouse, organisation, year, form, severity } = options;
  await withWarehouse(warehouse, context, async (reader) => {
    const selection: Selection = {
      ...(organisation === undefined ? {} : { organisation }),
      ...(year === undefined ? {} : { year }),
      ...(form === undefined ? {} : { form }),
      ...(severity === undefined ? {} : { severity }),
    };
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

function yearOf({ say }: Context): (text: string) => number {
  return (text) => {
    if (!/^(19|20)\d{2}$/.test(text))
      throw new InvalidArgumentError(say('应为四位年份', 'expected a year of four digits'));
    return Number(text);
  };
}
