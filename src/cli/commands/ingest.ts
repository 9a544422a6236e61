import { Command, InvalidArgumentError, Option } from 'commander';
import { decodeName } from '../../ingest/discovery/decode-name.ts';
import type { Input } from '../../ingest/discovery/walk.ts';
import type { IngestOutcome } from '../../ingest/ingest.ts';
import { allLimits, type Limits, parseLimit } from '../../ingest/limits.ts';
import type { DoneEvent, IngestOptions, Observer } from '../../ingest/options.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, passwordOption } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { namesIn } from '../ingest/name-list.ts';
import { ingestTarget } from '../ingest/target.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf, normLayersOf } from '../judging.ts';
import { environmentLimits, refuseLimits } from '../reading-thread.ts';
import { refuseWarehouse, warehouseOption } from '../warehouse.ts';

/** `hedui ingest`: archives of documents into the record files of the contract. */
export function ingestCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('ingest')
    .description(
      say('批量读取，存入库或写成 JSONL 记录', 'read many documents into a warehouse or JSONL files'),
    )
    .argument(
      '<path...>',
      say(
        '文件、文件夹、通配符、压缩包；- 从标准输入读文件名',
        'files, folders, patterns, archives; - for a list on stdin',
      ),
    )
    .addOption(warehouseOption(context))
    .addOption(
      new Option(
        '--out <dir>',
        say('改写六个 JSONL 记录文件到此文件夹', 'write six JSONL record files there instead'),
      ).conflicts('warehouse'),
    )
    .option('--workers <n>', say('同时解析的进程数', 'processes that parse at the same time'), (text) =>
      wholeNumber(text, context),
    )
    .option('--resume', say('沿用已完成的结果（默认）', 'keep what is finished (the default)'))
    .option('--fresh', say('全部重新解析', 'parse everything again'))
    .option(
      '--retry-failed',
      say('重试超时、内存不足和崩溃的文件', 'parse again what ran over a limit or crashed'),
    )
    .addOption(
      new Option(
        '--limit <name=value>',
        say('更改一项限制，可重复', 'change a limit; may be repeated'),
      ).argParser((text, before?: Partial<Limits>) => limit(text, before, context)),
    )
    .addOption(passwordOption(context))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .option('--json', say('汇总以 JSON 写到标准输出', 'the final report as JSON, to stdout'))
    .addOption(
      new Option(
        '--log-level <level>',
        say(
          '标准错误上的 JSON 日志的级别；终端上不给时，未读的文件各占一行，别处为 warn',
          'level of the JSON log on stderr; without it a terminal gets a plain line for what is not read, anything else warn',
        ),
      ).choices(['debug', 'info', 'warn', 'error', 'silent']),
    )
    .addHelpText(
      'after',
      say(
        '\n随时可以中断；再次运行同一命令即从断处继续。写完之前旧的记录保持原样。\n限制及其默认值见 docs/limits.md。\n\n示例\n  hedui ingest 归档/\n  hedui ingest 归档/ --out 记录/\n  find . -name "*.pdf" | hedui ingest - --out 记录/ --limit memory=2G',
        '\nA run can be stopped at any time; the same command goes on from there. Older\nrecords stay as they are until the new ones are whole. For the limits and their\ndefaults see docs/limits.md.\n\nExamples:\n  hedui ingest archive/\n  hedui ingest archive/ --out records/\n  find . -name "*.pdf" | hedui ingest - --out records/ --limit memory=2G',
      ),
    )
    .action((paths: string[], options: IngestCommandOptions) => run(paths, options, context));
  return addJudgingOptions(command, context);
}

interface IngestCommandOptions extends DocumentOptions, JudgingOptions {
  out?: string;
  warehouse: string;
  workers?: number;
  fresh?: boolean;
  retryFailed?: boolean;
  limit?: Partial<Limits>;
  json?: boolean;
  logLevel?: string;
}

function wholeNumber(text: string, { say }: Context): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError(say('应为大于 0 的整数', 'expected a whole number above 0'));
  return value;
}

