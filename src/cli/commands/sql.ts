import { Command } from 'commander';
import type { Answer } from '../../warehouse/reader.ts';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { warehouseOption, withWarehouse } from '../warehouse.ts';

/** `hedui sql`: a question to the warehouse, answered as a table, JSON or CSV. */
export function sqlCommand(context: Context): Command {
  const { say } = context;
  return new Command('sql')
    .description(say('用 SQL 查询库', 'ask a warehouse in SQL'))
    .argument('<query>', say('一条查询语句', 'one query'))
    .addOption(warehouseOption(context))
    .option('--json', say('输出 JSON，每行一条', 'as JSON, one object a line'))
    .option('--csv', say('输出 CSV', 'as CSV'))
    .addHelpText(
      'after',
      say(
        '\n只读：不能改动库，也不能读别的文件。\n\n示例\n  hedui sql "select rule, count(*) from findings group by all"\n  hedui sql "select * from v_finding_summary" --csv',
        '\nRead only: a query can change nothing and read no other file.\n\nExamples:\n  hedui sql "select rule, count(*) from findings group by all"\n  hedui sql "select * from v_finding_summary" --csv',
      ),
    )
    .action((query: string, options: SqlOptions) => run(query, options, context));
}

interface SqlOptions {
  warehouse: string;
  json?: boolean;
  csv?: boolean;
}

async function run(query: string, options: SqlOptions, context: Context): Promise<void> {
  if (query.trim() === '') {
    context.tell(context.say('查询语句是空的', 'the query is empty'));
    return context.end(exitCode.usage);
  }
  await withWarehouse(options.warehouse, context, async (reader) => {
    try {
      await print(await reader.query(query), options, context);
    } catch (thrown) {
      context.tell(thrown instanceof Error ? thrown.message : String(thrown));
      context.end(exitCode.usage);
    }
  });
}

async function print(answer: Answer, { json, csv }: SqlOptions, context: Context): Promise<void> {
  if (json) {
    const { answerAsJson } = await import('../../report/answer/json.ts');
    for await (const text of answerAsJson(answer)) await context.write(text);
  } else if (csv) {
    const { answerAsCsv } = await import('../../report/answer/csv.ts');
    for await (const text of answerAsCsv(answer)) await context.write(text);
  } else {
    const { answerAsTable } = await import('../../report/answer/table.ts');
    await context.write(await answerAsTable(answer, context));
  }
}
