import type { Format, Issue } from '../schemas/index.ts';
import { withDamagedSigns } from './damaged-signs.ts';
import { detectFormat } from './detect.ts';
import { archiveOf } from './detect-foreign.ts';
import { openEncryptedPackage } from './encryption/encrypted-package.ts';
import { openEncryptedDocument } from './encryption/open-document.ts';
import { issue, thrownDetail } from './issue.ts';
import { withoutLead } from './lead.ts';
import { defaultLimits, type ParserLimits } from './limits.ts';
import type { Parse, ParseResult } from './parser.ts';
import { declaredSize, readZipDirectory } from './zip.ts';

export { detectFormat } from './detect.ts';
export { defaultLimits, type ParserLimits } from './limits.ts';
export type { LookAgain, Parse, ParseOptions, ParseResult } from './parser.ts';

/** Reads of a whole document: {@link ParseResult} and the true format, in either case. */
export type ParsedDocument = ParseResult & { format: Format };

/** What a caller may set; the rest has defaults. */
export interface ParseDocumentOptions {
  /** File name as given. */
  name?: string;
  /** Of encrypted files; of several, whichever opens a file. */
  password?: string | readonly string[];
  limits?: Partial<ParserLimits>;
  /** Readers of further formats, or instead of the project's own. */
  readers?: Readers;
}

/** Who reads a format: loaded when the first file of it arrives. */
export type Readers = Partial<Record<Format, () => Promise<Parse>>>;

const word = once(async () => (await import('./word/index.ts')).parseWord);
const rtf = once(async () => (await import('./rtf/index.ts')).parseRtf);
const binaryWord = once(async () => (await import('./word-binary/index.ts')).parseBinaryWord);
const openText = once(async () => (await import('./opendocument/index.ts')).parseOpenText);
const html = once(async () => (await import('./html/index.ts')).parseHtml);
const ofd = once(async () => (await import('./ofd/index.ts')).parseOfd);
const pdf = once(async () => (await import('./pdf/index.ts')).parsePdf);
const image = once(async () => (await import('./scan/parse-image.ts')).parseImage);
const excel = once(async () => (await import('./excel/index.ts')).parseExcel);

/** Node resolves the address of a module at every import of it. */
function once(load: () => Promise<Parse>): () => Promise<Parse> {
  let loaded: Promise<Parse> | undefined;
  return () => (loaded ??= load());
}

/** Who reads what: a row a format. */
const readers: Readers = {
  pdf,
  ofd,
  xlsx: excel,
  xlsm: excel,
  xlsb: excel,
  xls: excel,
  et: excel,
  csv: excel,
  xml_spreadsheet: excel,
  docx: word,
  doc: binaryWord,
  wps: binaryWord,
  rtf,
  odt: openText,
  ods: excel,
  html,
  image,
};

/** Bytes → document, by content: detection, limits, the reader of the format. Bad input is a value; nothing is thrown. */
export async function parseDocument(
  given: Uint8Array,
  options: ParseDocumentOptions = {},
): Promise<ParsedDocument> {
  const [first, ...others] = [options.password ?? []].flat();
  let parsed = await parseWith(first, given, options);
  for (const password of others) {
    if (parsed.status === 'read' || parsed.error.code !== 'encrypted') break;
    parsed = await parseWith(password, given, options);
  }
  return parsed;
}

async function parseWith(
  password: string | undefined,
  given: Uint8Array,
  options: ParseDocumentOptions,
): Promise<ParsedDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? '';
  if (given.length > limits.maxBytes) return refuse('unknown', tooLarge(given.length, limits.maxBytes));
  const bytes = withoutLead(given);
  const { format, error } = detectFormat(bytes, name);
  if (error !== null && !mayBeOpened(format, error)) {
    const opened = error.code === 'encrypted' ? openEncrypted(bytes, password, limits) : null;
    if (opened === null) return refuse(format, error);
    return 'code' in opened ? refuse(format, opened) : parseWith(password, opened, options);
  }
  const load = options.readers?.[format] ?? readers[format];
  if (load === undefined) return refuse(format, withoutReader(format, name));
  const unpacked = unpackedSize(bytes, format);
  if (unpacked > limits.maxUnpackedBytes) return refuse(format, tooLarge(unpacked, limits.maxUnpackedBytes));
  try {
    const parse = await load();
    const result = await parse(bytes, {
      name,
      format,
      limits,
      ...(password === undefined ? {} : { password }),
    });
    return result.status === 'read'
      ? { ...result, source: withDamagedSigns(result.source), format }
      : refuse(format, result.error);
  } catch (thrown) {
    return refuse(format, classify(thrown, format, password));
  }
}

