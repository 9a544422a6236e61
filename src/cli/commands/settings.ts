import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf } from '../judging.ts';

/** `hedui settings`: the norms and thresholds that a run would judge by. */
export function settingsCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('settings')
    .description(say('输出生效的规范和阈值', 'print the norms and thresholds in effect'))
    .addHelpText(
      'after',
      say('\n示例\n  hedui settings --profile sichuan', '\nExample:\n  hedui settings --profile sichuan'),
    )
    .action((options: JudgingOptions) => settings(options, context));
  return addJudgingOptions(command, context);
}

async function settings(options: JudgingOptions, context: Context): Promise<void> {
  const found = await judgingOf(options, context);
  if (typeof found === 'string') {
    context.tell(context.say(`设置有误：${found}`, `settings: ${found}`));
    return context.end(exitCode.usage);
  }
  const { effective } = await import('../../reconcile/profiles/index.ts');
  await context.write(`${JSON.stringify(effective(found), null, 2)}\n`);
}
