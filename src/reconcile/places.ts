import type { Location } from '../../schemas/index.ts';

/** Whether two locations are one cell. */
export function isSamePlace(a: Location, b: Location): boolean {
  return a.block === b.block && a.row === b.row && a.column === b.column && a.ref === b.ref;
}
