import { readFileSync } from 'node:fs';
import type { Decision } from '../../schemas/decision.ts';
import { stateNames, titles } from '../report/workbook/words.ts';
import type { Context } from './context.ts';
import { noReason } from './decisions-file.ts';
import { unreadFile } from './json-file.ts';

/** Decisions that a reviewer wrote into the list of findings of a workbook; rows left open are none. A sentence where there is no such list. */
export async function readWorkbookDecisions(
  path: string,
  { say }: Pick<Context, 'say'>,
): Promise<Decision[] | string> {
  const { read, utils } = await import('xlsx');
  let sheets: unknown[][][];
  try {
    const book = read(readFileSync(path), { dense: true });
    sheets = book.SheetNames.map((name) =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, defval: '', raw: false }),
    );
  } catch (thrown) {
    return unreadFile(path, thrown, { say });
  }
  for (const [header = [], ...rows] of sheets) {
    const at = (title: { zh: string; en: string }) =>
      header.findIndex((text) => text === title.zh || text === title.en);
    const columns = {
      id: at(titles.id),
      state: at(titles.state),
      reason: at(titles.reviewReason),
      by: at(titles.reviewer),
    };
    if (columns.id < 0 || columns.state < 0 || columns.reason < 0) continue;
    return decisionsIn(path, rows, columns, { say });
  }
  return `${path}: ${say('其中没有问题清单', 'no list of findings in it')}`;
}

type Columns = Record<'id' | 'state' | 'reason' | 'by', number>;

function decisionsIn(
  path: string,
  rows: readonly unknown[][],
  columns: Columns,
  { say }: Pick<Context, 'say'>,
): Decision[] | string {
  const decisions: Decision[] = [];
  for (const [index, row] of rows.entries()) {
    const text = (column: number) => String(row[column] ?? '').trim();
    const where = `${path}:${index + 2}`;
    const state = text(columns.state);
    const isState = ({ zh, en }: { zh: string; en: string }) => state === zh || state === en;
    if (state === '' || isState(stateNames.open)) continue;
    const decision = isState(stateNames.confirmed)
      ? 'confirm'
      : isState(stateNames.dismissed)
        ? 'dismiss'
        : null;
    if (decision === null)
      return `${where}: ${say(`没有名为“${state}”的审核结论`, `no review is called ${state}`)}`;
    const [reason, by] = [text(columns.reason), text(columns.by)];
    if (decision === 'dismiss' && reason === '') return `${where}: ${noReason({ say })}`;
    decisions.push({
      finding_id: text(columns.id),
      decision,
      ...(reason === '' ? {} : { reason }),
      ...(by === '' ? {} : { by }),
    });
  }
  return decisions;
}
