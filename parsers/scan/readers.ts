import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import { portableGreyMap, type Raster } from './raster.ts';

/** Who reads: Chinese with figures, or figures and Latin letters alone. */
export type Reader = 'chi_sim' | 'eng';

/** What a reader says of one crop. */
export interface CropReading {
  text: string;
  /** 0 to 1: of the least sure character. */
  confidence: number;
  /** Every character with its confidence, 0 to 1; spaces left out. */
  characters: { text: string; confidence: number }[];
}

/** Workers of each reader: two of the slow one, for two cores; some 100 MB each. */
const workersOf: Record<Reader, number> = { chi_sim: 2, eng: 1 };

/** Characters that figures are made of. */
export const figureAlphabet = '0123456789.,%-+()/:<>=';

/** A worker that says nothing for so long is given up, in milliseconds: a crop takes some tens of them. */
const patience = 60_000;

const resolve = createRequire(import.meta.url).resolve;

const dataFolder = (reader: Reader): string =>
  path.join(path.dirname(resolve(`@tesseract.js-data/${reader}/package.json`)), '4.0.0_best_int');

interface Seat {
  worker: Promise<Worker>;
  busy: boolean;
}

interface Job {
  picture: Buffer;
  done: (reading: CropReading) => void;
  failed: (reason: unknown) => void;
}

const seats: Record<Reader, Seat[]> = { chi_sim: [], eng: [] };
const queues: Record<Reader, Job[]> = { chi_sim: [], eng: [] };

/** Reads a crop of one line of writing. Workers are shared by all pages and documents of the process; idle ones do not keep it alive. */
export function readCrop(crop: Raster, reader: Reader): Promise<CropReading> {
  return new Promise((done, failed) => {
    queues[reader].push({ picture: portableGreyMap(crop), done, failed });
    serve(reader);
  });
}

/** Ends all workers; the next crop starts new ones. */
export async function dismissReaders(): Promise<void> {
  for (const reader of ['chi_sim', 'eng'] as const) {
    for (const seat of seats[reader].splice(0)) await (await seat.worker).terminate();
  }
}

function serve(reader: Reader): void {
  const queue = queues[reader];
  while (queue.length > 0) {
    let seat = seats[reader].find(({ busy }) => !busy);
    if (!seat) {
      if (seats[reader].length >= workersOf[reader]) return;
      seat = { worker: hire(reader), busy: false };
      seats[reader].push(seat);
    }
    const job = queue.shift();
    if (job) void work(seat, reader, job);
  }
}

async function work(seat: Seat, reader: Reader, job: Job): Promise<void> {
  seat.busy = true;
  try {
    const worker = await seat.worker;
    const thread = (worker as unknown as { worker: Thread }).worker;
    thread.ref();
    const { data } = await inTime(worker.recognize(job.picture, {}, { text: true, blocks: true }));
    thread.unref();
    job.done(readingOf(data));
  } catch (reason) {
    seats[reader].splice(seats[reader].indexOf(seat), 1);
    void seat.worker.then((worker) => worker.terminate()).catch(() => undefined);
    job.failed(reason);
  } finally {
    seat.busy = false;
    serve(reader);
  }
}

async function hire(reader: Reader): Promise<Worker> {
  const worker = await createWorker(
    reader,
    1,
    {
      langPath: dataFolder(reader),
      cacheMethod: 'none',
      gzip: true,
      // Without a handler of its own a failed job ends the process.
      errorHandler: () => undefined,
    },
    // Dictionaries pull figures and names towards common words.
    { load_system_dawg: '0', load_freq_dawg: '0', load_number_dawg: '0', load_punc_dawg: '0' },
  );
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    user_defined_dpi: '300',
    debug_file: '/dev/null',
    ...(reader === 'eng' ? { tessedit_char_whitelist: figureAlphabet } : {}),
  } as Parameters<Worker['setParameters']>[0]);
  return worker;
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the reader of crops does not answer')), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

type PageData = Awaited<ReturnType<Worker['recognize']>>['data'];

function readingOf(data: PageData): CropReading {
  const characters = (data.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words)
    .flatMap((word) => word.symbols)
    .map(({ text, confidence }) => ({ text, confidence: confidence / 100 }));
  const least = characters.reduce((low, { confidence }) => Math.min(low, confidence), 1);
  return { text: data.text.trim(), confidence: characters.length > 0 ? least : 0, characters };
}
