import { execFileSync, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { folderOf } from './archive.ts';

/** A disk of a few kilobytes, where this process may mount one. */
export function smallDisk(kilobytes: number): string | null {
  const folder = folderOf({});
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}
