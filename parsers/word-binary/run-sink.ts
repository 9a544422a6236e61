/** Gathers runs of a paragraph: what stands side by side with the same properties is one. */
export interface RunSink {
  /** `properties` is the element of run properties; `content` what stands in the run. */
  add: (properties: string, content: string) => void;
  /** As {@link add}, in a run of its own. */
  addAlone: (properties: string, content: string) => void;
  /** What was gathered since the last time. */
  take: () => string;
}

export function runSink(): RunSink {
  let written = '';
  let open: string | null = null;
  const close = (): void => {
    if (open !== null) written += '</w:r>';
    open = null;
  };
  const add = (properties: string, content: string): void => {
    if (open !== properties) {
      close();
      written += `<w:r>${properties}`;
      open = properties;
    }
    written += content;
  };
  return {
    add,
    addAlone: (properties, content) => {
      close();
      add(properties, content);
      close();
    },
    take: () => {
      close();
      const taken = written;
      written = '';
      return taken;
    },
  };
}
