import type { Language } from '../report/wording.ts';
import { processContext } from './context.ts';
import { program } from './program.ts';

/** What `hedui --help` prints. */
export function helpText(language: Language, version: string): string {
  const root = program(processContext(language, version), version);
  let text = '';
  root.configureOutput({ writeOut: (part) => (text += part) });
  root.outputHelp();
  return text;
}
