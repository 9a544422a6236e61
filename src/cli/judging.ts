import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Command } from 'commander';
import type { Config, ProfileFile } from '../../schemas/config.ts';
import type { Judging } from '../reconcile/profiles/index.ts';
import type { Context } from './context.ts';
import { readJson } from './json-file.ts';

type Speaker = Pick<Context, 'say'>;

/** Options of every command that judges. */
export interface JudgingOptions {
  profile?: string;
  config?: string;
}

/** Read where it stands in the folder that the command runs in. */
const configName = 'hedui.config.json';

export function addJudgingOptions(command: Command, { say }: Context): Command {
  return command
    .option(
      '--profile <name|file>',
      say('按哪套规范核对（见 docs/profiles.md）', 'norms to judge by: see docs/profiles.md'),
    )
    .option(
      '--config <file>',
      say(`设置文件（默认 ./${configName}）`, `settings file (default ./${configName})`),
    );
}

/** Norms and rules, and the layers that they come from, which can be handed to another thread. */
export interface Judged extends Judging {
  layers: readonly (ProfileFile | Config)[];
}

/** Norms and rules of the run: national, then the profile, then the user's own settings. A sentence where they cannot be read. */
export async function judgingOf(options: JudgingOptions, speaker: Speaker): Promise<Judged | string> {
  const layers = await normLayersOf(options, speaker);
  if (typeof layers === 'string') return layers;
  const { judging } = await import('../reconcile/profiles/index.ts');
  const found = judging(layers);
  if (!('unknown' in found)) return { ...found, layers };
  const files = [options.profile, configPath(options)].filter((file) => file != null);
  const unknown = found.unknown.join(', ');
  return `${files.join(', ')}: ${speaker.say(`没有这样的规则或参数：${unknown}`, `no such rule or parameter: ${unknown}`)}`;
}

function configPath({ config }: JudgingOptions): string | null {
  return config ?? (existsSync(configName) ? configName : null);
}

/** The same as data, the weakest first: what is handed to another process. */
export async function normLayersOf(
  options: JudgingOptions,
  speaker: Speaker,
): Promise<(ProfileFile | Config)[] | string> {
  const { Config } = await import('../../schemas/config.ts');
  const path = configPath(options);
  let config: Config = {};
  if (path !== null) {
    const read = readJson(path, Config, speaker);
    if (typeof read === 'string') return read;
    config = read;
  }
  const named = options.profile ?? config.profile;
  const from = options.profile === undefined && path !== null ? dirname(path) : '.';
  const layers = named === undefined ? [] : await profileLayers(named, from, [], speaker);
  if (typeof layers === 'string') return layers;
  return [...layers, ...(path === null ? [] : [config])];
}

/** A profile and those that it extends, the base first. */
async function profileLayers(
  name: string,
  from: string,
  seen: readonly string[],
  speaker: Speaker,
): Promise<ProfileFile[] | string> {
  const { ProfileFile } = await import('../../schemas/config.ts');
  const { PROFILES } = await import('../reconcile/profiles/index.ts');
  if (seen.includes(name)) {
    const circle = [...seen, name].join(' → ');
    return speaker.say(
      `规范互相引用，成了循环：${circle}`,
      `profiles extend one another in a circle: ${circle}`,
    );
  }
  const brought = PROFILES.get(name);
  let profile = brought;
  let folder = from;
  if (profile === undefined) {
    const path = isAbsolute(name) ? name : join(from, name);
    if (!existsSync(path)) {
      const known = [...PROFILES.keys()].join(', ');
      return speaker.say(
        `没有规范 ${name}：应为 ${known} 之一，或一个文件`,
        `no profile ${name}: expected one of ${known} or a file`,
      );
    }
    const read = readJson(path, ProfileFile, speaker);
    if (typeof read === 'string') return read;
    profile = read;
    folder = dirname(path);
  }
  if (profile.extends === undefined) return [profile];
  const base = await profileLayers(profile.extends, folder, [...seen, name], speaker);
  return typeof base === 'string' ? base : [...base, profile];
}
