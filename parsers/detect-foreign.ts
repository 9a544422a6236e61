import type { Format, Issue } from '../schemas/index.ts';
import { issue } from './issue.ts';
import { endRecordIn, endSearchBytes } from './zip.ts';

/** A kind of file that hedui knows by sight and does not read. */
export interface Foreign {
  format: Format;
  error: Issue;
}

export function foreign(format: Format, zh: string, en: string): Foreign {
  return {
    format,
    error: issue('unsupported_format', `内容是${zh}，暂不支持`, `the content is ${en}, which is not read`),
  };
}

/** Of an archive that was given where one document is read. */
export function archiveOf(zh: string, en: string): Foreign {
  return {
    format: 'archive',
    error: issue(
      'unsupported_format',
      `内容是${zh}，不是单份文件：用 check 或 ingest 读取其中的文件，或先解压`,
      `the content is ${en}, and no single document: check and ingest read the files in it, or unpack it first`,
    ),
  };
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const splitPart = foreign(
  'archive',
  '分卷压缩包的一卷（请先合并再解压）',
  'one part of a split archive (join the parts, then unpack)',
);

/** First bytes (libmagic and the makers' own papers), and what they say. */
const magics: readonly { at: number; bytes: readonly number[]; kind: Foreign }[] = [
  { at: 0, bytes: ascii('Rar!'), kind: archiveOf(' RAR 压缩包', 'a RAR archive') },
  { at: 0, bytes: [...ascii('7z'), 0xbc, 0xaf], kind: archiveOf(' 7z 压缩包', 'a 7z archive') },
  { at: 0, bytes: [0x1f, 0x8b], kind: archiveOf(' gzip 压缩包', 'a gzip archive') },
  { at: 0, bytes: ascii('BZh'), kind: archiveOf(' bzip2 压缩包', 'a bzip2 archive') },
  { at: 0, bytes: [0xfd, ...ascii('7zXZ')], kind: archiveOf(' xz 压缩包', 'an xz archive') },
  {
    at: 0,
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    kind: archiveOf(' Zstandard 压缩包', 'a Zstandard archive'),
  },
  {
    at: 0,
    bytes: [0x1f, 0x9d],
    kind: archiveOf(' compress 压缩包（.Z）', 'an archive of compress (.Z)'),
  },
  { at: 2, bytes: ascii('-lh'), kind: archiveOf(' LZH 压缩包', 'an LZH archive') },
  { at: 0, bytes: ascii('MSCF'), kind: archiveOf(' CAB 压缩包', 'a CAB archive') },
  { at: 0, bytes: [0x04, 0x22, 0x4d, 0x18], kind: archiveOf(' LZ4 压缩包', 'an LZ4 archive') },
  {
    at: 32_769,
    bytes: ascii('CD001'),
    kind: archiveOf('光盘映像（ISO）', 'an image of a disc (ISO)'),
  },
  { at: 0, bytes: ascii('MSWIM'), kind: archiveOf(' WIM 映像', 'a WIM image') },
  {
    at: 0,
    bytes: ascii('!BDN'),
    kind: foreign('archive', ' Outlook 数据文件（PST）', 'a data file of Outlook (PST)'),
  },
  { at: 0, bytes: ascii('EGGA'), kind: foreign('archive', ' EGG 压缩包', 'an EGG archive') },
  { at: 0, bytes: [...ascii('ALZ'), 1], kind: foreign('archive', ' ALZ 压缩包', 'an ALZ archive') },
  { at: 0, bytes: ascii('LZIP'), kind: foreign('archive', ' lzip 压缩包', 'an archive of lzip') },
  { at: 0, bytes: ascii('xar!'), kind: foreign('archive', ' XAR 压缩包', 'a XAR archive') },
  { at: 0, bytes: ascii('vhdxfile'), kind: foreign('archive', '虚拟磁盘', 'a virtual disk') },
  { at: 0, bytes: ascii('KDMV'), kind: foreign('archive', '虚拟磁盘', 'a virtual disk') },
  { at: 7, bytes: ascii('**ACE**'), kind: foreign('archive', ' ACE 压缩包', 'an ACE archive') },
  { at: 0, bytes: [0xdc, 0xa5], kind: foreign('doc', ' Word 6 文档', 'a document of Word 6') },
  { at: 0, bytes: [0xdb, 0xa5], kind: foreign('doc', ' Word 2.0 文档', 'a document of Word 2.0') },
  {
    at: 0,
    bytes: [0x31, 0xbe, 0, 0],
    kind: foreign('doc', ' Word for DOS 文档', 'a document of Word for DOS'),
  },
  {
    at: 0,
    bytes: [0x32, 0xbe, 0, 0],
    kind: foreign('doc', ' Windows 写字板旧文档', 'a document of Windows Write'),
  },
  {
    at: 0,
    bytes: [0xff, ...ascii('WPC')],
    kind: foreign('unknown', ' WordPerfect 文档', 'a WordPerfect document'),
  },
  {
    at: 0,
    bytes: [0, 0, 2, 0, 6, 4, 6, 0],
    kind: foreign('unknown', ' Lotus 1-2-3 表格', 'a worksheet of Lotus 1-2-3'),
  },
  {
    at: 0,
    bytes: [0, 0, 0x1a, 0, 0, 0x10],
    kind: foreign('unknown', ' Lotus 1-2-3 表格', 'a worksheet of Lotus 1-2-3'),
  },
  {
    at: 0,
    bytes: [0xd7, 0xcd, 0xc6, 0x9a],
    kind: foreign('unknown', ' Windows 图元文件', 'a Windows metafile'),
  },
  { at: 40, bytes: ascii(' EMF'), kind: foreign('unknown', ' Windows 图元文件', 'a Windows metafile') },
  { at: 4, bytes: ascii('jP  '), kind: foreign('image', ' JPEG 2000 图片', 'a JPEG 2000 picture') },
];

export function foreignBytes(bytes: Uint8Array): Foreign | null {
  return (
    magics.find(({ at, bytes: expected }) => expected.every((byte, i) => bytes[at + i] === byte))?.kind ??
    null
  );
}

/** A part of a split archive by its name, `.z01` or `.zip.002`, the first by its mark, the last by its end, which counts the parts (APPNOTE 8.5.3, 4.3.16). */
export function partOfSplit(bytes: Uint8Array, name: string): Foreign | null {
  if (/\.(?:z\d\d|(?:zip|7z|rar|tar|t?gz)\.\d{3})$/i.test(name)) return splitPart;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (all.toString('latin1', 0, 8) === 'PK\x07\x08PK\x03\x04') return splitPart;
  const tail = all.subarray(-endSearchBytes);
  const end = endRecordIn(tail);
  const part = end < 0 ? 0 : tail.readUInt16LE(end + 4);
  return part > 0 && part < 0xffff ? splitPart : null;
}

/** How texts of other kinds begin. */
const heads: readonly [RegExp, Foreign][] = [
  [/^%!PS/, foreign('unknown', ' PostScript 文档', 'a PostScript document')],
  [/^%FDF-/, foreign('unknown', ' PDF 表单数据（FDF）', 'form data of a PDF (FDF)')],
  [/^ID;P/, foreign('unknown', ' SYLK 表格', 'a SYLK table')],
  [/^TABLE\s+0,1\s/, foreign('unknown', ' DIF 表格', 'a DIF table')],
  [
    /^version https:\/\/git-lfs\./,
    foreign('unknown', ' Git LFS 指针（原文件未下载）', 'a pointer of Git LFS, and not the file itself'),
  ],
  [/^\[InternetShortcut\]/i, foreign('unknown', '网址快捷方式', 'a shortcut to a page')],
  [/^(?:<\?xml[^>]*>\s*)?<uof:UOF\b/, foreign('unknown', '标文通（UOF）文档', 'a document in UOF')],
  [/^socialcalc:version/, foreign('unknown', ' SocialCalc 表格', 'a SocialCalc sheet')],
];

/** A header as mail has it; what is saved of a page says that it is made of related parts. */
const mail = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i;
const message: Foreign = { ...archiveOf('电子邮件', 'a mail'), format: 'unknown' };

const flatWord = foreign('unknown', ' Word XML 文档', 'a Word document as flat XML');
const drawing = foreign('unknown', ' SVG 图形', 'an SVG drawing');

/** A web archive (MHTML): a mail that says that it is made of related parts, or a page and no letter. */
export const isWebArchive = (head: string): boolean =>
  mail.test(head) && (/multipart\/related/i.test(head) || /^MIME-Version:/i.test(head));

/** What a text of another kind is by its beginning; null where it may be one that is read. */
export function foreignText(head: string): Foreign | null {
  const found = heads.find(([pattern]) => pattern.test(head))?.[1];
  if (found !== undefined) return found;
  if (mail.test(head)) return message;
  if (!head.startsWith('<')) return null;
  if (/progid="Word\.Document"/.test(head)) return flatWord;
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/.test(head)
    ? drawing
    : null;
}
