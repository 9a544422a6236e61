import type { IngestOptions } from '../../ingest/options.ts';
import {
  isPostgres,
  openSink,
  prepareWarehouse,
  shownLocation,
  usualWarehouse,
} from '../../warehouse/location.ts';
import type { Context } from '../context.ts';

interface Target {
  /** Folder of the state of the run, and of the record files where they are asked for. */
  out: string;
  openSink?: NonNullable<IngestOptions['openSink']>;
  /** For people; without a password. */
  place: string;
  /** Throws where the records could not be put there: better before a long run than after it. */
  prepare?: () => Promise<void>;
}

/** Where the records of a run go: a warehouse, or record files. What a run leaves off goes on from the state beside them. */
export function ingestTarget(
  { out, warehouse, contacts }: { out?: string; warehouse: string; contacts?: boolean },
  roots: readonly string[],
  settings: Readonly<Record<string, unknown>>,
  { version }: Context,
): Target {
  if (out !== undefined) return { out, place: out };
  const run = {
    program: `hedui ${version}`,
    settings: { ...settings, contacts: contacts === true },
    startedAt: new Date(),
    roots,
  };
  return {
    // The state of a run into a server is kept in the folder that a warehouse would have here.
    out: isPostgres(warehouse) ? usualWarehouse : warehouse,
    openSink: () => openSink(warehouse, run),
    place: shownLocation(warehouse),
    prepare: () => prepareWarehouse(warehouse),
  };
}
