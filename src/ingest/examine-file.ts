import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { defaultLimits } from '../../parsers/limits.ts';
import type { Examination, Issue } from '../../schemas/index.ts';
import { type ExamineOptions, examine, unread } from '../examine/examine.ts';

/** Examines one file. A file that cannot be opened, or is over the limit, is a failed document. */
export async function examineFile(path: string, options: ExamineOptions = {}): Promise<Examination> {
  const limit = options.limits?.maxBytes ?? defaultLimits.maxBytes;
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return unreadable(path, 'not a file');
    if (entry.size > limit)
      return unread(
        { document_id: await hashOf(path), path, bytes: entry.size },
        'unknown',
        'failed',
        tooLarge(entry.size, limit),
      );
    return await examine(await readFile(path), { ...options, path });
  } catch (thrown) {
    return unreadable(path, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Without bytes to hash, the id is that of the path. */
function unreadable(path: string, detail: string): Examination {
  const document_id = createHash('sha256').update(`unreadable:${path}`).digest('hex');
  return unread({ document_id, path, bytes: 0 }, 'unknown', 'failed', {
    code: 'unreadable',
    message: { zh: `文件无法打开：${detail}`, en: `the file could not be opened: ${detail}` },
    place: null,
  });
}

function tooLarge(size: number, limit: number): Issue {
  return {
    code: 'too_large',
    message: {
      zh: `${size} 字节，超过上限 ${limit} 字节`,
      en: `${size} bytes, over the limit of ${limit} bytes`,
    },
    place: null,
  };
}

/** SHA-256 of a file that is too large to hold. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
