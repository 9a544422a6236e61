import { Command, Option } from 'commander';
import type { Decision } from '../../../schemas/decision.ts';
import type { Examination, Finding, Severity } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, examinations, passwordOption } from '../documents.ts';
import { exitCode } from '../exit-code.ts';
import { addJudgingOptions, type JudgingOptions, judgingOf } from '../judging.ts';
import { readingThread } from '../reading-thread.ts';

/** `hedui check`: what is wrong in the filings, for people or as JSON. */
export function checkCommand(context: Context): Command {
  const { say } = context;
  const command = new Command('check')
    .description(
      say('核对表格，列出问题、依据和建议', 'reconcile forms: findings, the cells they rest on, proposals'),
    )
    .argument('<path...>', say('文件或文件夹', 'files or folders'))
    .addOption(
      new Option('--fail-on <severity>', say('达到此级别时退出码为 1', 'exit with 1 from this severity on'))
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .addOption(
      new Option('--format <format>', say('输出格式', 'format of the output'))
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--json', say('同 --format json：每行一条', 'the same as --format json: one object a line'))
    .option(
      '--decisions <file>',
      say('审核结论（见 docs/decisions.md）', 'decisions of reviewers: see docs/decisions.md'),
    )
    .option('--coverage', say('列出核对了什么、未核什么', 'add what was checked and what was not'))
    .addOption(passwordOption(context))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui check 自评表.docx\n  hedui check 归档/ --fail-on warning --coverage',
        '\nExamples:\n  hedui check self-evaluation.docx\n  hedui check archive/ --fail-on warning --coverage',
      ),
    )
    .action((paths: string[], options: CheckOptions) => check(paths, options, context));
  return addJudgingOptions(command, context);
}

interface CheckOptions extends DocumentOptions, JudgingOptions {
  failOn: Severity | 'never';
  format: 'text' | 'json' | 'sarif';
  json?: boolean;
  coverage?: boolean;
  decisions?: string;
}

async function check(paths: string[], options: CheckOptions, context: Context): Promise<void> {
  const thread = readingThread(context);
  if (thread === null) return;
  const settings = await judgingOf(options, context);
  if (typeof settings === 'string')
    return refuse(context.say(`设置有误：${settings}`, `settings: ${settings}`), context);
  const decisions = await decisionsOf(options.decisions, context);
  if (typeof decisions === 'string')
    return refuse(context.say(`结论文件有误：${decisions}`, `decisions: ${decisions}`), context);
  const { filingSet } = await import('../../reconcile/index.ts');
  const set = filingSet(settings);
  const examined: Examination[] = [];
  for await (const examination of examinations(paths, { ...options, settings, thread }, context)) {
    set.add(examination);
    examined.push(examination);
  }
  const all = withFindings(examined, set.conclude().findings);
  const decided = await decide(all, decisions, options.decisions, context);
  if (decided.left.some((examination) => fails(examination, options.failOn))) context.end(exitCode.findings);
  if (all.length === 0) return;
  if (options.format === 'sarif')
    return context.write(await asSarif(all, decided.dismissed, settings.rules, context));
  if (options.json || options.format === 'json') {
    for (const examination of decided.left)
      await context.write(await asJson(examination, options.coverage === true));
    return;
  }
  await context.write(await asReport(decided.left, options, context));
}

function refuse(why: string, context: Context): void {
  context.tell(why);
  context.end(exitCode.usage);
}

/** Findings over several documents stand with the document that they are reported at. */
function withFindings(examined: Examination[], findings: Finding[]): Examination[] {
  const byDocument = Map.groupBy(findings, ({ document_id }) => document_id);
  return examined.map((examination) => {
    const own = byDocument.get(examination.document.document_id) ?? [];
    byDocument.delete(examination.document.document_id);
    return own.length === 0 ? examination : { ...examination, findings: [...examination.findings, ...own] };
  });
}

async function decisionsOf(path: string | undefined, context: Context): Promise<Decision[] | string> {
  if (path === undefined) return [];
  const { readDecisions } = await import('../decisions-file.ts');
  return readDecisions(path, context);
}

/** Takes out what a reviewer dismissed, and says which decisions no longer match anything. */
async function decide(
  all: Examination[],
  decisions: Decision[],
  path: string | undefined,
  { say, tell }: Context,
): Promise<{ left: Examination[]; dismissed: ReadonlyMap<string, string> }> {
  if (path === undefined) return { left: all, dismissed: new Map() };
  const { decide: match, remaining } = await import('../../reconcile/decisions.ts');
  const findings = all.flatMap((examination) => examination.findings);
  const decided = match(findings, decisions);
  const { dismissed, confirmed, unmatched } = decided;
  const hidden = findings.length - remaining(findings, decided).length;
  tell(
    say(
      `${path}：排除 ${hidden} 处，确认 ${confirmed.size} 处，${unmatched.length} 条结论已无对应问题`,
      `${path}: ${hidden} findings dismissed, ${confirmed.size} confirmed, ${unmatched.length} decisions match nothing`,
    ),
  );
  for (const { finding_id, decision, reason } of unmatched) {
    tell(`  ${finding_id} ${decision}${reason === undefined ? '' : ` ${reason}`}`);
  }
  const left = all.map((examination) => ({
    ...examination,
    findings: remaining(examination.findings, decided),
  }));
  return { left, dismissed };
}

async function asSarif(
  examined: Examination[],
  dismissed: ReadonlyMap<string, string>,
  rules: readonly Rule[],
  { language, version }: Context,
): Promise<string> {
  const { sarifLog } = await import('../../report/sarif/log.ts');
  return `${JSON.stringify(sarifLog(examined, { version, language, rules, dismissed }), null, 2)}\n`;
}

const severities: Severity[] = ['info', 'warning', 'error'];

function fails({ findings }: Examination, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  return findings.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(failOn));
}

async function asJson({ document, findings, coverage }: Examination, withCoverage: boolean): Promise<string> {
  const { jsonLines } = await import('../record-lines.ts');
  return jsonLines(
    [
      { record: 'document', ...document },
      ...findings.map((finding) => ({ record: 'finding', ...finding })),
      ...(withCoverage ? coverage.map((row) => ({ record: 'coverage', ...row })) : []),
    ],
    false,
  );
}

async function asReport(examined: Examination[], options: CheckOptions, context: Context): Promise<string> {
  const { terminalReport } = await import('../../report/terminal/report.ts');
  const { paint, wantsColour } = await import('../../report/terminal/paint.ts');
  return terminalReport(examined, {
    language: context.language,
    width: context.width,
    paint: paint(wantsColour(process.stdout, context.environment)),
    coverage: options.coverage === true,
  });
}
