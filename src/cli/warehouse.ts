import { Option } from 'commander';
import { unwritable } from '../ingest/output/unwritable.ts';
import { openReader, shownLocation, usualWarehouse } from '../warehouse/location.ts';
import type { WarehouseReader } from '../warehouse/reader.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';
import { unreadFile } from './json-file.ts';

export function warehouseOption({ say }: Context): Option {
  return new Option(
    '--warehouse <place>',
    say('库：文件夹，或 postgres://…', 'warehouse: a folder, or postgres://…'),
  ).default(usualWarehouse);
}

/** Opens a warehouse for what is to be done with it; says so where there is none. */
export async function withWarehouse(
  place: string,
  context: Context,
  work: (reader: WarehouseReader) => Promise<void>,
): Promise<void> {
  const reader = await openReader(place).catch((thrown: unknown) => thrown as Error);
  if (reader instanceof Error && isUnreadable(reader)) {
    context.tell(unreadFile(place, reader, context));
    return context.end(exitCode.usage);
  }
  if (reader instanceof Error) return refuseWarehouse(place, reader, context);
  if (reader === null) {
    const { say } = context;
    return refuseWarehouse(
      place,
      say(
        '没有库，先运行 hedui ingest（给了 --out 时只写文件，不写库）',
        'no warehouse there; run hedui ingest first (with --out it writes files and no warehouse)',
      ),
      context,
    );
  }
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
}

/** Whether the system keeps a warehouse from being read. */
function isUnreadable({ syscall }: NodeJS.ErrnoException): boolean {
  return syscall === 'stat' || syscall === 'access';
}

/** Says why a warehouse cannot be used. */
export function refuseWarehouse(place: string, why: unknown, { tell, end, say }: Context): void {
  const ofPlace = unwritable(why);
  if (ofPlace !== null) {
    tell(say(ofPlace.zh, ofPlace.en));
    end(exitCode.internal);
    return;
  }
  tell(say(`${shownLocation(place)}：${reasonOf(why)}`, `${shownLocation(place)}: ${reasonOf(why)}`));
  end(exitCode.usage);
}

/** A connection that is refused has a message for each of its addresses and none of its own. */
function reasonOf(why: unknown): string {
  if (why instanceof AggregateError) return why.errors.map(reasonOf).join('; ');
  return why instanceof Error ? why.message : String(why);
}