function limit(text: string, before: Partial<Limits> | undefined, { say }: Context): Partial<Limits> {
  const parsed = parseLimit(text);
  if ('wrong' in parsed) throw new InvalidArgumentError(say(parsed.wrong.zh, parsed.wrong.en));
  return { ...before, ...parsed.limit };
}

async function run(paths: string[], options: IngestCommandOptions, context: Context): Promise<void> {
  const norms = await normLayersOf(options, context);
  const judging = await judgingOf(options, context);
  if (typeof norms === 'string' || typeof judging === 'string') {
    const detail = typeof norms === 'string' ? norms : String(judging);
    context.tell(context.say(`设置有误：${detail}`, `settings: ${detail}`));
    return context.end(exitCode.usage);
  }
  const { ingest } = await import('../../ingest/ingest.ts');
  const { ingestProgress } = await import('../ingest/progress.ts');
  const teller = await documentTeller(options, context);
  const progress = ingestProgress(context);
  const { observer } = progress;
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  const inputs = await named(paths);
  const ofEnvironment = environmentLimits(context.environment);
  if ('wrong' in ofEnvironment) return refuseLimits(ofEnvironment.wrong, context);
  // An option goes before the environment.
  const limits = { ...ofEnvironment, ...options.limit };
  const { place, prepare, ...target } = ingestTarget(
    options,
    inputs.map((input) => (typeof input === 'string' ? input : decodeName(input))),
    { limits: { ...allLimits, ...limits }, norms },
    context,
  );
  const obstacle = await prepare?.().catch((thrown: unknown) => thrown);
  if (obstacle !== undefined) return refuseWarehouse(place, obstacle, context);
  const settings: IngestOptions = {
    ...target,
    ...(options.password === undefined ? {} : { password: options.password }),
    contacts: options.contacts === true,
    norms,
    limits,
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    fresh: options.fresh === true,
    retryFailed: options.retryFailed === true,
    signal: interruption.signal,
    observer: {
      ...observer,
      done(event) {
        observer.done(event);
        progress.clear();
        teller.document(event);
      },
      skipped(path, reason) {
        observer.skipped(path, reason);
        teller.skipped(path, reason);
      },
    },
  };
  const outcome = await ingest(inputs, settings).finally(progress.stop);
  await tellOutcome(outcome, place, options, context);
}

async function tellOutcome(
  outcome: IngestOutcome,
  place: string,
  options: IngestCommandOptions,
  context: Context,
): Promise<void> {
  if (outcome.status === 'stopped') {
    const { code, message } = outcome.stop;
    context.tell(context.say(message.zh, message.en));
    return context.end(code === 'locked' ? exitCode.usage : exitCode.internal);
  }
  const { report } = outcome;
  const { summary } = await import('../ingest/summary.ts');
  const { advice } = await import('../ingest/advice.ts');
  context.tell(summary(report, place, context));
  if (report.failed > 0) for (const line of advice(report, options, place, context)) context.tell(line);
  if (options.json) await context.write(`${JSON.stringify(report)}\n`);
  if (report.documents === 0) context.end(exitCode.usage);
  if (report.failed > 0) context.end(exitCode.documents);
}

/** Lines for a person at a terminal, who asked for no log; a log of JSON for anything else. */
async function documentTeller(
  { logLevel }: IngestCommandOptions,
  context: Context,
): Promise<Required<Pick<Observer, 'skipped'>> & { document: (event: DoneEvent) => void }> {
  if (logLevel === undefined && process.stderr.isTTY) {
    const { unreadTeller } = await import('../ingest/told.ts');
    return { document: unreadTeller(context), skipped: () => undefined };
  }
  const { pino } = await import('pino');
  const { logDocument, logSkipped } = await import('../ingest/log.ts');
  const log = pino({ level: logLevel ?? 'warn', base: null }, process.stderr);
  return {
    document: (event) => logDocument(log, event),
    skipped: (path, reason) => logSkipped(log, path, reason),
  };
}

/** `-` stands for the names on stdin; given twice, it is the same list. */
async function named(paths: string[]): Promise<Input[]> {
  if (!paths.includes('-')) return paths;
  const { buffer } = await import('node:stream/consumers');
  const names = namesIn(await buffer(process.stdin));
  return paths.flatMap((path): Input[] => (path === '-' ? names : [path]));
}
