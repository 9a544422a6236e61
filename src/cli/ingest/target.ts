import type { IngestOptions } from '../../ingest/ingest.ts';
import type { Context } from '../context.ts';
import { usualWarehouse } from '../warehouse.ts';

interface Target {
  /** Folder of the state of the run, and of the record files where they are asked for. */
  out: string;
  openSink?: NonNullable<IngestOptions['openSink']>;
  /** For people; without a password. */
  place: string;
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
  const isServer = /^postgres(?:ql)?:/i.test(warehouse);
  return {
    out: isServer ? usualWarehouse : warehouse,
    openSink: async () => (await import('../../warehouse/location.ts')).openSink(warehouse, run),
    place: isServer ? withoutPassword(warehouse) : warehouse,
  };
}

function withoutPassword(location: string): string {
  return location.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, '$1@');
}
