import { judging } from '../../reconcile/profiles/index.ts';
import type { ReconcileSettings } from '../../reconcile/records.ts';
import type { NormLayer } from './messages.ts';

/** The norms that a list of layers comes to. Names were checked where the layers were read. */
export function settingsOf(norms: readonly NormLayer[]): ReconcileSettings {
  const found = judging(norms);
  if ('unknown' in found) throw new TypeError(`no such rule or parameter: ${found.unknown.join(', ')}`);
  return found;
}
