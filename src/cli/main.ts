import { processContext } from './context.ts';
import { exitCode } from './exit-code.ts';
import { languageOf } from './language.ts';
import { isCommanderError, program } from './program.ts';

/** Errors of the system that say something of the place to write to, and nothing of hedui. */
const ofPlace = new Set(['EACCES', 'EDQUOT', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

function isOfPlace(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code = '', syscall } = thrown as NodeJS.ErrnoException;
  return ofPlace.has(code) || (code === 'ENOENT' && syscall === 'mkdir');
}

/** Runs one command line; `args` without the interpreter and the script. The exit code is left in `process.exitCode`. */
export async function main(args: string[], version: string): Promise<void> {
  const context = processContext(languageOf(args, process.env), version);
  try {
    await program(context, version).parseAsync(args, { from: 'user' });
  } catch (thrown) {
    if (isCommanderError(thrown)) {
      if (thrown.exitCode !== 0) context.end(exitCode.usage);
      return;
    }
    const detail =
      thrown instanceof Error ? (process.env.HEDUI_DEBUG ? thrown.stack : thrown.message) : thrown;
    context.tell(
      isOfPlace(thrown)
        ? context.say(`无法写入：${detail}`, `cannot be written: ${detail}`)
        : context.say(`内部错误：${detail}`, `internal error: ${detail}`),
    );
    context.end(exitCode.internal);
  }
}
