import { Command, Option } from 'commander';
import type { Examination } from '../../../schemas/index.ts';
import type { IngestReport } from '../../ingest/ingest.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, examineOptions } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf } from '../judging.ts';
import { progressLine } from '../progress.ts';

/** `hedui ingest`: folders of documents into the record files of the contract. */
export function ingestCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('ingest')
    .description(say('批量读取，写出六个 JSONL 记录文件', 'read many documents into six JSONL record files'))
    .argument('<path...>', say('文件或文件夹（含子文件夹）', 'files or folders, with the folders in them'))
    .requiredOption('--out <dir>', say('输出文件夹', 'folder to write to'))
    .option('--password <text>', say('加密文件的密码', 'password of encrypted files'))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addOption(
      new Option('--log-level <level>', say('日志级别（写到标准错误）', 'log level, to stderr'))
        .choices(['debug', 'info', 'warn', 'error', 'silent'])
        .default('warn'),
    )
    .addHelpText(
      'after',
      say(
        '\n写完之前不动旧文件；一个文件失败不影响其余文件。\n\n示例\n  hedui ingest 归档/ --out 记录/',
        '\nOlder files stay until all are written; a document that fails does not stop\nthe rest.\n\nExample:\n  hedui ingest archive/ --out records/',
      ),
    )
    .action((paths: string[], options: IngestCommandOptions) => run(paths, options, context));
  return addJudgingOptions(command, context);
}

interface IngestCommandOptions extends DocumentOptions, JudgingOptions {
  out: string;
  logLevel: string;
}

async function run(paths: string[], options: IngestCommandOptions, context: Context): Promise<void> {
  const settings = await judgingOf(options);
  if (typeof settings === 'string') {
    context.tell(context.say(`设置有误：${settings}`, `settings: ${settings}`));
    return context.end(exitCode.usage);
  }
  const { ingest } = await import('../../ingest/ingest.ts');
  const { pino } = await import('pino');
  const log = pino({ level: options.logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  const progress = progressLine();
  const report = await ingest(paths, {
    ...examineOptions({ ...options, settings }),
    out: options.out,
    onDocument(examination, done, total) {
      progress.clear();
      logDocument(log, examination);
      progress.show(done, total, examination.document.path);
    },
  });
  progress.clear();
  log.info(report, 'done');
  context.tell(sentence(report, options.out, context));
  if (report.documents === 0) context.end(exitCode.usage);
  if (report.failed > 0) context.end(exitCode.documents);
}

type Log = Record<'debug' | 'info' | 'warn', (fields: object, message: string) => void>;

function logDocument(log: Log, { document, filings, findings }: Examination): void {
  const { path, format, status, error, warnings } = document;
  const fields = { path, format, status, filings: filings.length, findings: findings.length };
  if (error !== null) log.warn({ ...fields, code: error.code }, error.message.en);
  else log.info(fields, 'read');
  for (const { code, message, place } of warnings) log.debug({ path, code, place }, message.en);
}

function sentence(
  { documents, failed, filings, findings, leftOut }: IngestReport,
  out: string,
  { say }: Context,
) {
  const failures = failed === 0 ? '' : say(`，其中 ${failed} 个未能读取`, `, ${failed} of them not read`);
  const others =
    leftOut === 0 ? '' : say(`；另有 ${leftOut} 个非表格文件略过`, `; ${leftOut} other files left out`);
  return say(
    `${documents} 个文件${failures}，${filings} 张表，${findings} 处问题 → ${out}${others}`,
    `${documents} documents${failures}, ${filings} forms, ${findings} findings → ${out}${others}`,
  );
}
