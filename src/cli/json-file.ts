import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { issues } from '../ingest/discovery/issues.ts';
import type { Context } from './context.ts';

type Speaker = Pick<Context, 'say'>;

/** A file checked by a schema, or a sentence on what is wrong with it and where. */
export function readJson<T>(path: string, schema: z.ZodType<T>, speaker: Speaker): T | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (thrown) {
    return unreadFile(path, thrown, speaker);
  }
  try {
    return checked(path, JSON.parse(text), schema, speaker);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return `${path}: ${speaker.say(`不是 JSON（${why}）`, `not JSON: ${why}`)}`;
  }
}

/** A value checked by a schema, or a sentence that names each field that is wrong. */
export function checked<T>(path: string, value: unknown, schema: z.ZodType<T>, { say }: Speaker): T | string {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => {
    const field = issue.path.join('.') || say('（文件）', '(file)');
    return `${field}: ${say(chineseReason(issue), englishReason(issue))}`;
  });
  return `${path}: ${wrong.join(say('；', '; '))}`;
}

/** Why a file could not be read. */
export function unreadFile(path: string, thrown: unknown, { say }: Speaker): string {
  const { message } = issues.unreadable(thrown instanceof Error ? thrown.message : String(thrown));
  return `${path}: ${say(message.zh, message.en)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数值',
  int: '整数',
  boolean: 'true 或 false',
  array: '数组',
  object: '对象',
  record: '对象',
};

/** What the schemas here can find wrong; zod's own Chinese leaves the names of types in English. */
function chineseReason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? '缺少这一项，' : ''}应为${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')}${issue.values.length > 1 ? ' 之一' : ''}`;
    case 'too_small':
      if (issue.origin === 'array') return `至少要有 ${issue.minimum} 项`;
      return issue.origin === 'string' ? '不能为空' : `不得小于 ${issue.minimum}`;
    case 'unrecognized_keys':
      return `没有这样的设置项：${issue.keys.join('、')}`;
    case 'invalid_key':
    case 'invalid_format':
      return '应为规则编码，例如 SUM-01';
    default:
      return issue.message;
  }
}

function englishReason(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}
