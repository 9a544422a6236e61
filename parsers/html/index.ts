import type { Issue } from '../../schemas/index.ts';
import { decodeText } from '../decode.ts';
import { cellWarnings } from '../flow/cell-content.ts';
import { type GridDraft, locateBlocks } from '../flow/drafts.ts';
import { joinContinued } from '../flow/join.ts';
import { assignRoles } from '../flow/roles.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { readAddedTexts } from './added-texts.ts';
import { type Content, type Page, readFlow } from './flow.ts';
import { tagShownTables } from './shown-tables.ts';
import { joinSplitTables } from './split-tables.ts';
import { readStyles } from './styles.ts';
import { tableReader } from './table.ts';
import { parseTree, swallowsRows } from './tree.ts';
import { pagesOfArchive } from './web-archive.ts';

/** Reads a web page, or what Excel and province systems save as one under the name .xls, into paragraphs and grids. */
export const parseHtml: Parse = async (bytes, { limits, name }) => {
  const saved = isMail(bytes) ? pagesOfArchive(bytes) : [{ bytes, isCut: false }];
  if (saved.length === 0) return failed(noPage);
  const contents: Content[] = [];
  let isCut = saved.some((page) => page.isCut);
  const warnings: Issue[] = isCut ? [cutOff] : [];
  for (const page of saved) {
    const read = readPage(page.bytes, limits);
    if ('code' in read) return failed(read);
    for (const content of read.contents) contents.push(content);
    warnings.push(...warningsOf(read.contents, read));
    isCut ||= read.isCut || read.isHidden;
  }
  if (notAPage.test(name) && !contents.some(({ kind }) => kind === 'grid')) return failed(otherPage);
  return {
    status: 'read',
    source: {
      format: 'html',
      pages: [],
      blocks: locateBlocks(joinContinued(assignRoles(contents), { adjacentIsBroken: false })),
      warnings,
      ...(isCut ? { cut: true } : {}),
    },
  };
};

interface ReadPage extends Pick<Page, 'addedTexts' | 'hiddenTexts' | 'struckTexts'> {
  contents: Content[];
  /** It ends within a table. */
  isCut: boolean;
  /** A comment without its end swallows rows. */
  isHidden: boolean;
}

/** What stands on one page. */
function readPage(bytes: Uint8Array, limits: ParserLimits): ReadPage | Issue {
  const text = decodePage(bytes);
  if (text === null) return issue('corrupt', '内容不是文本', 'the content is not text');
  const roots = parseTree(text, limits);
  if (!Array.isArray(roots)) return roots;
  const styles = readStyles(roots);
  tagShownTables(roots, styles);
  joinSplitTables(roots, styles);
  const page: Page = {
    styles,
    added: readAddedTexts(roots),
    addedTexts: 0,
    office: /xmlns:[xow]\s*=\s*["']?urn:schemas-microsoft-com:office/i.test(text.slice(0, headLength)),
    hiddenTexts: 0,
    struckTexts: 0,
    pictured: new WeakSet(),
    tooLarge: null,
    readTable: tableReader(limits),
  };
  const contents = roots.flatMap((root) => readFlow(root, page, false));
  if (/<frameset\b/i.test(text) && contents.every(({ kind }) => kind === 'paragraph')) return framesOnly;
  const { addedTexts, hiddenTexts, struckTexts } = page;
  if (page.tooLarge === null) {
    const isHidden = swallowsRows(text);
    return {
      contents,
      addedTexts,
      hiddenTexts,
      struckTexts,
      isCut: !isHidden && endsInTable(text),
      isHidden,
    };
  }
  const [zh, en] = [
    '表格的行、列或单元格数超过上限',
    'a table has more rows, columns or cells than the limits allow',
  ];
  return issue('too_large', zh, en, page.tooLarge);
}

/** Mails begin with the name of a field, pages with a tag. */
function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  return /^\s*[\w-]+:/.test(head.replace(/^\xef\xbb\xbf/, ''));
}

