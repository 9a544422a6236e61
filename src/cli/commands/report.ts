import { basename, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { RunRecords } from '../../report/page/run/records.ts';
import { count } from '../../report/wording.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, passwordOption } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf } from '../judging.ts';
import { readingThread } from '../reading-thread.ts';
import type { PageSource, ReportSettings } from '../report/write.ts';
import { addSelectionOptions, type SelectionOptions, selectionOf } from '../selection.ts';
import { warehouseOption, withWarehouse } from '../warehouse.ts';

/** `hedui report`: findings as pages that open in any browser, from files, from records or from a warehouse. */
export function reportCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('report')
    .description(say('生成核对报告（网页，可离线打开）', 'a report as a web page that needs no network'))
    .argument('[path...]', say('文件或文件夹，当场核对', 'files or folders, examined on the spot'))
    .option(
      '--to <place>',
      say('写入的 .html 文件，或文件夹（每份文件另有一页）', '.html file; a folder: a page a document too'),
      'hedui-report.html',
    )
    .addOption(
      new Option(
        '--from <dir>',
        say('ingest --out 写的记录文件夹', 'folder that ingest --out wrote'),
      ).conflicts('warehouse'),
    )
    .addOption(warehouseOption(context))
    .option('--title <text>', say('报告的标题', 'title of the report'))
    .addOption(passwordOption(context))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addHelpText(
      'after',
      say(
        '\n没有给文件时取库中的记录；ingest --out 写的记录用 --from 给出。\n怎样读报告见 docs/report.md。\n\n示例\n  hedui report 自评表.docx --to 自评表.html\n  hedui report 归档/ --to 报告/\n  hedui report --year 2024 --severity error --to 2024年错误.html',
        '\nWithout files the records of a warehouse are taken; --from takes those that\ningest --out wrote. How to read a report: docs/report.md.\n\nExamples:\n  hedui report self-evaluation.docx --to self-evaluation.html\n  hedui report archive/ --to report/\n  hedui report --year 2024 --severity error --to errors-2024.html',
      ),
    )
    .action((paths: string[], options: ReportOptions) => report(paths, options, context));
  return addJudgingOptions(addSelectionOptions(command, context), context);
}

interface ReportOptions extends DocumentOptions, JudgingOptions, SelectionOptions {
  to: string;
  from?: string;
  warehouse: string;
  title?: string;
}

async function report(paths: string[], options: ReportOptions, context: Context): Promise<void> {
  const thread = paths.length > 0 ? readingThread(context) : undefined;
  if (thread === null) return;
  const judging = await judgingOf(options, context);
  if (typeof judging === 'string')
    return refuse(context.say(`设置有误：${judging}`, `settings: ${judging}`), context);
  const documentOptions: DocumentOptions = {
    ...options,
    settings: judging,
    ...(thread === undefined ? {} : { thread }),
  };
  const { RULES } = await import('../../reconcile/registry.ts');
  const settings = (title: string): ReportSettings => ({
    context,
    rules: RULES,
    masked: options.contacts !== true,
    title: options.title ?? title,
  });
  if (paths.length > 0) {
    if (options.from !== undefined)
      return refuse(context.say('文件与 --from 只能给一个', 'give files or --from, not both'), context);
    return fromPaths(paths, documentOptions, options, settings(titleOf(paths)), context);
  }
  if (options.from !== undefined) {
    const { recordsFromFiles } = await import('../report/from-files.ts');
    const read = await recordsFromFiles(options.from, context);
    if (typeof read === 'string') return refuse(read, context);
    const { selected } = await import('../../report/page/run/records.ts');
    const records = selected(read, selectionOf(options));
    const { readAgain } = await import('../report/again.ts');
    const pages = readAgain(records, documentOptions, context);
    return write(records, pages, options.to, settings(titleOf([options.from])), context);
  }
  await withWarehouse(options.warehouse, context, async (reader) => {
    const { recordsFromWarehouse } = await import('../report/from-warehouse.ts');
    const { shownLocation } = await import('../../warehouse/location.ts');
    const { records, pages } = await recordsFromWarehouse(reader, selectionOf(options));
    const title = titleOf([shownLocation(options.warehouse)]);
    await write(records, pages(), options.to, settings(title), context);
  });
}

async function fromPaths(
  paths: string[],
  documentOptions: DocumentOptions,
  options: ReportOptions,
  settings: ReportSettings,
  context: Context,
): Promise<void> {
  const { recordsFromPaths } = await import('../report/from-paths.ts');
  const { isFile, writeDocument } = await import('../report/write.ts');
  const { selected } = await import('../../report/page/run/records.ts');
  const { records: all, pages } = await recordsFromPaths(paths, documentOptions, context);
  if (all.documents.length === 0) return;
  const records = selected(all, selectionOf(options));
  if (isFile(options.to) && all.documents.length === 1) {
    for await (const page of onlySelected(pages(), records)) {
      await writeDocument(options.to, page, records, settings, null);
      return tell(records, 0, options.to, context);
    }
  }
  await write(records, onlySelected(pages(), records), options.to, settings, context);
}

async function write(
  records: RunRecords,
  pages: AsyncIterable<PageSource>,
  to: string,
  settings: ReportSettings,
  context: Context,
): Promise<void> {
  const { writeRun } = await import('../report/write.ts');
  tell(records, await writeRun(to, records, pages, settings), to, context);
}

/** Pages of the documents that are asked for, each with the findings that are. */
async function* onlySelected(
  pages: AsyncIterable<PageSource>,
  records: RunRecords,
): AsyncGenerator<PageSource> {
  const documents = new Set(records.documents.map(({ document_id }) => document_id));
  const findings = new Set(records.findings);
  const ids = new Set([...findings].map(({ finding_id, document_id }) => `${document_id} ${finding_id}`));
  for await (const { examination, source } of pages) {
    if (!documents.has(examination.document.document_id)) continue;
    const left = examination.findings.filter(({ finding_id, document_id }) =>
      ids.has(`${document_id} ${finding_id}`),
    );
    yield { examination: { ...examination, findings: left }, source };
  }
}

function tell(
  { documents, findings }: RunRecords,
  pages: number,
  to: string,
  { tell: say, say: of, language }: Context,
): void {
  const failures = documents.filter(({ error }) => error !== null).length;
  const parts = [
    count(documents.length, 'documents', language),
    count(findings.length, 'findings', language),
    ...(failures === 0 ? [] : [count(failures, 'failures', language)]),
    ...(pages === 0 ? [] : [count(pages, 'pages', language)]),
  ];
  say(`${parts.join(of('，', ', '))} → ${to}`);
}

function titleOf(places: readonly string[]): string {
  const name = (place: string) => (place.includes('://') ? place : basename(resolve(place)));
  return places.length > 3 ? `${places.slice(0, 3).map(name).join(' · ')} …` : places.map(name).join(' · ');
}

function refuse(why: string, context: Context): void {
  context.tell(why);
  context.end(exitCode.usage);
}
