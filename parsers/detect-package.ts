import type { Format, Issue } from '../schemas/index.ts';
import { decodeXml } from './decode.ts';
import { foreign, partOfSplit } from './detect-foreign.ts';
import { openDocumentOf } from './detect-open-document.ts';
import type { Detection } from './detection.ts';
import { issue } from './issue.ts';
import { readZipDirectory, unzipEntry } from './zip.ts';
import type { ZipEntry } from './zip-entry.ts';

/** Tells apart what comes as a zip: Office packages by the names of their parts, everything else is an archive. */
export function detectPackage(bytes: Uint8Array, name: string): Detection {
  const entries = readZipDirectory(bytes);
  if (entries === null) {
    const part = partOfSplit(bytes, name);
    if (part !== null) return part;
    return {
      format: guess(bytes, name),
      error: issue(
        'corrupt',
        '压缩包不完整（缺少目录）',
        'the zip package is cut off: its directory is missing',
      ),
    };
  }
  const found = packageFormat(entries);
  const detection =
    found === 'open'
      ? byContentTypes(bytes, entries)
      : found === 'open_document'
        ? openDocumentOf(bytes, entries)
        : found;
  if (detection.error !== null || detection.format === 'archive') return detection;
  if (entries.some((entry) => entry.encrypted)) {
    return {
      format: detection.format,
      error: issue(
        'encrypted',
        '压缩包已加密，需要密码',
        'the zip package is encrypted: a password is needed',
      ),
    };
  }
  const twice = namedTwice(entries);
  if (twice !== null) return { ...detection, error: twice };
  const odd = entries.find(({ method, name }) => method !== 0 && method !== 8 && isRead(name));
  return odd === undefined ? detection : { ...detection, error: oddMethod(odd) };
}

const known = (format: Format): Detection => ({ format, error: null });

/** By the names of the parts; `open` where it is a package by the rules (ECMA-376 part 2) whose parts have names of their own. */
function packageFormat(entries: readonly ZipEntry[]): Detection | 'open' | 'open_document' {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const has = (part: string) => names.includes(part);
  const office = has(contentTypes);
  if (has('xl/workbook.bin')) return known('xlsb');
  if (has('xl/workbook.xml')) return known(has('xl/vbaproject.bin') ? 'xlsm' : 'xlsx');
  if (has('word/document.xml')) return known('docx');
  if (office && names.some((part) => /^word\/document\d*\.xml$/.test(part))) return known('docx');
  if (office && names.some((part) => /^xl\/worksheets\/.*\.xml$/.test(part))) return known('xlsx');
  if (has('ofd.xml')) return known('ofd');
  if (has('ppt/presentation.xml')) return presentation;
  if (names.some((part) => /^index\/.*\.iwa$/.test(part)) || has('index.zip') || has('index.apxl'))
    return ofApple;
  if (has('index.xml') && names.some((part) => part.startsWith('quicklook/'))) return ofApple;
  if (has('uof.xml')) return uof;
  if (has('mimetype') || has('meta-inf/manifest.xml')) return 'open_document';
  return office ? 'open' : known('archive');
}

const presentation = foreign('unknown', ' PowerPoint 演示文稿', 'a PowerPoint presentation');
const ofApple = foreign('unknown', ' Apple Pages 或 Numbers 文档', 'a document of Apple Pages or Numbers');
const uof = foreign('unknown', '标文通（UOF）文档', 'a document in UOF');
const contentTypes = '[content_types].xml';
/** Far more than any list of parts takes, bytes. */
const longestContentTypes = 1 << 20;

/** What the types of its parts say a package is, wherever its main part lies. */
function byContentTypes(bytes: Uint8Array, entries: readonly ZipEntry[]): Detection {
  const entry = entries.find(({ name }) => name.toLowerCase() === contentTypes);
  const part = entry === undefined ? 'corrupt' : unzipEntry(bytes, entry, longestContentTypes);
  const types = typeof part === 'string' ? '' : decodeXml(part);
  if (/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.\w+\.macroEnabled/.test(types))
    return known('docx');
  // SheetJS looks for the parts of a workbook where Excel puts them.
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.sheet\./.test(types))
    return foreign(
      'xlsx',
      '部件位置不合惯例的 Excel 工作簿，请在 Excel 中另存',
      'an Excel workbook whose parts lie in unusual places (save it again by Excel)',
    );
  if (/presentationml\./.test(types)) return presentation;
  return foreign('unknown', '其他种类的 Office 文件包', 'an Office package of another kind');
}

/** Pictures and the like may be packed as they are. */
const isRead = (name: string): boolean => /\.(?:xml|rels|bin)$/i.test(name);

/** Two parts of one name that differ: which of them a reader takes is its own choice (ECMA-376 part 2 §9.1.1 allows one). */
function namedTwice(entries: readonly ZipEntry[]): Issue | null {
  const seen = new Map<string, number>();
  for (const { name, checksum } of entries) {
    const own = name.toLowerCase();
    if (isRead(own) && (seen.get(own) ?? checksum) !== checksum)
      return issue(
        'corrupt',
        `部件 ${name} 有两份，内容不同`,
        `there are two parts ${name} that differ`,
        name,
      );
    seen.set(own, checksum);
  }
  return null;
}

function oddMethod({ method }: ZipEntry): Issue {
  return issue(
    'unsupported_format',
    `压缩方法 ${method} 暂不支持，请重新保存`,
    `it is packed by method ${method}, which is not read: save it again`,
  );
}

const packaged: readonly Format[] = ['docx', 'xlsx', 'xlsm', 'xlsb', 'odt', 'ods', 'ofd'];

/** A package without its directory still shows its first parts; the name decides where they do not. */
function guess(bytes: Uint8Array, name: string): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  if (head.includes('word/document.xml')) return 'docx';
  if (head.includes('xl/workbook.bin')) return 'xlsb';
  if (head.includes('xl/')) return 'xlsx';
  if (head.includes('OFD.xml')) return 'ofd';
  if (head.includes('opendocument.spreadsheet')) return 'ods';
  if (head.includes('opendocument.text')) return 'odt';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return packaged.find((format) => format === ending) ?? 'archive';
}
