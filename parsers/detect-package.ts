import type { Format } from '../schemas/index.ts';
import type { Detection } from './detect.ts';
import { issue } from './issue.ts';
import { readZipDirectory, type ZipEntry } from './zip.ts';

/** Tells apart what comes as a zip: Office packages by the names of their parts, everything else is an archive. */
export function detectPackage(bytes: Uint8Array, name: string): Detection {
  const entries = readZipDirectory(bytes);
  if (entries === null) {
    return {
      format: guess(bytes, name),
      error: issue(
        'corrupt',
        '压缩包不完整（缺少目录）',
        'the zip package is cut off: its directory is missing',
      ),
    };
  }
  const format = packageFormat(entries);
  if (format === null) return foreign(entries);
  if (entries.some((entry) => entry.encrypted)) {
    return {
      format,
      error: issue(
        'encrypted',
        '压缩包已加密，需要密码',
        'the zip package is encrypted: a password is needed',
      ),
    };
  }
  return { format, error: null };
}

function packageFormat(entries: readonly ZipEntry[]): Format | null {
  const names = entries.map((entry) => entry.name.replace(/^\//, '').toLowerCase());
  const has = (part: string) => names.includes(part);
  const office = has('[content_types].xml');
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/workbook.xml')) return has('xl/vbaproject.bin') ? 'xlsm' : 'xlsx';
  if (has('word/document.xml')) return 'docx';
  if (office && names.some((part) => /^word\/document\d*\.xml$/.test(part))) return 'docx';
  if (office && names.some((part) => /^xl\/worksheets\/.*\.xml$/.test(part))) return 'xlsx';
  const foreignParts = ['mimetype', 'ofd.xml', 'ppt/presentation.xml'];
  return foreignParts.some(has) ? null : 'archive';
}

function foreign(entries: readonly ZipEntry[]): Detection {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const [zh, en] = names.includes('ofd.xml')
    ? [' OFD 版式文件', 'an OFD document']
    : names.includes('ppt/presentation.xml')
      ? [' PowerPoint 演示文稿', 'a PowerPoint presentation']
      : [' OpenDocument 文档', 'an OpenDocument file'];
  return {
    format: 'unknown',
    error: issue('unsupported_format', `内容是${zh}，暂不支持`, `the content is ${en}, which is not read`),
  };
}

/** A package without its directory still shows its first parts; the name decides where they do not. */
function guess(bytes: Uint8Array, name: string): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  if (head.includes('word/document.xml')) return 'docx';
  if (head.includes('xl/workbook.bin')) return 'xlsb';
  if (head.includes('xl/')) return 'xlsx';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'docx' || ending === 'xlsx' || ending === 'xlsm' || ending === 'xlsb'
    ? ending
    : 'archive';
}
