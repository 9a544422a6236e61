import type { Draft } from './drafts.ts';

/** Joins grids that run over pages. */
export function joinContinued(drafts: Draft[]): Draft[] {
  return drafts;
}
