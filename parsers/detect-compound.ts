import type { Format } from '../schemas/index.ts';
import { type CompoundEntry, type CompoundFile, readCompound } from './compound.ts';
import { archiveOf, foreign } from './detect-foreign.ts';
import type { Detection } from './detection.ts';
import { issue } from './issue.ts';

/** Tells apart what comes as an OLE compound file: .xls, .et, .doc, .wps, and Office packages behind a password. */
export function detectCompound(bytes: Uint8Array, name: string): Detection {
  const file = readCompound(bytes);
  if (file === null) {
    return {
      format: 'unknown',
      error: issue('corrupt', 'OLE 复合文档已损坏或不完整', 'the OLE compound file is cut off or damaged'),
    };
  }
  const find = (wanted: string) => findStream(file, wanted);
  if (find('\u0009drmcontent') !== undefined || find('drmcontent') !== undefined) return managed;
  if (find('encryptedpackage') !== undefined || find('encryptioninfo') !== undefined) {
    return encrypted(packageFormat(name), 'Office 加密文档', 'an encrypted Office package');
  }
  const workbook = find('workbook') ?? find('book');
  if (workbook !== undefined) return detectWorkbook(file, workbook, extension(name) === 'et' ? 'et' : 'xls');
  const word = find('worddocument');
  if (word !== undefined) return detectWord(file, word, extension(name) === 'wps' ? 'wps' : 'doc');
  const other = kinds.find(([stream]) => find(stream) !== undefined);
  return other?.[1] ?? unknownCompound;
}

/** Streams that say what else a compound file is (libmagic and the makers' own papers). */
const kinds: readonly [stream: string, kind: Detection][] = [
  ['powerpoint document', foreign('unknown', ' PowerPoint 演示文稿', 'a PowerPoint presentation')],
  ['matost', foreign('unknown', ' Microsoft Works 文档', 'a document of Microsoft Works')],
  ['starwriterdocument', foreign('unknown', ' StarOffice 文档', 'a document of StarOffice')],
  ['starcalcdocument', foreign('unknown', ' StarOffice 表格', 'a sheet of StarOffice')],
  ['visiodocument', foreign('unknown', ' Visio 图形', 'a Visio drawing')],
  ['__properties_version1.0', { ...archiveOf(' Outlook 邮件', 'a mail of Outlook'), format: 'unknown' }],
  ['nativecontent_main', foreign('unknown', ' Quattro Pro 表格', 'a sheet of Quattro Pro')],
];

const unknownCompound: Detection = {
  format: 'unknown',
  error: issue(
    'unsupported_format',
    '内容是未知类型的 OLE 复合文档',
    'an OLE compound file without a workbook or a Word document',
  ),
};

/** Under rights management the document that is seen only says that it is; what it is lies in a stream of its own ([MS-OFFCRYPTO] 2.2.11). */
const managed: Detection = {
  format: 'unknown',
  error: issue(
    'encrypted',
    '文档受权限管理（IRM/DRM）保护，不能解密',
    'a document under rights management (IRM), which is not decrypted',
  ),
};

/** What an embedded object holds is not what the file is; where none of that name stands in the root, its tree may be broken. */
function findStream({ entries }: CompoundFile, wanted: string): CompoundEntry | undefined {
  const named = entries.filter(({ name }) => name.toLowerCase() === wanted);
  return named.find(({ folder }) => folder === '') ?? named.find(({ folder }) => folder === '?');
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** What an encrypted package holds cannot be seen without its password: the name is all there is. */
function packageFormat(name: string): Format {
  const ending = extension(name);
  if (ending === 'docx' || ending === 'doc' || ending === 'wps') return 'docx';
  return ['xlsx', 'xlsm', 'xlsb', 'xls', 'et'].includes(ending) ? 'xlsx' : 'unknown';
}

function encrypted(format: Format, zh: string, en: string): Detection {
  return { format, error: issue('encrypted', `${zh}，需要密码`, `${en}: a password is needed`) };
}

const filePass = 0x2f;
const endOfFile = 0x0a;

/** FilePass stands among the first records of the globals where the workbook is encrypted ([MS-XLS] 2.4.117). */
function detectWorkbook(file: CompoundFile, entry: CompoundEntry, format: 'xls' | 'et'): Detection {
  const head = file.head(entry);
  if (head !== null) {
    if (!beginsAsWorkbook(head))
      return {
        format,
        error: issue('corrupt', '工作簿数据已损坏', 'the stream of the workbook is damaged'),
      };
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    for (let at = 0; at + 4 <= head.length; at += 4 + view.getUint16(at + 2, true)) {
      const type = view.getUint16(at, true);
      if (type === filePass) return encrypted(format, '工作簿已加密', 'an encrypted workbook');
      if (type === endOfFile) break;
    }
  }
  return { format, error: null };
}

/** Every workbook begins with a BOF record, whose second byte tells the version ([MS-XLS] 2.4.21). */
function beginsAsWorkbook(head: Uint8Array): boolean {
  return head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? 0xff);
}

/** Bit fEncrypted of the FIB ([MS-DOC] 2.5.2). */
function detectWord(file: CompoundFile, entry: CompoundEntry, format: 'doc' | 'wps'): Detection {
  const flags = file.head(entry)?.[0x0b] ?? 0;
  if ((flags & 1) !== 0) return encrypted(format, '文档已加密', 'an encrypted document');
  return { format, error: null };
}
