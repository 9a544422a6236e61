import type { Message } from '../../../schemas/index.ts';

/** What the system's errors mean where something is to be written (errno(3)). */
const causes = new Map<string, Message>([
  ['EACCES', { zh: '没有写入权限', en: 'no permission to write there' }],
  ['EPERM', { zh: '没有写入权限', en: 'no permission to write there' }],
  ['EROFS', { zh: '此处只能读取', en: 'the place can only be read' }],
  ['EEXIST', { zh: '已有同名文件，不是文件夹', en: 'a file of that name is there, and no folder' }],
  ['ENOTDIR', { zh: '路径中有一段是文件，不是文件夹', en: 'a part of the path is a file, and no folder' }],
  ['EISDIR', { zh: '这是文件夹，不是文件', en: 'it is a folder, and no file' }],
  ['ENOENT', { zh: '此处不能建文件夹，或文件夹不存在', en: 'no folder is there, and none can be made' }],
  ['ENOSPC', { zh: '磁盘已满', en: 'the disk is full' }],
  ['EDQUOT', { zh: '磁盘配额已满', en: 'the quota of the disk is used up' }],
]);

/** Files are written beside their place first: `.NAME.PROCESS.tmp`. */
const draftName = /\.([^/\\]+)\.\d+\.tmp$/;

/** The words for an error of the system, with its code behind them; else what the system says. */
export function whyUnwritable({
  code = '',
  message,
}: Pick<NodeJS.ErrnoException, 'code' | 'message'>): Message {
  const cause = causes.get(code);
  if (cause === undefined) return { zh: message, en: message };
  return { zh: `${cause.zh}（${code}）`, en: `${cause.en} (${code})` };
}

/** Why a place cannot be written to; null where the error says nothing of a place. */
export function unwritable(thrown: unknown): Message | null {
  if (!(thrown instanceof Error)) return null;
  const { path = '', syscall, message } = thrown as NodeJS.ErrnoException;
  // DuckDB writes files itself, and has no codes.
  const code = /No space left on device/.test(message) ? 'ENOSPC' : (thrown as NodeJS.ErrnoException).code;
  if (code === undefined || !causes.has(code)) return null;
  // A file that is missing while it is read is a mistake of ours; where a folder or a draft is to be made, the place is wrong.
  if (code === 'ENOENT' && syscall !== 'mkdir' && !draftName.test(path)) return null;
  const place = path === '' ? '' : ` ${path.replace(draftName, '$1')}`;
  const { zh, en } = whyUnwritable({ code, message });
  return { zh: `无法写入${place}：${zh}`, en: `cannot write${place}: ${en}` };
}
