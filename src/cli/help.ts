import type { Command, HelpConfiguration } from 'commander';
import { displayWidth, wrap } from '../report/terminal/width.ts';
import type { Language } from '../report/wording.ts';

const titles: Record<string, string> = {
  'Usage:': '用法',
  'Arguments:': '参数',
  'Options:': '选项',
  'Commands:': '命令',
};

/** Help in the language of the run, with columns that fit 汉字, 80 wide on every terminal. */
export function helpConfiguration(language: Language): HelpConfiguration {
  return {
    helpWidth: 80,
    displayWidth,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    styleTitle: (title) => (language === 'zh' ? (titles[title] ?? title) : title),
    commandUsage: (command) => `${pathOf(command)} ${usageOf(command, language)}`,
    subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trim(),
    optionDescription: (option) => {
      const { description, argChoices, defaultValue } = option;
      const extra = [
        ...(argChoices ? [argChoices.join(' | ')] : []),
        ...(defaultValue === undefined || defaultValue === false
          ? []
          : [`${language === 'zh' ? '默认' : 'default'} ${String(defaultValue)}`]),
      ];
      if (extra.length === 0) return description;
      return language === 'zh'
        ? `${description}（${extra.join('，')}）`
        : `${description} (${extra.join(', ')})`;
    },
  };
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function usageOf(command: Command, language: Language): string {
  const options = language === 'zh' ? '[选项]' : '[options]';
  if (command.commands.length > 0 && command.parent === null)
    return language === 'zh' ? '<命令>' : '<command>';
  return `${argumentsOf(command)} ${options}`.trim();
}

function argumentsOf(command: Command): string {
  return command.registeredArguments
    .map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
      return argument.required ? name : `[${name}]`;
    })
    .join(' ');
}
