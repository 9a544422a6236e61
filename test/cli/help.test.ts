import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { processContext } from '../../src/cli/context.ts';
import { helpText } from '../../src/cli/help-text.ts';
import { program } from '../../src/cli/program.ts';
import { displayWidth } from '../../src/report/terminal/width.ts';
import { root } from '../house/sources.ts';
import { hedui } from './run.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const languages = ['zh', 'en'] as const;

describe('help', () => {
  test.each(languages)('of hedui is what commander writes (%s)', (language) => {
    const { code, stdout } = hedui(['--help'], { HEDUI_LANG: language });
    expect(code).toBe(0);
    expect(stdout).toBe(helpText(language, version));
    expect(stdout).toContain(program(processContext(language), version).helpInformation().trimEnd());
  });

  test('names every command and every exit code', () => {
    const text = helpText('en', version);
    for (const name of ['check', 'extract', 'tables', 'ingest', 'rules', 'schema'])
      expect(text).toMatch(new RegExp(`^  ${name}`, 'm'));
    for (const code of ['0 clean', '1 findings', '2 usage', '3 some documents failed', '4 internal'])
      expect(text).toContain(code);
  });

  test.each(languages)('of every command has an example and fits 80 columns (%s)', (language) => {
    const commands = everyCommand(program(processContext(language), version));
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) {
      const text = helpOf(command);
      expect(text).toContain(language === 'zh' ? '示例' : 'Example');
      expect(text).toMatch(language === 'zh' ? /（zh \| en，默认 zh）/ : /\(zh \| en, default zh\)/);
      expect(text).toContain(
        `hedui ${command.name() === 'hedui' ? 'check' : command.name() === 'explain' ? 'rules explain' : command.name()}`,
      );
      for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('takes its language from --lang before the environment', () => {
    expect(hedui(['check', '--help', '--lang', 'en'], { HEDUI_LANG: 'zh' }).stdout).toContain(
      'Usage: hedui check',
    );
    expect(hedui(['check', '--help']).stdout).toContain('用法 hedui check');
  });

  test('--version tells the version', () => {
    expect(hedui(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ ...command.configureOutput(), writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}
