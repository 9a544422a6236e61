import { Command, type CommanderError, Option } from 'commander';
import { checkCommand } from './commands/check.ts';
import { debugCommand } from './commands/debug.ts';
import { decideCommand } from './commands/decide.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { reportCommand } from './commands/report.ts';
import { rulesCommand } from './commands/rules.ts';
import { schemaCommand } from './commands/schema.ts';
import { settingsCommand } from './commands/settings.ts';
import { sqlCommand } from './commands/sql.ts';
import { tablesCommand } from './commands/tables.ts';
import type { Context } from './context.ts';
import { chineseErrorText } from './error-text.ts';
import { helpConfiguration } from './help.ts';

/** The command line: one row a command. What a command needs is loaded when it runs. */
const commands = [
  checkCommand,
  extractCommand,
  tablesCommand,
  debugCommand,
  ingestCommand,
  exportCommand,
  reportCommand,
  decideCommand,
  sqlCommand,
  rulesCommand,
  settingsCommand,
  schemaCommand,
];

export function program(context: Context, version: string): Command {
  const { say, language } = context;
  const root = new Command('hedui')
    .description(
      say(
        '核对：把预算绩效表格（Word、WPS、Excel、PDF、OFD、RTF、OpenDocument、网页和扫描件）读成规范的记录，并逐项核对。',
        'Reads budget-performance filings (预算绩效; Word, WPS, Excel, PDF, OFD, RTF, OpenDocument, web pages, scans) into normalised records and reconciles them.',
      ),
    )
    .version(version, '-V, --version', say('版本', 'version'))
    .helpOption('-h, --help', say('帮助', 'help'))
    .helpCommand(false)
    .addHelpText('after', footer(context));
  for (const command of commands) root.addCommand(command(context));
  configure(root, context, language);
  return root;
}

/** The settings that commander does not hand down to commands that are added. */
function configure(command: Command, context: Context, language: Context['language']): void {
  const { say } = context;
  command
    .configureHelp(helpConfiguration(language))
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(errorText(text, command, say)) });
  if (command.parent !== null) {
    command
      .helpOption('-h, --help', say('帮助', 'help'))
      .addOption(new Option('--lang <code>', say('语言', 'language')).choices(['zh', 'en']).default('zh'));
  } else
    command.addOption(
      new Option('--lang <code>', say('语言', 'language')).choices(['zh', 'en']).default('zh'),
    );
  if (command.commands.length > 0) refuseUnknown(command);
  for (const child of command.commands) configure(child, context, language);
}

/** `hedui nosuch --help` asks for help with a command that there is none of: commander would show the help of what stands before it. */
function refuseUnknown(command: Command): void {
  command.on('beforeHelp', () => {
    const name = command.args.find((arg) => !arg.startsWith('-'));
    if (name !== undefined && command.commands.every((known) => known.name() !== name))
      command.parse([name], { from: 'user' });
  });
}

function errorText(text: string, command: Command, say: Context['say']): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  const path = names.join(' ');
  const told = text.trimEnd();
  return `${say(chineseErrorText(told), told)}\n${say(`用法见 ${path} --help`, `see ${path} --help`)}\n`;
}

function footer({ say }: Context): string {
  return say(
    `
示例
  hedui check 自评表.docx            列出一份表格的问题
  hedui tables 目标申报表.xlsx       看看读到了哪些表格
  hedui ingest 归档/ --out 记录/     批量读成 JSONL 记录

退出码：0 没有问题 · 1 有达到 --fail-on 级别的问题 · 2 用法错误
        3 有文件未能读取 · 4 内部错误`,
    `
Examples:
  hedui check self-evaluation.docx      what is wrong in one filing
  hedui tables targets.xlsx             which tables were seen
  hedui ingest archive/ --out records/  read a folder into JSONL records

Exit codes: 0 clean · 1 findings at or above --fail-on · 2 usage
            3 some documents failed · 4 internal`,
  );
}

/** commander says by a throw that help was shown or that an option is wrong. */
export function isCommanderError(thrown: unknown): thrown is CommanderError {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('commander.');
}
