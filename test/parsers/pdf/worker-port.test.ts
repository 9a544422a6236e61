import { expect, test } from 'vitest';
import { workerPort } from '../../../parsers/pdf/engine/worker-port.ts';
import { show, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';

/** What a listener hears of one message. */
async function heard(message: unknown, after: () => void = () => undefined): Promise<unknown> {
  const port = workerPort();
  const messages: unknown[] = [];
  port.addEventListener('message', ({ data }) => messages.push(data));
  port.postMessage(message);
  after();
  expect(messages).toEqual([]);
  await new Promise(setImmediate);
  return messages[0];
}

test('a chunk of operators keeps its arguments, though the sender empties its lists', async () => {
  const glyphs = [{ unicode: '收' }];
  const chunk = { fnArray: [44], argsArray: [glyphs], lastChunk: true };
  const got = await heard({ streamId: 1, chunk }, () => {
    chunk.fnArray.length = 0;
    chunk.argsArray.length = 0;
  });
  expect(got).toEqual({ streamId: 1, chunk: { fnArray: [44], argsArray: [glyphs], lastChunk: true } });
  expect((got as { chunk: { argsArray: unknown[] } }).chunk.argsArray[0]).toBe(glyphs);
});

test('any other message is a copy', async () => {
  const data = { widths: [500] };
  const got = await heard({ action: 'commonobj', data }, () => {
    data.widths[0] = 0;
  });
  expect(got).toEqual({ action: 'commonobj', data: { widths: [500] } });
});

test('a listener that was taken off or whose signal ended hears nothing', async () => {
  const port = workerPort();
  const heardBy: string[] = [];
  const end = new AbortController();
  const off = (): void => void heardBy.push('off');
  port.addEventListener('message', off);
  port.addEventListener('message', () => heardBy.push('ended'), { signal: end.signal });
  port.addEventListener('message', () => heardBy.push('on'));
  port.removeEventListener('message', off);
  end.abort();
  port.postMessage({});
  await new Promise(setImmediate);
  expect(heardBy).toEqual(['on']);
});

test('files that are read at once do not mix', async () => {
  const texts = ['first', 'second', 'third', 'fourth'];
  const sources = await Promise.all(
    texts.map((text) => readPdf(writePdf([{ content: show(`the ${text} file`, 60, 700) }]))),
  );
  expect(sources.map((source) => paragraphsOf(source)[0]!.text)).toEqual(
    texts.map((text) => `the ${text} file`),
  );
});

test.each([
  ['before the text', (states: string) => states + show('收入', 60, 700)],
  ['behind the text', (states: string) => show('收入', 60, 700) + states],
])('a page that saves its state without end is given up and says so: %s', async (_, content) => {
  const page = (count: number) => ({ content: content('q '.repeat(count)) });
  const source = await readPdf(writePdf([page(30_000), { content: show('支出', 60, 700) }]));
  expect(source.warnings).toMatchObject([{ code: 'page_failed', place: 'page 1' }]);
  expect(paragraphsOf(source).map(({ text }) => text)).toContain('支出');
  const few = await readPdf(writePdf([page(500)]));
  expect(few.warnings).toEqual([]);
  expect(paragraphsOf(few).map(({ text }) => text)).toEqual(['收入']);
});

test('a form that saves its state without end ends, and so does its page', async () => {
  const objects = [
    { number: 100, dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', stream: 'q '.repeat(30_000) },
  ];
  const page = { content: `${show('收入', 60, 700)} /X Do`, resources: '/XObject << /X 100 0 R >>' };
  const source = await readPdf(writePdf([page], { objects }));
  expect(source.warnings).toMatchObject([{ code: 'page_failed', place: 'page 1' }]);
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['收入']);
});

test('a page whose forms draw one another twice is given up, one with some thousands is not', async () => {
  const doubling = (levels: number) =>
    writePdf([{ content: `${show('收入', 60, 700)} /X Do`, resources: '/XObject << /X 100 0 R >>' }], {
      objects: Array.from({ length: levels + 1 }, (_, i) => ({
        number: 100 + i,
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${101 + i} 0 R >> >>`,
        stream: i < levels ? '/X Do /X Do' : '',
      })),
    });
  const source = await readPdf(doubling(17));
  expect(source.warnings).toMatchObject([{ code: 'page_failed', place: 'page 1' }]);
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['收入']);
  expect((await readPdf(doubling(11))).warnings).toEqual([]);
});
