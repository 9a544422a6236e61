import { defaultLimits, type ParserLimits } from '../../parsers/limits.ts';
import type { Message } from '../../schemas/index.ts';

/** Limits of the processes that parse, and of what an archive may unpack to. The parsers' own stand in parsers/limits.ts. */
export interface GuardLimits {
  wallTime: number;
  cpuTime: number;
  cpuTimePerMegabyte: number;
  memory: number;
  outputBytes: number;
  deaths: number;
  kills: number;
  documentsPerProcess: number;
  archiveDepth: number;
  archiveEntries: number;
  archiveBytes: number;
  archiveRatio: number;
}

export type Limits = ParserLimits & GuardLimits;

const mebibyte = 1024 * 1024;

const defaultGuardLimits: GuardLimits = {
  wallTime: 180,
  cpuTime: 60,
  cpuTimePerMegabyte: 60,
  memory: 1024 * mebibyte,
  outputBytes: 256 * mebibyte,
  deaths: 2,
  kills: 5,
  documentsPerProcess: 50_000,
  archiveDepth: 4,
  archiveEntries: 1_000_000,
  archiveBytes: 1024 * mebibyte,
  archiveRatio: 100,
};

export const allLimits: Limits = { ...defaultLimits, ...defaultGuardLimits };

export interface LimitRow {
  name: keyof Limits;
  unit: string;
  why: string;
}

type Rows<T> = Record<keyof T, [unit: string, why: string]>;

const ofParsers: Rows<ParserLimits> = {
  maxBytes: [
    'bytes of the file',
    'a filing is a few hundred kilobytes; a scan of hundreds of pages stays below',
  ],
  maxUnpackedBytes: ['bytes of all parts of a zip package', 'a zip bomb is refused before it is unpacked'],
  maxPages: ['pages or sheets', 'the rest is named in a warning'],
  maxRows: ['rows of one grid', 'the largest lists of projects have some thousands'],
  maxColumns: ['columns of one grid', 'no form is that wide; a stray cell in column XFD stops here'],
  maxCells: ['rows × columns of one grid', 'a merge of a million rows stops here'],
  maxNesting: ['tables inside one another', 'thousands of nested tables overflow the stack'],
};

const ofProcesses: Rows<GuardLimits> = {
  wallTime: ['seconds', 'a process that waits for ever uses no processor time'],
  cpuTime: ['seconds of processor time', 'a 3 KB PDF can loop for ever; a long filing takes a few seconds'],
  cpuTimePerMegabyte: [
    'seconds more for each megabyte of the file',
    'a scanned page has some 100 KB or more, and takes seconds to recognise; the wall time grows by twice as much',
  ],
  memory: [
    'bytes of resident memory',
    'a 5 MB workbook can ask for 4 GB; the largest filings stay below 400 MB',
  ],
  outputBytes: ['bytes of records', 'records are about the size of the text of a filing'],
  deaths: ['processes', 'a document that kills as many is put aside; the first may have been an accident'],
  kills: [
    'processes',
    'one that is killed from outside says little about its document; where that goes on, the document is put aside',
  ],
  documentsPerProcess: [
    'documents',
    'what a library leaks ends with the process, but a new one spends 5 s of processor time until its code is compiled',
  ],
  archiveDepth: ['archives inside one another', 'deeper than people pack, and shallower than a zip quine'],
  archiveEntries: ['entries of one archive', 'its directory is held in memory'],
  archiveBytes: [
    'bytes unpacked from one archive',
    'a small archive may unpack to this, a larger one to `archiveRatio` times its size',
  ],
  archiveRatio: ['times the size of the archive', 'documents shrink to a tenth, zip bombs to a thousandth'],
};

/** The one table of limits: docs/limits.md is written from it, `--limit` reads it. */
const limitRows: readonly LimitRow[] = Object.entries({ ...ofParsers, ...ofProcesses }).map(
  ([name, [unit, why]]) => ({ name: name as keyof Limits, unit, why }),
);

const units: Record<string, number> = { '': 1, k: 1024, m: mebibyte, g: 1024 * mebibyte };

/** `memory=2G` → { memory: 2147483648 }; a sentence where that is no limit. */
export function parseLimit(text: string): { limit: Partial<Limits> } | { wrong: Message } {
  const [name = '', value = ''] = text.split('=');
  if (!limitRows.some((row) => row.name === name)) {
    const names = limitRows.map((row) => row.name).join(', ');
    return {
      wrong: {
        zh: `没有名为“${name}”的限制，可用 ${names}`,
        en: `no limit is called "${name}"; expected one of ${names}`,
      },
    };
  }
  const match = /^(\d+(?:\.\d+)?)([kmg]?)$/i.exec(value);
  const number = match === null ? 0 : Number(match[1]) * (units[match[2]!.toLowerCase()] ?? 0);
  if (number <= 0)
    return {
      wrong: {
        zh: `应为 ${name}=大于 0 的数，字节可用 K、M、G；得到“${text}”`,
        en: `expected ${name}=NUMBER above 0, with K, M or G for bytes; got "${text}"`,
      },
    };
  return { limit: { [name]: number } };
}

const spaced = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');

/** The table of docs/limits.md, as Markdown. */
export function limitsTable(): string {
  const rows = limitRows.map(
    ({ name, unit, why }) => `| \`${name}\` | ${spaced(allLimits[name])} | ${unit} | ${why} |`,
  );
  return ['| name | default | unit | why |', '| --- | ---: | --- | --- |', ...rows].join('\n');
}
