import { issue } from '../issue.ts';
import type { Parse } from '../parser.ts';
import { readWordParts } from '../word/index.ts';
import { openDocument } from './package.ts';
import { writeText } from './text/write-text.ts';

/** An OpenDocument text, packed or as one text: read as the document of Word that it would be when saved as such. */
export const parseOpenText: Parse = async (bytes, { format, limits }) => {
  const document = openDocument(bytes, limits);
  if ('code' in document) return { status: 'failed', format, error: document };
  const written = writeText(document, limits);
  if ('code' in written) return { status: 'failed', format, error: written };
  const { result } = await readWordParts(written.pack, limits);
  if (result.status !== 'read') return { ...result, format };
  const lost = document.lost.map((name) =>
    issue('page_failed', '部件已损坏，未读取', 'a part of the package is damaged and was not read', name),
  );
  const { strayTexts } = written;
  if (strayTexts > 0)
    lost.push(
      issue(
        'page_failed',
        `有 ${strayTexts} 处文字在不该有文字的标记内，未读取`,
        `${strayTexts} texts stand where none can; they were not read`,
      ),
    );
  return { ...result, source: { ...result.source, format, warnings: [...lost, ...result.source.warnings] } };
};
