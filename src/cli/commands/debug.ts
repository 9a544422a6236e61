import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { NamedBox } from '../../../parsers/geometry/draw.ts';
import type { Issue } from '../../../schemas/index.ts';
import { issueText } from '../../report/wording.ts';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';

/** `hedui debug`: a picture of one page of a PDF or an OFD with everything that was made of it, a layer a stage. */
export function debugCommand(context: Context): Command {
  const { say } = context;
  return new Command('debug')
    .description(
      say('把 PDF 或 OFD 一页的识别过程画成图', 'draw how a page of a PDF or OFD was read, layer by layer'),
    )
    .argument('<file>', say('PDF 或 OFD 文件', 'PDF or OFD file'))
    .option('--page <number>', say('页码，从 1 起', 'page, from 1'), (text) => pageNumber(text, context), 1)
    .option(
      '--cell <row,column>',
      say(
        '只画扫描页的一个单元格：裁图与各种识读（行,列，从 0 起，与图中标注相同）',
        'only a cell of a scan: its crops and readings (row,column from 0, as the picture names it)',
      ),
      (text) => cellName(text, context),
    )
    .option(
      '--out <file>',
      say('写入的 SVG 文件（默认输出到标准输出）', 'SVG file to write (else standard output)'),
    )
    .option('--password <text>', say('加密文件的密码', 'password of an encrypted file'))
    .addHelpText(
      'after',
      say(
        '\n图层：fills 底色、glyphs 文字、rulings 线条、edges 表格线、\ncrossings 交点、cells 单元格、texts 段落与表格、roles 读成的字段。\n扫描页另有：picture 校正后的图像、readings 存疑的识别结果、doubts 表格存疑之处。\n\n示例\n  hedui debug 自评表.pdf --page 2 --out 第2页.svg\n  hedui debug 扫描件.pdf --page 1 --cell 3,2 --out 单元格.svg',
        '\nLayers: fills, glyphs, rulings, edges (joined; pink: assumed), crossings,\ncells, texts (paragraphs and grids), roles (the fields read from a cell).\nOf a scan also: picture (levelled, without rulings), readings (those in doubt),\ndoubts (what speaks against a grid).\n\nExample:\n  hedui debug self-evaluation.pdf --page 2 --out page-2.svg\n  hedui debug scan.pdf --page 1 --cell 3,2 --out cell.svg',
      ),
    )
    .action((file: string, options: DebugOptions) => debug(file, options, context));
}

interface DebugOptions {
  page: number;
  cell?: { row: number; column: number };
  out?: string;
  password?: string;
}

function pageNumber(text: string, { say }: Context): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(
    say(`应为从 1 起的页码，得到 ${text}`, `expected a page from 1, got ${text}`),
  );
}

function cellName(text: string, { say }: Context): { row: number; column: number } {
  const [, row, column] = /^(\d{1,6}),(\d{1,6})$/.exec(text) ?? [];
  if (row !== undefined && column !== undefined) return { row: Number(row), column: Number(column) };
  throw new InvalidArgumentError(
    say(`应为“行,列”（从 0 起），得到 ${text}`, `expected row,column from 0, got ${text}`),
  );
}

async function debug(
  file: string,
  { page, cell, out, password }: DebugOptions,
  context: Context,
): Promise<void> {
  const { readNamed } = await import('../../ingest/discovery/read-stable.ts');
  const bytes = await readNamed(file);
  if ('code' in bytes) return fail(file, issueText(bytes, context.language), context);
  const { detectFormat } = await import('../../../parsers/index.ts');
  const { format } = detectFormat(bytes, file);
  if (format !== 'pdf' && format !== 'ofd') return fail(file, noPages(format, context), context);
  const roles = cell === undefined ? await rolesOn(page, bytes, password) : [];
  const drawn = await drawnBy[format](new Uint8Array(bytes), page, password, roles, cell);
  if ('error' in drawn) return fail(file, issueText(drawn.error, context.language), context);
  if (out === undefined) return context.write(drawn.svg);
  await writePicture(out, drawn.svg).catch(async (thrown: NodeJS.ErrnoException) => {
    const { whyUnwritable } = await import('../../ingest/output/unwritable.ts');
    const { zh, en } = whyUnwritable(thrown);
    context.tell(context.say(`无法写入 ${out}：${zh}`, `cannot write ${out}: ${en}`));
    context.end(exitCode.internal);
  });
}

type DrawPage = (
  bytes: Uint8Array,
  page: number,
  password: string | undefined,
  roles: readonly NamedBox[],
  cell: DebugOptions['cell'],
) => Promise<{ svg: string } | { error: Issue }>;

/** Who draws the pages of a format. */
const drawnBy: Record<'pdf' | 'ofd', DrawPage> = {
  pdf: async (bytes, page, password, roles, cell) => {
    const { drawPdfPage } = await import('../../../parsers/pdf/draw.ts');
    return drawPdfPage(bytes, page, password, roles, cell);
  },
  ofd: async (bytes, page, _, roles, cell) => {
    const { drawOfdPage } = await import('../../../parsers/ofd/draw.ts');
    return drawOfdPage(bytes, page, roles, cell);
  },
};

/** Writes a picture whole or not at all; straight into what is no file (/dev/stdout), which nothing may take the place of. */
async function writePicture(path: string, svg: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null && !there.isFile()) return writeFile(path, svg);
  const { writeWholeFile } = await import('../../warehouse/export/files.ts');
  await writeWholeFile(dirname(path), basename(path), svg);
}

/** The cells of a page that records were read from, with the fields that they are. */
async function rolesOn(page: number, bytes: Uint8Array, password: string | undefined) {
  const { examine } = await import('../../examine/examine.ts');
  const { filings, indicators, amounts } = await examine(
    new Uint8Array(bytes),
    password === undefined ? {} : { password },
  );
  return [...filings, ...indicators, ...amounts].flatMap(({ source }) =>
    Object.entries(source).flatMap(([role, place]) =>
      place.page === page && place.box !== null ? [{ box: place.box, role }] : [],
    ),
  );
}

function noPages(format: string, { say }: Context): string {
  return say(
    `只能画 PDF 和 OFD 的页面，这是 ${format}；其他格式用 hedui tables 查看`,
    `only pages of PDF and OFD can be drawn, this is ${format}; see other formats with hedui tables`,
  );
}

function fail(file: string, reason: string, context: Context): void {
  context.tell(`${file}: ${reason}`);
  context.end(exitCode.documents);
}
