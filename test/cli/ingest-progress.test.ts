import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { ingestProgress } from '../../src/cli/ingest/progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('counts documents alone: what was skipped is not waited for', () => {
  const drawn: string[] = [];
  const stream = { isTTY: true, columns: 80, write: (text: string) => drawn.push(text) > 0 };
  const context = { say: (_zh: string, en: string) => en } as unknown as Context;
  const { observer, stop } = ingestProgress(context, stream as unknown as NodeJS.WriteStream);
  observer.expected(100);
  for (let i = 0; i < 90; i++) observer.skipped(`${i}.js`, 'other_kind');
  const done = { origin: 'parsed', head: null, issue: null } as const;
  for (let i = 0; i < 5; i++) observer.done({ ...done, path: `${i}.xlsx` });
  vi.advanceTimersByTime(1000);
  stop();
  expect(drawn.join('')).toContain('[##########..........] 5/10, 5.0/s, 1 s left');
});
