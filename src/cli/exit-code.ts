/** What the process ends with. Where several hold, the largest counts. */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** A wrong option or argument. */
  usage: 2,
  /** Some documents failed or are not supported. */
  documents: 3,
  /** A mistake of ours, an output that cannot be written, or a run of ingest that was stopped. */
  internal: 4,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
