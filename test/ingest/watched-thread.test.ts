import { encode as encodeJpeg } from 'jpeg-js';
import { expect, onTestFinished, test } from 'vitest';
import { pdfs } from '../../scripts/hostile/pdf.ts';
import { threadLimits, watchedThread } from '../../src/ingest/guard/watched-thread.ts';
import { tablePage } from '../parsers/scan/drawing.ts';
import { form } from './archive.ts';

/** Takes minutes, or gigabytes, where nothing ends it. */
const hostile = (name: string): Uint8Array => pdfs.find((one) => one.name === name)!.make();
const options = { norms: [] };
const job = (path: string, bytes: Uint8Array) => ({ path, hash: '0'.repeat(64), bytes });

test('a document that uses up its time is one with an error, and the next is read in a new thread', async () => {
  const thread = watchedThread({ ...threadLimits, cpuTime: 3, cpuTimePerMegabyte: 1 });
  onTestFinished(thread.stop);
  const late = await thread.ask('examine', job('b.pdf', hostile('form-fan-out.pdf')), options);
  expect(late.examination.document).toMatchObject({
    path: 'b.pdf',
    format: 'pdf',
    status: 'failed',
    error: { code: 'timeout' },
  });
  const next = await thread.ask('examine', job('c.html', Buffer.from(form('城东书屋'))), options);
  expect(next.examination.document.status).toBe('ok');
  expect(next.source).toBeNull();
  const whole = await thread.ask('whole', job('c.html', Buffer.from(form('城东书屋'))), options);
  expect(whole.source?.blocks.length).toBeGreaterThan(0);
  expect(whole.examination).toEqual(next.examination);
});

test('one that takes all memory is one with an error, and not the end of the command', async () => {
  const memory = 64 << 20;
  const thread = watchedThread({ ...threadLimits, memory });
  onTestFinished(thread.stop);
  const parsed = await thread.ask('parse', job('b.pdf', hostile('form-fan-out.pdf')), options);
  expect(parsed).toMatchObject({ status: 'failed', format: 'pdf' });
  expect(parsed.status === 'failed' && parsed.error.code).toBe('out_of_memory');
});

test('a scan is parsed too, though what looks at its cells again stays behind', async () => {
  const thread = watchedThread();
  onTestFinished(thread.stop);
  const { width, height, data } = tablePage(3);
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (const [i, value] of data.entries()) pixels.fill(value, 4 * i, 4 * i + 3);
  const scan = encodeJpeg({ width, height, data: pixels }, 90).data;
  const parsed = await thread.ask('parse', job('a.jpg', scan), options);
  expect(parsed).toMatchObject({ status: 'read', format: 'image', source: { pages: [{ kind: 'scanned' }] } });
});