/** What was encrypted as a whole by Office, or part by part as OpenDocument is. */
const openEncrypted = (bytes: Uint8Array, password: string | undefined, { maxUnpackedBytes }: ParserLimits) =>
  openEncryptedPackage(bytes, password) ?? openEncryptedDocument(bytes, password, maxUnpackedBytes);

/** The readers of the binary formats open what is encrypted, some of it without being told a password. */
function mayBeOpened(format: Format, error: Issue): boolean {
  return error.code === 'encrypted' && opening.has(format);
}

const opening: ReadonlySet<Format> = new Set(['xls', 'et', 'doc', 'wps']);

function refuse(format: Format, error: Issue): ParsedDocument {
  return { status: error.code === 'unsupported_format' ? 'unsupported' : 'failed', format, error };
}

/** Formats that are zip packages, or may be. */
const packed: ReadonlySet<Format> = new Set(['docx', 'xlsx', 'xlsm', 'xlsb', 'odt', 'ods', 'ofd']);

function unpackedSize(bytes: Uint8Array, format: Format): number {
  if (!packed.has(format)) return 0;
  return declaredSize(readZipDirectory(bytes) ?? []);
}

function tooLarge(size: number, limit: number): Issue {
  return issue(
    'too_large',
    `${size} 字节，超过上限 ${limit} 字节`,
    `${size} bytes, over the limit of ${limit} bytes`,
  );
}

const formatNames: Partial<Record<Format, [zh: string, en: string]>> = {
  image: ['图片', 'a picture'],
  text: ['纯文本', 'plain text'],
};

function withoutReader(format: Format, name: string): Issue {
  if (format === 'archive') return archiveOf('压缩包', 'an archive').error;
  const [zh, en] = formatNames[format] ?? [`${format} 格式`, format];
  const shown = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
  const [namedZh, namedEn] = shown === '' ? ['', ''] : [`（文件名为 ${shown}）`, ` (named ${shown})`];
  return issue(
    'unsupported_format',
    `内容是${zh}，暂不支持${namedZh}`,
    `the content is ${en}, which is not read${namedEn}`,
  );
}

/** A library's throw over bytes is the bytes' fault; a TypeError or a ReferenceError of ours is ours, and says so. */
function classify(thrown: unknown, format: Format, password: string | undefined): Issue {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (/password|encrypt/i.test(detail))
    return password === undefined
      ? issue('encrypted', '文件已加密，需要密码', 'the file is encrypted: a password is needed')
      : issue(
          'encrypted',
          '文件已加密，密码不正确，或加密方式不能解开：请去掉密码另存',
          'the file is encrypted, and the password is wrong or the encryption is of a kind that is not read: save it without its password',
        );
  if (isOurs(thrown)) return issue('internal', `内部错误：${detail}`, `internal error: ${detail}`);
  return damagedContent(thrown, format);
}

const damagedIn: Partial<Record<Format, [zh: string, en: string]>> = {
  xls: [
    '工作簿的数据记录（单元格、文字、格式或公式）已损坏',
    'records of the workbook (cells, texts, formats or formulas) are damaged',
  ],
  xlsx: [
    '工作簿的部件（目录、样式、文字或工作表）已损坏或缺失',
    'parts of the workbook (its list of sheets, styles, texts or sheets) are damaged or missing',
  ],
};
const asXls: ReadonlySet<Format> = new Set(['et']);
const asXlsx: ReadonlySet<Format> = new Set(['xlsm', 'xlsb']);

/** Says what is damaged; the words of the library that threw stand behind it. */
function damagedContent(thrown: unknown, format: Format): Issue {
  const kind = asXls.has(format) ? 'xls' : asXlsx.has(format) ? 'xlsx' : format;
  const part =
    thrown instanceof Error ? /^Cannot find file (\S+) in zip$/.exec(thrown.message)?.[1] : undefined;
  if (part !== undefined) return issue('corrupt', `缺少部件 ${part}`, `the part ${part} is missing`, part);
  const [zh, en] = damagedIn[kind] ?? ['文件内容已损坏', 'the content is damaged'];
  const detail = thrownDetail(thrown);
  return issue('corrupt', `${zh}，无法读取${detail.zh}`, `${en} and cannot be read${detail.en}`);
}

/** Where the code of the project lies: the folder around this one, also where the package is installed below `node_modules`. */
const home = new URL('..', import.meta.url).href;

/** The topmost frame of the stack tells whose code threw. `root` is the address of the project's code. */
export function isOurs(thrown: unknown, root = home): boolean {
  if (!(thrown instanceof Error)) return false;
  const frame = thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
  // Frames are addresses, or paths where a test runner loads the code.
  const [, inside] = frame.split(root.replace('file://', ''));
  return inside !== undefined && !inside.includes('node_modules/');
}
