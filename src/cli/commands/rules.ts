import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';

/** `hedui rules`: the catalogue, and what one rule checks. */
export function rulesCommand(context: Context): Command {
  const { say } = context;
  const explain = new Command('explain')
    .description(
      say(
        '说明一条规则：核对什么、为什么、参数和例子',
        'one rule: what it checks and why, parameters, an example',
      ),
    )
    .argument('<code>', say('规则编号，如 SUM-01', 'code of the rule, SUM-01'))
    .addHelpText(
      'after',
      say('\n示例\n  hedui rules explain SUM-01', '\nExample:\n  hedui rules explain SUM-01'),
    )
    .action((code: string) => explainRule(code, context));
  return new Command('rules')
    .description(say('列出核对规则', 'list the rules of the catalogue'))
    .option('--json', say('输出 JSON，每行一条', 'as JSON, one object a line'))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui rules\n  hedui rules explain SUM-01',
        '\nExamples:\n  hedui rules\n  hedui rules explain SUM-01',
      ),
    )
    .action((options: { json?: boolean }) => listRules(options.json === true, context))
    .addCommand(explain);
}

async function listRules(asJson: boolean, context: Context): Promise<void> {
  const { RULES } = await import('../../reconcile/registry.ts');
  if (asJson) {
    const { jsonLines } = await import('../record-lines.ts');
    return context.write(
      jsonLines(
        RULES.map(({ check, ...rule }) => rule),
        false,
      ),
    );
  }
  const { ruleList } = await import('../../report/terminal/rules.ts');
  await context.write(ruleList(RULES, context.language, context.width, await painter(context)));
}

async function explainRule(code: string, context: Context): Promise<void> {
  const { RULES } = await import('../../reconcile/registry.ts');
  const asked = plainCode(code);
  const rule = RULES.find(({ id }) => plainCode(id) === asked);
  if (!rule) {
    context.tell(
      context.say(`没有规则 ${code}；hedui rules 列出全部`, `no rule ${code}; hedui rules lists them`),
    );
    return context.end(exitCode.usage);
  }
  const { ruleExplanation } = await import('../../report/terminal/rules.ts');
  await context.write(ruleExplanation(rule, context.language, context.width, await painter(context)));
}

/** sum1, SUM 01 and SUM-01 are one code. */
function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[\s_-]+/g, '')
    .replace(/\D0+(?=\d)/, (zeros) => zeros.charAt(0));
}

async function painter(context: Context) {
  const { paint, wantsColour } = await import('../../report/terminal/paint.ts');
  return paint(wantsColour(process.stdout, context.environment));
}
