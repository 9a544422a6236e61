import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import { portableGreyMap, type Raster } from '../image/raster.ts';
import { dismissLineReaders } from '../line-model/line-readers.ts';

/** What a reader says of one crop. */
export interface CropReading {
  text: string;
  /** 0 to 1: of the least sure character. */
  confidence: number;
  /** Every character with its confidence, 0 to 1; spaces left out. */
  characters: { text: string; confidence: number }[];
}

/** Characters that figures are made of. */
const figureAlphabet = '0123456789.,%-+()/:<>=';

/** A worker that says nothing for so long is given up, in milliseconds: a crop takes some tens of them. */
const patience = 60_000;

const resolve = createRequire(import.meta.url).resolve;

const dataFolder = (): string =>
  path.join(path.dirname(resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');

interface Seat {
  worker: Promise<Worker>;
  busy: boolean;
}

interface Job {
  picture: Buffer;
  done: (reading: CropReading) => void;
  failed: (reason: unknown) => void;
}

let seat: Seat | null = null;
const queue: Job[] = [];

/**
 * Reads a crop of a figure with the model of Latin letters and an alphabet of figures: a third opinion, where two differ. The worker is
 * shared by all pages and documents of the process; an idle one does not keep it alive.
 */
export function readCrop(crop: Raster): Promise<CropReading> {
  return new Promise((done, failed) => {
    queue.push({ picture: portableGreyMap(crop), done, failed });
    serve();
  });
}

/** Ends all threads that read; the next crop starts new ones. */
export async function dismissReaders(): Promise<void> {
  const last = seat;
  seat = null;
  await Promise.all([dismissLineReaders(), last?.worker.then((worker) => worker.terminate())]);
}

function serve(): void {
  if (queue.length === 0) return;
  seat ??= { worker: hire(), busy: false };
  if (seat.busy) return;
  const job = queue.shift();
  if (job) void work(seat, job);
}

async function work(own: Seat, job: Job): Promise<void> {
  own.busy = true;
  try {
    const worker = await own.worker;
    const thread = (worker as unknown as { worker: Thread }).worker;
    thread.ref();
    const { data } = await inTime(worker.recognize(job.picture, {}, { text: true, blocks: true }));
    thread.unref();
    job.done(readingOf(data));
  } catch (reason) {
    if (seat === own) seat = null;
    void own.worker.then((worker) => worker.terminate()).catch(() => undefined);
    job.failed(reason);
  } finally {
    own.busy = false;
    serve();
  }
}

async function hire(): Promise<Worker> {
  const worker = await createWorker(
    'eng',
    1,
    {
      langPath: dataFolder(),
      cacheMethod: 'none',
      gzip: true,
      // Without a handler of its own a failed job ends the process.
      errorHandler: () => undefined,
    },
    // Dictionaries pull figures towards common words.
    { load_system_dawg: '0', load_freq_dawg: '0', load_number_dawg: '0', load_punc_dawg: '0' },
  );
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    user_defined_dpi: '300',
    debug_file: '/dev/null',
    tessedit_char_whitelist: figureAlphabet,
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
