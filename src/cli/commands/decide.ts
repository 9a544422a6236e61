import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { refuseWarehouse, warehouseOption, withWarehouse } from '../warehouse.ts';

/** `hedui decide`: what reviewers decided of findings, into a warehouse. */
export function decideCommand(context: Context): Command {
  const { say } = context;
  return new Command('decide')
    .description(say('把审核结论记入库', 'keep what reviewers decided in a warehouse'))
    .argument(
      '<file>',
      say(
        '填好“审核”一栏的底稿，或结论文件',
        'a workbook with its reviews filled in, or a file of decisions',
      ),
    )
    .addOption(warehouseOption(context))
    .addHelpText(
      'after',
      say(
        '\n底稿由 hedui export --format xlsx 生成；结论文件见 docs/decisions.md。\n与库中最新结论相同的不重复记录。\n\n示例\n  hedui decide 底稿/hedui.xlsx\n  hedui decide 结论.jsonl --warehouse 库/',
        '\nThe workbook is that of hedui export --format xlsx; for the file of decisions\nsee docs/decisions.md. What the warehouse knows already is not written again.\n\nExamples:\n  hedui decide papers/hedui.xlsx\n  hedui decide decisions.jsonl --warehouse records/',
      ),
    )
    .action((file: string, options: { warehouse: string }) => decide(file, options.warehouse, context));
}

async function decide(file: string, warehouse: string, context: Context): Promise<void> {
  const { say, tell, end } = context;
  const decisions = /\.xlsx$/i.test(file)
    ? await (await import('../decisions-workbook.ts')).readWorkbookDecisions(file, context)
    : (await import('../decisions-file.ts')).readDecisions(file, context);
  if (typeof decisions === 'string') {
    tell(decisions);
    return end(exitCode.usage);
  }
  let isThere = false;
  await withWarehouse(warehouse, context, async () => {
    isThere = true;
  });
  if (!isThere) return;
  const { keepDecisions } = await import('../../warehouse/decide.ts');
  const kept = await keepDecisions(warehouse, decisions).catch((thrown: unknown) => ({ thrown }));
  if ('thrown' in kept) return refuseWarehouse(warehouse, kept.thrown, context);
  const { written, known, unmatched } = kept;
  tell(
    say(
      `记入 ${written} 条结论，${known} 条已有；${unmatched} 条在库中没有对应的问题`,
      `${written} ${written === 1 ? 'decision' : 'decisions'} kept, ${known} known already; ${unmatched} match no finding of the warehouse`,
    ),
  );
}
