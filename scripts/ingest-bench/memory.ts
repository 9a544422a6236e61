import { megabytes, say } from './figures.ts';

/** Takes the memory of this process whenever a document is done; gives the highest of every tenth of the documents, bytes. */
export function inTenths(total: number): { done: () => void; highest: () => number[] } {
  const tenths: number[] = [];
  let count = 0;
  return {
    done() {
      const tenth = Math.min(9, Math.floor((count * 10) / total));
      count += 1;
      tenths[tenth] = Math.max(tenths[tenth] ?? 0, process.memoryUsage.rss());
    },
    highest: () => tenths,
  };
}

export function memoryByTenths(tenths: readonly number[]): void {
  say(`memory of the parent by tenths of the documents, MB: ${tenths.map(megabytes).join(' ')}`);
  say(`last tenth against the second: ${(tenths.at(-1)! / tenths[1]!).toFixed(3)}`);
  const highest = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`highest of the whole run, with the comparison of all filings: ${highest} MB`);
}
