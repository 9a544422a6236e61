import { maskText } from '../../examine/mask.ts';
import type { DoneEvent } from '../../ingest/options.ts';
import { displayWidth, printable, truncate, truncateMiddle } from '../../report/terminal/width.ts';
import type { Context } from '../context.ts';

/** So many lines are read; what comes after is in the table at the end. */
const mostLines = 20;
/** Columns that a sentence keeps at least beside a long path. */
const leastWords = 30;

/** For someone at a terminal: what could not be read, a line each in their language, until there are many. */
export function unreadTeller({
  say,
  tell,
  width,
}: Pick<Context, 'say' | 'tell' | 'width'>): (event: DoneEvent) => void {
  let told = 0;
  return ({ path, issue }) => {
    if (issue === null || told > mostLines) return;
    told += 1;
    if (told > mostLines)
      return tell(say('其余未能读取的文件不再逐一列出', 'more that could not be read; no longer listed'));
    const words = `${issue.code}${say('：', ': ')}${safe(say(issue.message.zh, issue.message.en))}`;
    const room = width - Math.min(displayWidth(words), Math.max(leastWords, width >> 1)) - 4;
    const shown = truncateMiddle(safe(path), room);
    tell(`✗ ${shown}  ${truncate(words, width - displayWidth(shown) - 4)}`);
  };
}

const safe = (text: string): string => maskText(printable(text));
