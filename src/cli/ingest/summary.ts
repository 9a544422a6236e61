import type { SkipReason } from '../../ingest/discovery/discover.ts';
import type { Group, IngestReport } from '../../ingest/report.ts';
import { displayWidth, pad } from '../../report/terminal/width.ts';
import { count } from '../../report/wording.ts';
import type { Context } from '../context.ts';
import { duration } from './progress.ts';

const megabyte = 1024 * 1024;

/** What a run came to: a table by format, status and code, and a sentence. */
export function summary(report: IngestReport, out: string, context: Context): string {
  const came =
    report.documents === 0
      ? context.say('没有找到文件', 'no documents found')
      : sentence(report, out, context);
  return [...table(report.groups, context), ...skipped(report, context), came].join('\n');
}

function table(groups: readonly Group[], { say }: Context): string[] {
  if (groups.length === 0) return [];
  const head = [
    say('格式', 'format'),
    say('状态', 'status'),
    say('原因', 'code'),
    say('文件', 'documents'),
    say('平均毫秒', 'ms each'),
    say('最慢毫秒', 'slowest'),
    say('内存 MB', 'MB'),
  ];
  const rows = groups.map((group) => [
    group.format,
    group.status,
    group.code ?? '',
    String(group.documents),
    (group.time / group.documents).toFixed(0),
    group.slowest.toFixed(0),
    (group.memory / megabyte).toFixed(0),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => displayWidth(row[column]!))),
  );
  const firstNumber = 3;
  const line = (row: string[]) =>
    row.map((text, column) => pad(text, widths[column]!, column < firstNumber ? 'left' : 'right')).join('  ');
  return [line(head), ...rows.map(line)].map((text) => text.trimEnd());
}

const reasons: Record<SkipReason, [zh: string, en: string]> = {
  lock_file: ['锁文件', 'lock files'],
  thumbnail: ['缩略图', 'thumbnails'],
  system_file: ['系统文件', 'files of the system'],
  temporary: ['临时文件', 'temporary files'],
  hidden: ['隐藏文件', 'hidden files'],
  symlink: ['符号链接', 'links'],
  device: ['设备与管道', 'devices and pipes'],
  other_kind: ['非表格文件', 'other kinds'],
  own_output: ['输出文件夹', 'the output folder'],
  named_twice: ['重复列出', 'named twice'],
  volume: ['分卷压缩包的其余各卷', 'further volumes of split archives'],
  inline_picture: ['邮件正文中的小图', 'small pictures in the text of mails'],
};

function skipped({ skipped }: IngestReport, { say }: Context): string[] {
  const counts = Object.entries(skipped) as [SkipReason, number][];
  if (counts.length === 0) return [];
  const list = counts.map(([reason, count]) =>
    say(`${reasons[reason][0]} ${count}`, `${reasons[reason][1]} ${count}`),
  );
  return [say(`略过：${list.join('、')}`, `skipped: ${list.join(', ')}`)];
}

/** One line, or two where the terminal would break it within a word. */
function sentence(report: IngestReport, out: string, { say, language, width }: Context): string {
  const { documents, failed, filings, findings, parsed, seconds } = report;
  const rate = (parsed / Math.max(seconds, 0.001)).toFixed(1);
  const time = duration(seconds, say);
  const failures = failed === 0 ? '' : say(`，其中 ${failed} 个未能读取`, `, ${failed} of them not read`);
  const came = say(
    `${documents} 个文件${failures}，${filings} 张表，${findings} 处问题 → ${out}`,
    `${count(documents, 'documents', language)}${failures}, ${count(filings, 'filings', language)}, ${count(findings, 'findings', language)} → ${out}`,
  );
  const cost = say(
    `（本次解析 ${parsed} 个，用时 ${time}，每秒 ${rate} 个）`,
    ` (${parsed} parsed now in ${time}, ${rate}/s)`,
  );
  return displayWidth(came + cost) <= width ? came + cost : `${came}\n${cost.trimStart()}`;
}
