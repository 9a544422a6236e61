import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';
import type { ParseOptions, ParseResult } from '../parser.ts';
import type { Package } from '../word/package.ts';
import { writtenPackage } from '../word/written-package.ts';
import { type RtfText, readText } from './read.ts';

/** What reads the parts of a document of Word. */
export type ReadParts = (pack: Package, limits: ParserLimits) => Promise<{ result: ParseResult }>;

/** Reads RTF as the document of Word that it would be when saved as such. */
export async function readRtf(
  bytes: Uint8Array,
  { limits }: Pick<ParseOptions, 'limits'>,
  readParts: ReadParts,
): Promise<ParseResult> {
  const format = 'rtf';
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const read = readText(text.slice(Math.max(0, text.indexOf('{'))), limits);
  if (read.reading.isTooLarge) return { status: 'failed', format, error: tooLarge(limits) };
  const { result } = await readParts(
    writtenPackage({ ...read.reading, ...read.reading.notes, body: read.body }),
    limits,
  );
  if (result.status !== 'read') return { ...result, format };
  const warnings = [...losses(read), ...result.source.warnings];
  return { ...result, source: { ...result.source, format, warnings, ...(read.isCut ? { cut: true } : {}) } };
}

const tooLarge = ({ maxNesting, maxColumns }: ParserLimits): Issue =>
  issue(
    'too_large',
    `表格、文本框或分组嵌套过深（表格上限 ${maxNesting} 层），或一行超过 ${maxColumns} 个单元格`,
    `tables (at most ${maxNesting}), boxes or groups are nested too deeply, or a row has more than ${maxColumns} cells`,
  );

function losses({ isCut, hasRest, reading }: RtfText): Issue[] {
  const lost: Issue[] = [];
  if (isCut)
    lost.push(
      issue('page_failed', '文件在中途结束，其后的内容缺失', 'the file ends early; what follows is missing'),
    );
  if (hasRest)
    lost.push(
      issue(
        'page_failed',
        '文档结束之后还有内容，未读取',
        'something stands behind the end of the document; it was not read',
      ),
    );
  const { oddRows } = reading;
  if (oddRows > 0)
    lost.push(
      issue(
        'page_failed',
        `有 ${oddRows} 行表格的单元格数与其定义不符`,
        `${oddRows} rows of tables do not have the cells that they define`,
      ),
    );
  return lost;
}