const noPage = issue('corrupt', '网页归档中没有网页', 'there is no page in the web archive');

/** Names of what is never a page: a page without a table under one is what a server answered. */
const notAPage = /\.(?:xls[xmb]?|et|csv|docx|pdf|ofd)$/i;
const otherPage = issue(
  'no_table',
  '内容是没有表格的网页，可能是出错或登录页面',
  'the content is a page without a table, such as a server shows for an error or to log in',
);

/** A workbook that Excel saved as a page lies in a folder beside it, a page for each sheet. */
const framesOnly = issue(
  'sheet_failed',
  '网页只是框架，各工作表在另外的文件中；请在 Excel 中另存为工作簿',
  'the page only frames sheets that lie in files of their own: save it as a workbook by Excel',
);

const cutOff = issue(
  'page_failed',
  '网页归档不完整，其后的内容缺失',
  'the web archive is cut off within its page: what stood behind is missing',
);

/** The declaration of a page's encoding stands in its first 1 024 bytes (WHATWG HTML §4.2.5.4); Office writes its namespaces there too. */
const headLength = 1_024;

/** By mark, then as UTF-8, then by what the page declares, then as GB18030. */
function decodePage(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  if (decoded !== null && decoded.encoding !== 'gb18030') return decoded.text;
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    if (declared && !/^(?:utf-?8|gb)/i.test(declared)) return new TextDecoder(declared).decode(bytes);
  } catch {
    // An encoding that nobody knows says nothing.
  }
  return decoded?.text ?? null;
}

function failed(error: Issue): ParseResult {
  return { status: 'failed', format: 'html', error };
}

/** The last row of a page that ends its other rows has no end, or its table has none and nor has the page: a download was cut off. */
function endsInTable(text: string): boolean {
  const page = text.toLowerCase();
  const rowEnd = page.lastIndexOf('</tr');
  const tableEnd = page.lastIndexOf('</table');
  if (rowEnd >= 0 && page.lastIndexOf('<tr') > rowEnd && tableEnd < rowEnd) return true;
  return page.lastIndexOf('<table') > tableEnd && !/<\/(?:body|html)\b/.test(page.slice(tableEnd + 1));
}

const rowCut = issue(
  'page_failed',
  '网页在表格中间结束，其后的内容缺失',
  'the page ends within a table: what stood behind is missing',
);

const commentOpen = issue(
  'page_failed',
  '网页中有一处注释没有结束，其后的表格内容被它遮去，未读取',
  'a comment of the page has no end: the rows behind it are part of it and were not read',
);

function warningsOf(contents: readonly Content[], page: ReadPage): Issue[] {
  const { addedTexts, hiddenTexts, struckTexts, isCut, isHidden } = page;
  const grids = contents.filter((content): content is GridDraft => content.kind === 'grid');
  const warnings: Issue[] = [
    ...(isCut ? [rowCut] : []),
    ...(isHidden ? [commentOpen] : []),
    ...cellWarnings(grids),
  ];
  if (contents.some((content) => content.kind === 'grid' && hasHidden(content))) {
    warnings.push(issue('hidden_content', '隐藏的行或列已读取', 'hidden rows or columns were read'));
  }
  if (hiddenTexts > 0) {
    const n = hiddenTexts;
    warnings.push(issue('text_left_out', `有 ${n} 处隐藏内容未读取`, `${n} hidden elements were not read`));
  }
  if (addedTexts > 0) {
    const n = addedTexts;
    const [zh, en] = [`有 ${n} 处由样式表加入的文字未读取`, `${n} texts that style sheets add were not read`];
    warnings.push(issue('text_left_out', zh, en));
  }
  if (struckTexts > 0) {
    const n = struckTexts;
    warnings.push(
      issue(
        'text_left_out',
        `有 ${n} 处带删除线的文字未读取`,
        `${n} texts with a line through them were not read`,
      ),
    );
  }
  return warnings;
}

const hasHidden = (grid: GridDraft): boolean =>
  grid.cells.some((cell) => cell.hidden === true || cell.inner.some(hasHidden));
