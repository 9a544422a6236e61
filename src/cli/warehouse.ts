import { Option } from 'commander';
import type { WarehouseReader } from '../warehouse/reader.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit-code.ts';

/** Where records are kept when nothing is said. */
export const usualWarehouse = 'hedui-warehouse';

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
  const { openReader } = await import('../warehouse/location.ts');
  const reader = await openReader(place);
  if (reader === null) {
    const { tell, say, end } = context;
    tell(
      say(`${place}：没有库，先运行 hedui ingest`, `${place}: no warehouse there; run hedui ingest first`),
    );
    end(exitCode.usage);
    return;
  }
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
}
