import { processContext } from './context.ts';
import { exitCode } from './exit-code.ts';
import { languageOf } from './language.ts';
import { isCommanderError, program } from './program.ts';

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
    const { unwritable } = await import('../ingest/output/unwritable.ts');
    const ofPlace = unwritable(thrown);
    const detail =
      thrown instanceof Error ? (process.env.HEDUI_DEBUG ? thrown.stack : thrown.message) : thrown;
    context.tell(
      ofPlace !== null
        ? context.say(ofPlace.zh, ofPlace.en)
        : context.say(`内部错误：${detail}`, `internal error: ${detail}`),
    );
    context.end(exitCode.internal);
  }
}
