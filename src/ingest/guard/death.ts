import type { Issue, IssueCode } from '../../../schemas/index.ts';

/** Why a process did not give a result. */
export interface Death {
  code: Extract<IssueCode, 'timeout' | 'out_of_memory' | 'crashed' | 'too_large'>;
  /** What was seen of it, in English. */
  detail: string;
  /** The document used up a limit by itself: another process would do no better. */
  isFinal: boolean;
  /** Ended from outside: by the kernel, a person, or the system as it goes down. */
  wasKilled?: boolean;
  /** Highest resident memory that was seen of the process, bytes. */
  memory?: number;
}

const noMemory =
  /out of memory|heap limit|Cannot allocate memory|bad_alloc|Failed to reserve|allocation failed/i;

/** Reads the cause from how the process ended: the signal, and what V8 wrote at last. */
export function causeOfDeath(exitCode: number | null, signal: string | null, lastWords: string): Death {
  if (noMemory.test(lastWords))
    return { code: 'out_of_memory', detail: firstLine(lastWords, noMemory), isFinal: false };
  if (signal === 'SIGXCPU')
    return { code: 'timeout', detail: 'the processor time of the process was used up', isFinal: false };
  const ending = signal === null ? `exit code ${exitCode}` : `signal ${signal}`;
  const words = firstLine(lastWords, /error|fatal/i);
  const detail = words === '' ? ending : `${ending}: ${words}`;
  return { code: 'crashed', detail, isFinal: false, wasKilled: signal === 'SIGKILL' };
}

/** The line that says it; of the machine's paths the last part stays, for it names what is missing. */
function firstLine(text: string, pattern: RegExp): string {
  const line = text.split('\n').find((candidate) => pattern.test(candidate)) ?? '';
  return line
    .replace(/[#\s]+/g, ' ')
    .replace(/\(?\/\S*\//g, '')
    .trim()
    .slice(0, 200);
}

/** Over a limit of resident memory, bytes. */
export function outOfMemory(limit: number): Death {
  return {
    code: 'out_of_memory',
    detail: `more than ${Math.round(limit / 1048576)} MB`,
    isFinal: true,
  };
}

/** Over a limit of processor time. */
export function outOfTime(seconds: number): Death {
  const detail = `more than ${Number(seconds.toPrecision(2))} s of processor time`;
  return { code: 'timeout', detail, isFinal: true };
}

const sentences: Record<Death['code'], [zh: string, en: string]> = {
  timeout: ['处理超时', 'reading took too long'],
  out_of_memory: ['处理时内存超限', 'reading took too much memory'],
  crashed: ['处理进程崩溃', 'the process that read it died'],
  too_large: ['结果过大', 'the result is too large'],
};

export function issueOf({ code, detail }: Death): Issue {
  const [zh, en] = sentences[code];
  return { code, message: { zh: `${zh}：${detail}`, en: `${en}: ${detail}` }, place: null };
}
