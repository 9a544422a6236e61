import { readFileSync } from 'node:fs';
import { Decision } from '../../schemas/decision.ts';
import type { Context } from './context.ts';
import { checked, unreadFile } from './json-file.ts';

/** Decisions of reviewers: a JSON array, or one JSON object a line. A sentence where the file cannot be read. */
export function readDecisions(path: string, { say }: Pick<Context, 'say'>): Decision[] | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (thrown) {
    return unreadFile(path, thrown, { say });
  }
  const decisions: Decision[] = [];
  for (const { at, value } of valuesOf(text)) {
    if (value === undefined) return `${path}:${at}: ${say('不是 JSON', 'not JSON')}`;
    const decision = checked(`${path}:${at}`, value, Decision, { say });
    if (typeof decision === 'string') return decision;
    if (decision.decision === 'dismiss' && !decision.reason?.trim()) {
      return `${path}:${at}: ${noReason({ say })}`;
    }
    decisions.push(decision);
  }
  return decisions;
}

export function noReason({ say }: Pick<Context, 'say'>): string {
  return say('排除须写明理由', 'a dismissal needs a reason');
}

function valuesOf(text: string): { at: number; value: unknown }[] {
  if (text.trimStart().startsWith('[')) {
    const all = parsed(text);
    return Array.isArray(all)
      ? all.map((value, i) => ({ at: i + 1, value: value as unknown }))
      : [{ at: 1, value: undefined }];
  }
  return text
    .split('\n')
    .map((line, i) => ({ at: i + 1, line: line.trim() }))
    .filter(({ line }) => line !== '')
    .map(({ at, line }) => ({ at, value: parsed(line) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
