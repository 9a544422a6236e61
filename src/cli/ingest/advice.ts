import type { IngestReport } from '../../ingest/report.ts';
import { usualWarehouse } from '../../warehouse/location.ts';
import type { Context } from '../context.ts';

/** What can be done about documents that ended with one of these codes. */
const remedies: readonly { codes: readonly string[]; zh: string; en: string }[] = [
  {
    codes: ['encrypted'],
    zh: '加密：用 --password 给出密码，可重复',
    en: 'encrypted: give --password, once for each',
  },
  {
    codes: ['timeout', 'out_of_memory', 'crashed', 'too_large'],
    zh: '超限或崩溃：--retry-failed 再试一次；放宽限制如 --limit cpuTime=300 --limit memory=2G（docs/limits.md）',
    en: 'over a limit or crashed: --retry-failed tries again; wider, for instance: --limit cpuTime=300 --limit memory=2G (docs/limits.md)',
  },
  {
    codes: ['unsupported_format'],
    zh: '格式不支持：Word 95 及更早的文档另存为 .docx，其他压缩包先解压，分卷放在同一文件夹',
    en: 'unsupported: save documents of Word 95 and older as .docx, unpack archives of other kinds, put split ones into one folder',
  },
  {
    codes: ['corrupt', 'unreadable'],
    zh: '损坏或读不到：重新取得原件，再运行同一命令',
    en: 'damaged or out of reach: get the original, run the same command',
  },
];

const unread =
  'SELECT path, error_code FROM files JOIN documents USING (document_id) WHERE error_code IS NOT NULL';

/** Where the list of what was not read stands, and what to do about it. */
export function advice(
  { groups }: IngestReport,
  { out, warehouse }: { out?: string; warehouse: string },
  place: string,
  { say }: Pick<Context, 'say'>,
): string[] {
  const where = warehouse === usualWarehouse ? '' : ` --warehouse ${place}`;
  const list = out === undefined ? `hedui sql${where} "${unread}"` : `${out}/documents.jsonl`;
  const codes = new Set(groups.map(({ code }) => code));
  const fitting = remedies.filter((remedy) => remedy.codes.some((code) => codes.has(code)));
  return [
    say(`未读文件的名单：${list}`, `what was not read: ${list}`),
    ...fitting.map(({ zh, en }) => say(`· ${zh}`, `· ${en}`)),
  ];
}
