import { Command } from 'commander';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';

/** `hedui schema`: the vocabulary as JSON Schema. */
export function schemaCommand(context: Context): Command {
  const { say } = context;
  return new Command('schema')
    .description(say('输出记录的 JSON Schema', 'print the JSON Schema of the records'))
    .argument(
      '[noun]',
      say('名词，如 filing；不写则输出全部', 'a noun, filing; all of them where none is given'),
    )
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui schema indicator\n  hedui schema > hedui.schema.json',
        '\nExamples:\n  hedui schema indicator\n  hedui schema > hedui.schema.json',
      ),
    )
    .action((noun: string | undefined) => schema(noun, context));
}

async function schema(noun: string | undefined, context: Context): Promise<void> {
  const { nouns, jsonSchemaOf, wholeVocabulary } = await import('../json-schema.ts');
  if (noun === undefined) return context.write(`${JSON.stringify(wholeVocabulary(), null, 2)}\n`);
  const described = jsonSchemaOf(noun);
  if (described !== undefined) return context.write(`${JSON.stringify(described, null, 2)}\n`);
  const known = nouns().join(', ');
  context.tell(context.say(`没有 ${noun}；有：${known}`, `no noun ${noun}; there are: ${known}`));
  context.end(exitCode.usage);
}
