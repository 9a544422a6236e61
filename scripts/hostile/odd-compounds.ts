import * as XLSX from 'xlsx';
import { generateDocument } from '../generate/document.ts';
import { renderXls } from '../generate/render/xls.ts';
import { type Expectation, type HostileCase, refused, survived } from './case.ts';

const lost: Expectation = { status: ['failed', 'partial'] };
const book = () => Buffer.from(renderXls(generateDocument(11).sections));

/** Bytes of the compound file changed by hand (MS-CFB). */
function compound(change: (bytes: Buffer) => void): Buffer {
  const bytes = book();
  change(bytes);
  return bytes;
}
/** Where the first sector of the table of sectors stands, and the directory. */
const tableAt = (bytes: Buffer) => (bytes.readUInt32LE(76) + 1) * 512;
const directoryAt = (bytes: Buffer) => (bytes.readUInt32LE(48) + 1) * 512;

/** The stream of the workbook changed, in a compound file that is whole. */
function workbookStream(change: (content: Buffer) => Uint8Array): Buffer {
  const file = XLSX.CFB.read(book(), { type: 'buffer' });
  const entry = XLSX.CFB.find(file, 'Workbook')!;
  const changed = Buffer.from(change(Buffer.from(entry.content as Uint8Array)));
  const next = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(next, '/Workbook', changed);
  return XLSX.CFB.write(next, { type: 'buffer' }) as Buffer;
}

function container(streams: Record<string, Uint8Array>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams))
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from(bytes));
  return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}

/** A record of BIFF behind the first (MS-XLS 2.1.4). */
const behindFirst = (content: Buffer, record: Buffer) => {
  const end = 4 + content.readUInt16LE(2);
  return Buffer.concat([content.subarray(0, end), record, content.subarray(end)]);
};
const cipher = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 7)]);
const broken = refused('corrupt', 'sheet_failed', 'unknown_format');

const compounds: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  [
    'chain-of-sectors-turns-back.xls',
    () =>
      compound((bytes) => {
        const at = tableAt(bytes);
        for (let i = 0; i < 20; i++) bytes.writeUInt32LE(i, at + 4 * i);
      }),
    broken,
  ],
  [
    'sectors-lead-nowhere.xls',
    () =>
      compound((bytes) => {
        const at = tableAt(bytes);
        for (let i = 0; i < 20; i++) bytes.writeUInt32LE(0x00ffff00, at + 4 * i);
      }),
    broken,
  ],
  [
    'directory-beyond.xls',
    () =>
      compound((bytes) => {
        bytes.writeUInt32LE(0x00ffff00, 48);
      }),
    broken,
  ],
  [
    'directory-turns-back.xls',
    () =>
      compound((bytes) => {
        const at = directoryAt(bytes);
        for (let i = 0; i < 4; i++)
          for (const field of [68, 72, 76]) bytes.writeUInt32LE(i, at + 128 * i + field);
      }),
    survived,
  ],
  [
    'table-of-tables-turns-back.xls',
    () =>
      compound((bytes) => {
        bytes.writeUInt32LE(0, 68);
        bytes.writeUInt32LE(0x7fffffff, 72);
      }),
    survived,
  ],
  [
    'sector-size-of-two-gigabytes.xls',
    () =>
      compound((bytes) => {
        bytes.writeUInt16LE(31, 30);
      }),
    broken,
  ],
  [
    'counts-of-tables-lie.xls',
    () =>
      compound((bytes) => {
        bytes.writeUInt32LE(0x7fffffff, 44);
      }),
    survived,
  ],
  [
    'stream-longer-than-file.xls',
    () =>
      compound((bytes) => {
        const at = directoryAt(bytes);
        for (let i = 1; i < 4; i++) bytes.writeUInt32LE(0x7ffffff0, at + 128 * i + 120);
      }),
    survived,
  ],
  [
    'no-workbook-in-it.xls',
    () => container({ Other: Buffer.alloc(5000) }),
    { status: ['failed', 'unsupported'] },
  ],
  [
    'with-a-password.xls',
    () => workbookStream((content) => behindFirst(content, cipher)),
    refused('encrypted'),
  ],
  [
    'record-longer-than-stream.xls',
    () => workbookStream((content) => behindFirst(content, Buffer.from([0xfc, 0, 0xff, 0xff]))),
    lost,
  ],
  [
    'stream-cut-in-the-middle.xls',
    () => workbookStream((content) => content.subarray(0, content.length >> 1)),
    lost,
  ],
  [
    'stream-of-zeros.xls',
    () => workbookStream((content) => Buffer.alloc(content.length)),
    refused('corrupt'),
  ],
  [
    'version-unknown.xls',
    () =>
      workbookStream((content) => {
        content.writeUInt16LE(0x0999, 4);
        return content;
      }),
    survived,
  ],
  [
    'with-a-password.xlsx',
    () =>
      container({
        EncryptionInfo: Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]),
        EncryptedPackage: Buffer.alloc(4096, 9),
      }),
    refused('encrypted'),
  ],
  [
    'with-a-password.docx',
    () =>
      container({
        EncryptionInfo: Buffer.from([3, 0, 2, 0, 0x24, 0, 0, 0]),
        EncryptedPackage: Buffer.alloc(4096, 9),
      }),
    refused('encrypted'),
  ],
  [
    'with-a-password.doc',
    () =>
      container({
        WordDocument: Buffer.concat([
          Buffer.from([0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
          Buffer.alloc(4096),
        ]),
      }),
    { status: ['unsupported', 'failed'], codes: ['unsupported_format', 'encrypted'] },
  ],
  [
    'slides.ppt',
    () => container({ 'PowerPoint Document': Buffer.alloc(5000) }),
    { status: ['failed', 'unsupported'] },
  ],
];

/** Compound files with loops, lies and passwords ([MS-CFB], [MS-XLS]). */
export const oddCompounds: readonly HostileCase[] = compounds.map(([name, make, expected]) => ({
  name: `odd-${name}`,
  make,
  expected,
}));
