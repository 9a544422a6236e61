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
  const reason = reasonOf(why, say);
  tell(say(`${shownLocation(place)}：${reason}`, `${shownLocation(place)}: ${reason}`));
  end(exitCode.usage);
}

/** Why a server is not reached (errno(3), getaddrinfo(3)). */
const unreached: ReadonlyMap<string, readonly [zh: string, en: string]> = new Map([
  ['ENOTFOUND', ['找不到这台主机', 'there is no such host']],
  ['EAI_AGAIN', ['暂时查不到这台主机', 'the host cannot be looked up now']],
  ['ECONNREFUSED', ['主机拒绝连接，数据库可能没有启动', 'the host refuses; the database may not be running']],
  ['ETIMEDOUT', ['主机没有回应', 'the host does not answer']],
  ['EHOSTUNREACH', ['网络到不了这台主机', 'no network leads to the host']],
]);

/** A connection that is refused has a message for each of its addresses and none of its own. */
function reasonOf(why: unknown, say: Context['say']): string {
  if (why instanceof AggregateError) return why.errors.map((each) => reasonOf(each, say)).join('; ');
  if (!(why instanceof Error)) return String(why);
  const { code = '', message } = why as NodeJS.ErrnoException;
  const cause = unreached.get(code);
  return cause === undefined ? message : say(`${cause[0]}（${message}）`, `${cause[1]} (${message})`);
}
