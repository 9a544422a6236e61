import type { DoneEvent, Observer } from '../../ingest/options.ts';
import { displayWidth, printable, truncate, truncateMiddle } from '../../report/terminal/width.ts';
import type { Context } from '../context.ts';

export interface IngestProgress {
  observer: Required<Pick<Observer, 'started' | 'expected' | 'skipped' | 'done'>>;
  /** Takes the bar away, so that a line can be written. */
  clear: () => void;
  stop: () => void;
}

/** Milliseconds between two drawings of the bar, and between two lines where there is no terminal. */
const barEvery = 200;
const lineEvery = 5000;
/** Milliseconds after which a total that grew twice by one has come to rest: an archive that is unpacked as it is read tells of its entries one by one. */
const growsFor = 3000;
/** Signs within the bar; with fewer than the least it is left out. */
const barColumns = 20;
const leastBar = 5;

/** On a terminal a bar that is drawn over; elsewhere a plain line every few seconds. Always to stderr. */
export function ingestProgress(
  context: Context,
  stream: NodeJS.WriteStream = process.stderr,
): IngestProgress {
  const began = performance.now();
  let running: () => { path: string; since: number }[] = () => [];
  let expected = 0;
  let skipped = 0;
  let done = 0;
  let parsed = 0;
  let failed = 0;
  let [grewBefore, grewLast] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const isTerminal = stream.isTTY === true;
  const state = (): ProgressState => {
    const slowest = running().sort((a, b) => a.since - b.since)[0];
    return {
      done,
      total: Math.max(done, expected - skipped),
      parsed,
      failed,
      isGrowing: performance.now() - grewBefore < growsFor,
      seconds: (performance.now() - began) / 1000,
      slowest: slowest && { path: slowest.path, seconds: (performance.now() - slowest.since) / 1000 },
    };
  };
  const clear = () => {
    if (isTerminal) stream.write('\r\u001b[2K');
  };
  const draw = () => {
    if (!isTerminal) stream.write(`${progressText(state(), context, Infinity)}\n`);
    else stream.write(`\r\u001b[2K${progressBar(state(), context, (stream.columns ?? 80) - 1)}`);
  };
  const timer = setInterval(draw, isTerminal ? barEvery : lineEvery);
  timer.unref();
  return {
    observer: {
      started(pool) {
        running = pool.running;
      },
      expected(count) {
        if (count === expected + 1) [grewBefore, grewLast] = [grewLast, performance.now()];
        expected = count;
      },
      // What is no document is not to be waited for.
      skipped() {
        skipped += 1;
      },
      done({ origin, issue, isUnread = false }: DoneEvent) {
        done += 1;
        if (origin === 'parsed') parsed += 1;
        if (issue !== null || isUnread) failed += 1;
      },
    },
    clear,
    stop() {
      clearInterval(timer);
      clear();
    },
  };
}

export interface ProgressState {
  done: number;
  total: number;
  parsed: number;
  failed: number;
  /** Whether the total is still being found out, so that it tells nothing of the time left. */
  isGrowing: boolean;
  seconds: number;
  slowest: { path: string; seconds: number } | undefined;
}

/** The bar with its text in one line of so many columns: where there is little room the bar gets shorter, then the name. */
function progressBar(state: ProgressState, context: Pick<Context, 'say'>, columns: number): string {
  const counts = displayWidth(progressText({ ...state, slowest: undefined }, context, columns));
  const room = Math.min(barColumns, columns - counts - '[] '.length);
  const bar = room < leastBar ? '' : `${drawn(state, room)} `;
  return truncate(`${bar}${progressText(state, context, columns - bar.length)}`, columns);
}

function drawn({ done, total }: ProgressState, columns: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * columns);
  return `[${'#'.repeat(filled)}${'.'.repeat(columns - filled)}]`;
}

/** A document is worth naming when it takes longer than this, seconds. */
const slow = 2;
/** A name of fewer columns says nothing. */
const leastName = 8;

function progressText(state: ProgressState, { say }: Pick<Context, 'say'>, columns: number): string {
  const { done, total, parsed, failed, isGrowing, seconds, slowest } = state;
  const rate = parsed / Math.max(seconds, 0.001);
  const allRate = done / Math.max(seconds, 0.001);
  const parts = [`${done}/${total}`, say(`${rate.toFixed(1)} 份/秒`, `${rate.toFixed(1)}/s`)];
  if (done > 0 && done < total && !isGrowing) {
    const left = duration((total - done) / allRate, say);
    parts.push(say(`剩余 ${left}`, `${left} left`));
  }
  if (failed > 0) parts.push(say(`未读 ${failed}`, `${failed} failed`));
  const text = parts.join(say('，', ', '));
  if (slowest === undefined || slowest.seconds < slow) return text;
  const since = duration(slowest.seconds, say);
  const named = (name: string) => `${text}${say(`，最慢 ${name} ${since}`, `, slowest ${name} ${since}`)}`;
  const room = columns - displayWidth(named(''));
  if (room < leastName) return text;
  return named(truncateMiddle(printable(slowest.path.slice(slowest.path.lastIndexOf('/') + 1)), room));
}

/** 8 秒 or 8 s, 3:05, 2:03:05. */
export function duration(seconds: number, say: Context['say']): string {
  const whole = Math.round(seconds);
  if (whole < 60) return say(`${whole} 秒`, `${whole} s`);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours === 0 ? `${minutes}:${two(whole % 60)}` : `${hours}:${two(minutes)}:${two(whole % 60)}`;
}
