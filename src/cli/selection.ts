import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FormType, Severity } from '../../schemas/index.ts';
import { formNames } from '../report/wording.ts';
import type { Selection } from '../warehouse/export/selection.ts';
import type { Context } from './context.ts';

const forms = Object.keys(formNames) as FormType[];

/** Options of every command that takes a part of the records. */
export interface SelectionOptions {
  organisation?: string;
  year?: number;
  form?: FormType;
  severity?: Severity;
}

export function addSelectionOptions(command: Command, context: Context): Command {
  const { say } = context;
  return command
    .option('--organisation <text>', say('单位代码，或名称中的一段', 'code of a unit, or part of its name'))
    .option('--year <year>', say('预算年度', 'budget year'), yearOf(context))
    .addOption(new Option('--form <type>', say('表格种类', 'kind of form')).choices(forms))
    .addOption(
      new Option(
        '--severity <level>',
        say('只要此级别及以上的问题', 'only findings from this severity on'),
      ).choices(['error', 'warning', 'info']),
    );
}

export function selectionOf({ organisation, year, form, severity }: SelectionOptions): Selection {
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(year === undefined ? {} : { year }),
    ...(form === undefined ? {} : { form }),
    ...(severity === undefined ? {} : { severity }),
  };
}

function yearOf({ say }: Context): (text: string) => number {
  return (text) => {
    if (!/^(19|20)\d{2}$/.test(text))
      throw new InvalidArgumentError(say('应为四位年份', 'expected a year of four digits'));
    return Number(text);
  };
}
