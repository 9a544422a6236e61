import type { Message } from '../../schemas/index.ts';
import type { PictureReading } from './read-picture.ts';

/** Why a picture gave no table, to follow a sentence; nothing where nobody tried, or where there is none in it. */
export function reasonUnread(reading: PictureReading | undefined): Message {
  if (reading?.kind === 'damaged') return { zh: '（图片已损坏）', en: ' (the picture is damaged)' };
  if (reading?.kind === 'unsupported') {
    const { format } = reading;
    return format === null
      ? { zh: '（图片格式暂不支持）', en: ' (its format is not read)' }
      : { zh: `（暂不支持 ${format} 格式）`, en: ` (${format} is not read)` };
  }
  return reading?.kind === 'no_table'
    ? { zh: '（其中没有找到表格）', en: ' (no table was found in it)' }
    : { zh: '', en: '' };
}
