import type { Language } from '../report/wording.ts';

/** `--lang`, else HEDUI_LANG, else Chinese. Read before the options are, for the help is in it too. */
export function languageOf(args: string[], environment: NodeJS.ProcessEnv): Language {
  let asked: string | undefined;
  for (const [index, argument] of args.entries()) {
    if (argument === '--') break;
    if (argument === '--lang') asked = args[index + 1];
    else if (argument.startsWith('--lang=')) asked = argument.slice('--lang='.length);
  }
  // A language that there is none of is refused in the one that would have been spoken without it.
  if (asked !== 'zh' && asked !== 'en') asked = environment.HEDUI_LANG;
  return asked === 'en' ? 'en' : 'zh';
}
