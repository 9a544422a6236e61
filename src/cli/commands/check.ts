import { Command, Option } from 'commander';
import type { Examination, Severity } from '../../../schemas/index.ts';
import type { Context } from '../context.ts';
import { type DocumentOptions, examinations } from '../documents.ts';
import { exitCode } from '../exit-code.ts';

/** `hedui check`: what is wrong in the filings, for people or as JSON. */
export function checkCommand(context: Context): Command {
  const { say } = context;
  return new Command('check')
    .description(
      say('核对表格，列出问题、依据和建议', 'reconcile forms: findings, the cells they rest on, proposals'),
    )
    .argument('<path...>', say('文件或文件夹', 'files or folders'))
    .addOption(
      new Option('--fail-on <severity>', say('达到此级别时退出码为 1', 'exit with 1 from this severity on'))
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--json', say('输出 JSON，每行一条', 'as JSON, one object a line'))
    .option('--coverage', say('列出核对了什么、未核什么', 'add what was checked and what was not'))
    .option('--password <text>', say('加密文件的密码', 'password of encrypted files'))
    .option('--contacts', say('不遮盖姓名和电话', 'do not mask names and telephone numbers'))
    .addHelpText(
      'after',
      say(
        '\n示例\n  hedui check 自评表.docx\n  hedui check 归档/ --fail-on warning --coverage',
        '\nExamples:\n  hedui check self-evaluation.docx\n  hedui check archive/ --fail-on warning --coverage',
      ),
    )
    .action((paths: string[], options: CheckOptions) => check(paths, options, context));
}

interface CheckOptions extends DocumentOptions {
  failOn: Severity | 'never';
  json?: boolean;
  coverage?: boolean;
}

async function check(paths: string[], options: CheckOptions, context: Context): Promise<void> {
  const examined: Examination[] = [];
  for await (const examination of examinations(paths, options, context)) {
    if (fails(examination, options.failOn)) context.end(exitCode.findings);
    if (options.json) await context.write(await asJson(examination, options.coverage === true));
    else examined.push(examination);
  }
  if (examined.length > 0) await context.write(await asReport(examined, options, context));
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
