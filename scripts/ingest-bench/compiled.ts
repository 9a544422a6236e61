// What is measured is what users run: the compiled modules, which start without their types being taken off.
const room = (path: string): string => new URL(`../../dist/src/${path}`, import.meta.url).href;

export const { examine } = (await import(room('index.js'))) as typeof import('../../src/index.ts');
export const { ingest } = (await import(
  room('ingest/ingest.js')
)) as typeof import('../../src/ingest/ingest.ts');
export const { startPool } = (await import(
  room('ingest/guard/pool.js')
)) as typeof import('../../src/ingest/guard/pool.ts');
export const { allLimits } = (await import(
  room('ingest/limits.js')
)) as typeof import('../../src/ingest/limits.ts');
export const { resultOf } = (await import(
  room('ingest/result.js')
)) as typeof import('../../src/ingest/result.ts');
export const { fewThreads } = (await import(
  room('ingest/guard/command.js')
)) as typeof import('../../src/ingest/guard/command.ts');
