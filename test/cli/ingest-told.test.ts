import { expect, test } from 'vitest';
import { processContext } from '../../src/cli/context.ts';
import { advice } from '../../src/cli/ingest/advice.ts';
import { logSkipped } from '../../src/cli/ingest/log.ts';
import { summary } from '../../src/cli/ingest/summary.ts';
import { unreadTeller } from '../../src/cli/ingest/told.ts';
import type { IngestReport } from '../../src/ingest/report.ts';
import { displayWidth } from '../../src/report/terminal/width.ts';

const en = { say: (_: string, text: string) => text };

const corrupt = (path: string) => ({
  path,
  origin: 'parsed' as const,
  head: null,
  issue: {
    code: 'corrupt' as const,
    message: { zh: '内容已损坏', en: 'the content is damaged' },
    place: null,
  },
});

test('what is not read is told in a line that fits the terminal, without what would move its cursor', () => {
  const lines: string[] = [];
  const tell = unreadTeller({ say: (zh) => zh, tell: (line) => lines.push(line), width: 60 });
  tell(corrupt('a.docx'));
  tell(corrupt(`归档/${'很长的文件夹/'.repeat(10)}报告.docx`));
  tell(corrupt('x\u001b[2J\u202e.docx'));
  tell({ ...corrupt('read.docx'), issue: null });
  expect(lines[0]).toBe('✗ a.docx  corrupt：内容已损坏');
  expect(lines[1]).toMatch(/^✗ 归档.*….*报告\.docx {2}corrupt：内容已损坏$/);
  expect(lines[2]).toContain('x\\u{1b}[2J\\u{202e}.docx');
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => displayWidth(line) > 60)).toEqual([]);
});

test('a thousand of them are told once, and then no more', () => {
  const lines: string[] = [];
  const tell = unreadTeller({ ...en, tell: (line) => lines.push(line), width: 80 });
  for (let i = 0; i < 1000; i++) tell(corrupt(`${i}.docx`));
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('more that could not be read; no longer listed');
});

test('the end says where the list stands and what helps against what occurred', () => {
  const groups = [{ code: 'timeout' }, { code: 'encrypted' }, { code: null }] as IngestReport['groups'];
  const report = { groups } as IngestReport;
  const lines = advice(report, { warehouse: './w' }, './w', en);
  expect(lines[0]).toContain('hedui sql --warehouse ./w "SELECT path, error_code');
  expect(lines.slice(1).map((line) => line.slice(2, 12))).toEqual(['encrypted:', 'over a lim']);
  expect(advice(report, { out: 'records', warehouse: '' }, 'records', en)[0]).toBe(
    'what was not read: records/documents.jsonl',
  );
});

test('a file that is no document is named in the log with the reason', () => {
  const lines: object[] = [];
  const debug = (fields: object) => void lines.push(fields);
  const never = () => expect.unreachable();
  logSkipped({ debug, info: never, warn: never }, '归档/~$表.docx\u001b[2J', 'lock_file');
  expect(lines).toEqual([{ path: '归档/~$表.docx\\u{1b}[2J', reason: 'lock_file' }]);
});

test.each(['zh', 'en'] as const)(
  'what a run came to is one line, or two where it is wider (%s)',
  (language) => {
    const report = {
      documents: 301,
      failed: 1,
      filings: 300,
      findings: 443,
      parsed: 301,
      seconds: 14,
      groups: [],
      skipped: {},
    } as unknown as IngestReport;
    const lines = (width: number) =>
      summary(report, '归档库', { ...processContext(language), width }).split('\n');
    expect(lines(120)).toHaveLength(1);
    const narrow = lines(80);
    expect(narrow).toHaveLength(2);
    expect(Math.max(...narrow.map(displayWidth))).toBeLessThanOrEqual(80);
    expect(narrow[1]).toMatch(/^[（(].*301.*[）)]$/);
  },
);

test('a run is counted by format, status and code, figures below one another', () => {
  const groups = [
    { format: 'xlsx', status: 'ok', code: null, documents: 1200, time: 6000, slowest: 81, memory: 95 << 20 },
    {
      format: 'pdf',
      status: 'failed',
      code: 'timeout',
      documents: 2,
      time: 121_000,
      slowest: 61_000,
      memory: 1 << 30,
    },
  ] as IngestReport['groups'];
  const report = {
    documents: 0,
    groups,
    skipped: { lock_file: 2, named_twice: 1 },
  } as unknown as IngestReport;
  expect(summary(report, 'out', { ...processContext('en'), width: 80 }).split('\n')).toEqual([
    'format  status  code     documents  ms each  slowest    MB',
    'xlsx    ok                    1200        5       81    95',
    'pdf     failed  timeout          2    60500    61000  1024',
    'skipped: lock files 2, named twice 1',
    'no documents found',
  ]);
});
