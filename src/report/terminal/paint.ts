import { styleText } from 'node:util';
import type { Severity } from '../../../schemas/index.ts';

/** What colours a text; without colour every function gives the text back. */
export interface Paint {
  strong: (text: string) => string;
  faint: (text: string) => string;
  good: (text: string) => string;
  severity: (severity: Severity, text: string) => string;
}

export function paint(colour: boolean): Paint {
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  const bySeverity = { error: style('red'), warning: style('yellow'), info: style('cyan') };
  return {
    strong: style('bold'),
    faint: style('dim'),
    good: style('green'),
    severity: (severity, text) => bySeverity[severity](text),
  };
}

/** The signs of the severities, one column each, that tell them apart without colour. */
export const severityMarks: Record<Severity, string> = { error: '✗', warning: '!', info: 'i' };

/** https://no-color.org, https://force-color.org, and a terminal that can. */
export function wantsColour(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return stream.isTTY === true && environment.TERM !== 'dumb';
}
