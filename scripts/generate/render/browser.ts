import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { patience, printer } from './pdf.ts';
import type { Sheet } from './sheets.ts';

/** A page and how its user prints it. */
export interface PrintJob {
  html: string;
  sheet: Sheet;
}

type Reply = Record<string, unknown>;

/** Asks the browser for something (DevTools protocol) and waits for its answer. */
type Ask = (method: string, parameters?: object, sessionId?: string) => Promise<Reply>;

/** Where the pages say that they come from: the browser prints it at the foot. */
const address = 'http://jx.yunxi.example/performance/print?form=2025&unit=31004';

/** Prints pages by the browser's own dialogue: paper, scale, margins, header and footer. Bytes by name. */
export async function printByUser(jobs: ReadonlyMap<string, PrintJob>): Promise<Map<string, Uint8Array>> {
  const chromium = printer('chromium');
  if (chromium === null) throw new Error('Chromium is not installed');
  const profile = await mkdtemp(path.join(tmpdir(), 'hedui-chromium-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--lang=zh-CN', '--remote-debugging-pipe'];
  const browser = spawn(chromium, [...options, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANGUAGE: 'zh_CN', TZ: 'Asia/Shanghai' },
    timeout: patience,
  });
  const ended = new Promise((resolve) => browser.once('close', resolve));
  try {
    const page = await openPage(browser);
    const printed = new Map<string, Uint8Array>();
    for (const [name, job] of jobs) printed.set(name, await page(job));
    return printed;
  } finally {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A tab that shows whatever it is given under the one address. */
async function openPage(browser: ChildProcess): Promise<(job: PrintJob) => Promise<Uint8Array>> {
  let html = '';
  const { ask, once } = connection(browser, ({ method, params, sessionId }) => {
    if (method !== 'Fetch.requestPaused') return;
    const { requestId } = params as { requestId: string };
    const body = Buffer.from(html).toString('base64');
    const responseHeaders = [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }];
    const answer = { requestId, responseCode: 200, responseHeaders, body };
    void ask('Fetch.fulfillRequest', answer, sessionId as string);
  });
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const attached = await ask('Target.attachToTarget', { targetId, flatten: true });
  const session = attached.sessionId as string;
  await ask('Page.enable', {}, session);
  await ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
  return async (job) => {
    html = job.html;
    const loaded = once('Page.loadEventFired');
    await ask('Page.navigate', { url: address }, session);
    await loaded;
    const { data } = await ask('Page.printToPDF', printParameters(job.sheet), session);
    return new Uint8Array(Buffer.from(data as string, 'base64'));
  };
}

/** Inches. */
const centimetre = 1 / 2.54;

function printParameters({ paper, landscape, scale, margins, headed }: Sheet): object {
  const [top, right, bottom, left] = margins.map((margin) => margin * centimetre);
  return {
    displayHeaderFooter: headed,
    landscape,
    scale,
    paperWidth: paper.width * centimetre,
    paperHeight: paper.height * centimetre,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
  };
}

/** Messages over the pipes 3 and 4 of the browser, each ended by a zero byte. */
function connection(browser: ChildProcess, onEvent: (event: Reply) => void) {
  const [, , , output, input] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>();
  const expected = new Map<string, () => void>();
  let rest = Buffer.alloc(0);
  let asked = 0;
  const receive = (message: Reply) => {
    if (typeof message.id !== 'number') {
      expected.get(message.method as string)?.();
      onEvent(message);
      return;
    }
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) one?.reject(new Error(JSON.stringify(message.error)));
    else one?.resolve(message.result as Reply);
  };
  input.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = rest.subarray(0, end).toString();
      rest = rest.subarray(end + 1);
      receive(JSON.parse(message) as Reply);
    }
  });
  browser.once('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
  });
  const ask: Ask = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve, reject });
      output.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  const once = (method: string): Promise<void> =>
    new Promise((resolve) => {
      expected.set(method, () => resolve());
    });
  return { ask, once };
}
