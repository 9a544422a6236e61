import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { ingestProgress } from '../../src/cli/ingest/progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const context = { say: (_zh: string, en: string) => en } as unknown as Context;

/** A terminal of so many columns, and what was written to it. */
function terminal(columns: number): { drawn: string[]; stream: NodeJS.WriteStream } {
  const drawn: string[] = [];
  const stream = { isTTY: true, columns, write: (text: string) => drawn.push(text) > 0 };
  return { drawn, stream: stream as unknown as NodeJS.WriteStream };
}

it.each([
  [80, '[##########..........] 5/10, 2.5/s, 2 s left, slowest self-evalu…ridge.xlsx 2 s'],
  [60, '[##########..........] 5/10, 2.5/s, 2 s left'],
  [40, '[########.......] 5/10, 2.5/s, 2 s left'],
  [24, '5/10, 2.5/s, 2 s left'],
])('fits a terminal of %i columns: the name gets shorter, then the bar', (columns, line) => {
  const { drawn, stream } = terminal(columns);
  const { observer, stop } = ingestProgress(context, stream);
  const since = performance.now();
  observer.started({ running: () => [{ path: 'a/self-evaluation-of-a-bridge.xlsx', since }] } as never);
  observer.expected(10);
  const done = { origin: 'parsed', head: null, issue: null } as const;
  for (let i = 0; i < 5; i++) observer.done({ ...done, path: `${i}.xlsx` });
  vi.advanceTimersByTime(2000);
  stop();
  expect(drawn.at(-2)).toBe(`\r\u001b[2K${line}`);
});

it('counts documents alone: what was skipped is not waited for', () => {
  const { drawn, stream } = terminal(80);
  const { observer, stop } = ingestProgress(context, stream);
  observer.expected(100);
  for (let i = 0; i < 90; i++) observer.skipped(`${i}.js`, 'other_kind');
  const done = { origin: 'parsed', head: null, issue: null } as const;
  for (let i = 0; i < 5; i++) observer.done({ ...done, path: `${i}.xlsx` });
  vi.advanceTimersByTime(1000);
  stop();
  expect(drawn.join('')).toContain('[##########..........] 5/10, 5.0/s, 1 s left');
});

it('tells no time left while an archive tells of its entries one by one', () => {
  const { drawn, stream } = terminal(80);
  const { observer, stop } = ingestProgress(context, stream);
  const done = { origin: 'parsed', head: null, issue: null } as const;
  observer.expected(1);
  for (let i = 0; i < 20; i++) {
    observer.expected(i + 2);
    observer.done({ ...done, path: `${i}.xlsx` });
    vi.advanceTimersByTime(200);
  }
  expect(drawn.join('')).not.toContain('left');
  vi.advanceTimersByTime(4000);
  stop();
  expect(drawn.at(-2)).toContain('20/21, 2.5/s, 0 s left');
});

it('counts copies of what could not be read, and what an earlier run could not read', () => {
  const { drawn, stream } = terminal(80);
  const { observer, stop } = ingestProgress(context, stream);
  observer.expected(3);
  const done = { path: 'a.doc', head: null, issue: null } as const;
  observer.done({ ...done, origin: 'copy', isUnread: true });
  observer.done({ ...done, origin: 'reused', isUnread: true });
  observer.done({ ...done, origin: 'reused', isUnread: false });
  vi.advanceTimersByTime(1000);
  stop();
  expect(drawn.join('')).toContain('2 failed');
});
