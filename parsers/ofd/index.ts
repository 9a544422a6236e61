import type { Issue } from '../../schemas/index.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { attachments, noPages, pageFailed, pagesBeyondLimit } from '../pages/issues.ts';
import { laidOutPages } from '../pages/laid-out-pages.ts';
import { keepYoungGenerationSmall } from '../pages/young-generation.ts';
import type { Parse, ParseResult } from '../parser.ts';
import * as issue from './issues.ts';
import { readContents } from './package/documents.ts';
import { openParts } from './package/parts.ts';
import { sharedParts } from './page-drawing.ts';
import { readPage } from './read-page.ts';

/** So many pages that cannot be read, parts or attachments are told one by one. */
const mostTold = 50;

/** Parts by which a package says that others are encrypted (GM/T 0099). */
const encryptions = ['Encryptions.xml', 'Encryption.xml', 'EncryptInfo.xml'];

/** Reads an OFD (GB/T 33190-2016): its pages, grids and paragraphs in reading order, as of a PDF. Points from the top left of each page. */
export const parseOfd: Parse = async (bytes, { limits }) => {
  const parts = openParts(bytes, limits);
  if ('code' in parts) return failed(parts);
  if (encryptions.some((name) => parts.has(name))) return failed(issue.encrypted());
  const contents = readContents(parts, limits.maxPages);
  if ('code' in contents) return failed(contents);
  const { total, pages: listed } = contents;
  const count = listed.length;
  if (count === 0) return failed(contents.warnings[0] ?? noPages());
  keepYoungGenerationSmall(count);
  const laidOut = laidOutPages(total, defaultGeometry);
  const shared = sharedParts(parts);
  const lostParts = new Set<string>();
  let lostPages = 0;
  const onLostPage = (told: Issue): void => {
    if (++lostPages <= mostTold) laidOut.warnings.push(told);
  };
  for (const [i, page] of listed.entries()) {
    try {
      const read = await readPage(page, i + 1, shared, defaultGeometry);
      if ('code' in read) onLostPage(issue.pageLost(i + 1, read));
      else {
        for (const part of read.lostParts) lostParts.add(part);
        await laidOut.add(read);
      }
    } catch (error) {
      onLostPage(pageFailed(i + 1, error));
    }
  }
  await laidOut.end();
  const { pages, warnings, lookAgain } = laidOut;
  warnings.unshift(...contents.warnings, ...[...lostParts].slice(0, mostTold).map(issue.resourcesLost));
  if (lostPages > mostTold) warnings.push(issue.furtherPagesLost(lostPages - mostTold));
  if (pages.length === 0) return failed(warnings[0] ?? noPages());
  if (contents.attachments.length > 0) warnings.unshift(attachments(contents.attachments.slice(0, mostTold)));
  if (count < total) warnings.push(pagesBeyondLimit(total, count));
  const source = { format: 'ofd' as const, pages, blocks: laidOut.blocks(), warnings };
  return { status: 'read', source, ...lookAgain() };
};

function failed(error: Issue): ParseResult {
  return { status: 'failed', format: 'ofd', error };
}
