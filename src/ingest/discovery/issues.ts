import type { Issue, IssueCode } from '../../../schemas/index.ts';
import { NO_FILE, NO_MATCH } from './walk.ts';

function issue(code: IssueCode, zh: string, en: string): Issue {
  return { code, message: { zh, en }, place: null };
}

/** What the system's errors mean, by the code that Node puts before their text (errno(3)). */
const causes = new Map<string, { zh: string; en: string }>([
  ['EACCES', { zh: '没有读取权限', en: 'no permission to read it' }],
  ['EPERM', { zh: '没有读取权限', en: 'no permission to read it' }],
  ['ENOENT', { zh: '找不到，可能已被移走或删除', en: 'it is not there; it may have been moved or deleted' }],
  ['EISDIR', { zh: '这是文件夹，不是文件', en: 'it is a folder, and no file' }],
  ['EBUSY', { zh: '正被其他程序占用', en: 'another program is using it' }],
  ['EIO', { zh: '磁盘读取出错', en: 'the disk could not be read' }],
  ['ESTALE', { zh: '网络盘已断开', en: 'the network drive is gone' }],
  ['ENAMETOOLONG', { zh: '名称太长', en: 'its name is too long' }],
  ['EMFILE', { zh: '同时打开的文件太多', en: 'too many files are open' }],
]);

/** What the walk says of an input, in Chinese. */
const ofInputs = new Map([
  [NO_MATCH, '没有符合此模式的文件'],
  [NO_FILE, '这是设备或管道，不是文件'],
]);

function unreadable(zh: string, en: string, detail: string): Issue {
  const [, code = ''] = /^(E[A-Z]+):/.exec(detail) ?? [];
  const cause = causes.get(code);
  if (cause === undefined)
    return issue('unreadable', `${zh}：${ofInputs.get(detail) ?? detail}`, `${en}: ${detail}`);
  return issue('unreadable', `${zh}：${cause.zh}（${code}）`, `${en}: ${cause.en} (${code})`);
}

export const issues = {
  unreadable: (detail: string) => unreadable('文件无法打开', 'the file could not be opened', detail),
  unreadableFolder: (detail: string) => unreadable('文件夹无法读取', 'the folder could not be read', detail),
  changing: () => issue('unreadable', '读取时文件仍在变化', 'the file kept changing while it was read'),
  tooLarge: (size: number, limit: number) =>
    issue(
      'too_large',
      `${size} 字节，超过上限 ${limit} 字节`,
      `${size} bytes, over the limit of ${limit} bytes`,
    ),
  tooManyEntries: (limit: number) =>
    issue('too_large', `压缩包条目超过 ${limit} 个`, `the archive has more than ${limit} entries`),
  tooDeep: (limit: number) =>
    issue('too_large', `压缩包嵌套超过 ${limit} 层`, `archives are nested more than ${limit} deep`),
  unpacksTooFar: (limit: number) =>
    issue(
      'too_large',
      `压缩包展开后超过 ${limit} 字节，其余条目未读`,
      `the archive unpacks to more than ${limit} bytes; the rest of it was not read`,
    ),
  overlapping: () =>
    issue(
      'corrupt',
      '压缩包条目相互重叠，未读',
      'entries of the archive overlap, as in a zip bomb; it was not read',
    ),
  damagedArchive: () => issue('corrupt', '压缩包不完整或已损坏', 'the archive is cut off or damaged'),
  emptyArchive: () => issue('empty', '压缩包中没有文件', 'the archive holds no files'),
  letterAlone: () =>
    issue(
      'no_table',
      '电子邮件，没有附件，正文中也没有表格',
      'a mail with nothing enclosed, and without a table in its text',
    ),
  damagedEntry: () => issue('corrupt', '压缩包中的此条目已损坏', 'this entry of the archive is damaged'),
  encrypted: () =>
    issue(
      'encrypted',
      '压缩包条目已加密，需要密码',
      'this entry of the archive is encrypted: a password is needed',
    ),
  otherPassword: () =>
    issue(
      'encrypted',
      '压缩包条目已加密，密码不正确，或条目已损坏',
      'this entry of the archive is encrypted, and the password is wrong or the entry damaged',
    ),
  otherEncryption: () =>
    issue(
      'encrypted',
      '压缩包条目的加密方式不能解开，请先解密展开',
      'this entry of the archive is encrypted in a way that is not read; unpack it with its password first',
    ),
  encryptedArchive: () =>
    issue('encrypted', '压缩包已加密，需要密码', 'the archive is encrypted: a password is needed'),
  archivePassword: () =>
    issue(
      'encrypted',
      '压缩包已加密，密码不正确，或压缩包已损坏',
      'the archive is encrypted, and the password is wrong or the archive damaged',
    ),
  otherVolume: () =>
    issue(
      'unsupported_format',
      '分卷压缩包，缺少其他各卷；请将各卷放在同一文件夹，或先解压',
      'one volume of a split archive, and others are not beside it; put them into one folder, or unpack them first',
    ),
  brokenVolumes: (count: number) =>
    issue(
      'corrupt',
      `分卷压缩包：现有连续的前 ${count} 卷，第 ${count + 1} 卷缺失，或已损坏`,
      `a split archive of which the first ${count} volumes are there: volume ${count + 1} is missing, or it is damaged`,
    ),
  innerVolume: () =>
    issue(
      'unsupported_format',
      '压缩包中又有分卷压缩包，请先解压外层，再将各卷放在同一文件夹',
      'one volume of a split archive that lies in another archive; unpack the outer one first, all volumes into one folder',
    ),
  otherMethod: () =>
    issue(
      'unsupported_format',
      '压缩包中的此条目压缩方法暂不支持，请先解压',
      'this entry of the archive is packed in a way that is not read; unpack it first',
    ),
  inPieces: () =>
    issue(
      'unsupported_format',
      '压缩包中的此条目分段存放（稀疏文件或跨卷），请先用 tar 展开',
      'the archive holds this entry in pieces (a file with holes, or over several volumes); unpack it with tar first',
    ),
  method: (method: number) =>
    issue(
      'unsupported_format',
      `压缩方法 ${method} 暂不支持，请先展开`,
      `compression method ${method} is not read; unpack the archive first`,
    ),
};
