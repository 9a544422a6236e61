import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Command } from 'commander';
import type { z } from 'zod';
import type { Config, ProfileFile } from '../../schemas/config.ts';
import type { Judging } from '../reconcile/profiles/index.ts';
import type { Context } from './context.ts';

/** Options of every command that judges. */
export interface JudgingOptions {
  profile?: string;
  config?: string;
}

/** Read where it stands in the folder that the command runs in. */
export const configName = 'hedui.config.json';

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

/** Norms and rules of the run: national, then the profile, then the user's own settings. A sentence where they cannot be read. */
export async function judgingOf(options: JudgingOptions): Promise<Judging | string> {
  const layers = await normLayersOf(options);
  if (typeof layers === 'string') return layers;
  const { judging } = await import('../reconcile/profiles/index.ts');
  const found = judging(layers);
  if (!('unknown' in found)) return found;
  const files = [options.profile, configPath(options)].filter((file) => file != null);
  return `${files.join(', ')}: no such rule or parameter: ${found.unknown.join(', ')}`;
}

function configPath({ config }: JudgingOptions): string | null {
  return config ?? (existsSync(configName) ? configName : null);
}

/** The same as data, the weakest first: what is handed to another process. */
export async function normLayersOf(options: JudgingOptions): Promise<(ProfileFile | Config)[] | string> {
  const { Config } = await import('../../schemas/config.ts');
  const path = configPath(options);
  let config: Config = {};
  if (path !== null) {
    const read = readJson(path, Config);
    if (typeof read === 'string') return read;
    config = read;
  }
  const named = options.profile ?? config.profile;
  const from = options.profile === undefined && path !== null ? dirname(path) : '.';
  const layers = named === undefined ? [] : await profileLayers(named, from, []);
  if (typeof layers === 'string') return layers;
  return [...layers, ...(path === null ? [] : [config])];
}

/** A profile and those that it extends, the base first. */
async function profileLayers(
  name: string,
  from: string,
  seen: readonly string[],
): Promise<ProfileFile[] | string> {
  const { ProfileFile } = await import('../../schemas/config.ts');
  const { PROFILES } = await import('../reconcile/profiles/index.ts');
  if (seen.includes(name)) return `profiles extend one another in a circle: ${[...seen, name].join(' → ')}`;
  const brought = PROFILES.get(name);
  let profile = brought;
  let folder = from;
  if (profile === undefined) {
    const path = isAbsolute(name) ? name : join(from, name);
    if (!existsSync(path))
      return `no profile ${name}: expected one of ${[...PROFILES.keys()].join(', ')} or a file`;
    const read = readJson(path, ProfileFile);
    if (typeof read === 'string') return read;
    profile = read;
    folder = dirname(path);
  }
  if (profile.extends === undefined) return [profile];
  const base = await profileLayers(profile.extends, folder, [...seen, name]);
  return typeof base === 'string' ? base : [...base, profile];
}

/** A file checked by a schema, or what is wrong with it and where. */
export function readJson<T>(path: string, schema: z.ZodType<T>): T | string {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (thrown) {
    return `${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  return checked(path, value, schema);
}

export function checked<T>(path: string, value: unknown, schema: z.ZodType<T>): T | string {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || '(file)'}: ${message}`,
  );
  return `${path}: ${issues.join('; ')}`;
}
