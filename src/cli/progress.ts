import { printable, truncateMiddle } from '../report/terminal/width.ts';

export interface Progress {
  show: (done: number, total: number, name: string) => void;
  clear: () => void;
}

/** One line on stderr that is written over; nothing where stderr is no terminal or there is one document. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(done, total, name) {
      if (total < 2) return;
      const count = `[${done}/${total}] `;
      const room = (stream.columns ?? 80) - count.length - 1;
      stream.write(`\r\u001b[2K${count}${truncateMiddle(printable(name), Math.max(10, room))}`);
    },
    clear() {
      stream.write('\r\u001b[2K');
    },
  };
}
