import type { Issue } from '../../schemas/index.ts';
import { type CompoundFile, readCompound } from '../compound.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import type { Package } from '../word/package.ts';
import { openDocument } from './binary-document.ts';
import { byteAt } from './bytes.ts';
import { decryptStreams } from './decrypt.ts';
import { readFib } from './fib.ts';
import { packageOf } from './package-of.ts';

/** A document as the parts that Word would write of it today, and what of it was lost. */
export interface BinaryParts {
  parts: Package;
  losses: readonly Issue[];
  /** Whether the text ends before it is whole. */
  isCut: boolean;
}

export function openBinaryParts(
  bytes: Uint8Array,
  limits: ParserLimits,
  password?: string,
): BinaryParts | Issue {
  const file = readCompound(bytes);
  const streamNamed = (name: string): Uint8Array | null => (file === null ? null : contentOf(file, name));
  const written = streamNamed('WordDocument');
  const head = written === null ? null : readFib(written);
  if (file === null || written === null || head === null)
    return issue('corrupt', '文档数据已损坏', 'the stream of the document is damaged');
  if (head.version < firstVersion) return tooOld;
  const table = streamNamed(head.tableStream);
  const stored = {
    main: written,
    table: table ?? new Uint8Array(),
    data: streamNamed('Data') ?? new Uint8Array(),
  };
  const streams = head.encrypted ? decryptStreams(stored, password) : stored;
  if ('code' in streams) return streams;
  // Only its first words stand open in what is encrypted.
  const fib = readFib(streams.main);
  const document = table === null || fib === null ? null : openDocument(fib, streams);
  if (document === null)
    return issue(
      'corrupt',
      '文档的文字无法找到，文件已损坏',
      'the text of the document is not to be found: the file is damaged',
    );
  const icons = iconsOf(file);
  const parts = packageOf(document, limits, (object) => icons.has(`/ObjectPool/_${object}`));
  if (parts === null) return issue('too_large', '文档内容超过上限', 'the document holds more than the limit');
  return { parts, losses: document.losses, isCut: document.isCut };
}

/** A stream of the root. */
function contentOf(file: CompoundFile, name: string): Uint8Array | null {
  const entry = file.entries.find(
    (found) =>
      found.kind === 'stream' && found.folder === '' && found.name.toLowerCase() === name.toLowerCase(),
  );
  return entry === undefined ? null : file.content(entry);
}

/** Word 97 is the first version of this format ([MS-DOC] 2.5.1 nFib). */
const firstVersion = 0xc1;

const tooOld = issue(
  'unsupported_format',
  '内容是 Word 6.0/95 文档，暂不支持，请另存为 .docx',
  'the content is a document of Word 6.0 or 95, which is not read; save it as .docx',
);

/** Bytes of what describes an object; there are six. */
const mostBytes = 64;

/** Folders of objects that are shown as an icon ([MS-DOC] 2.9.162 ODTPersist1). */
function iconsOf(file: CompoundFile): Set<string> {
  const described = file.entries.filter(({ name, size }) => name === '\u0003ObjInfo' && size <= mostBytes);
  const icons = described.filter((entry) => (byteAt(file.content(entry), 0) & 0x40) !== 0);
  return new Set(icons.map(({ folder }) => folder));
}
