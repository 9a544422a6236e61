import type { PageReading } from './pictures/page-pictures.ts';
import { endOf, type PageEnd, withoutRunningTexts } from './running-texts.ts';

/** Pages that are laid out one after another, each when the next was read. */
export interface PagesInTurn {
  add: (read: PageReading) => Promise<void>;
  /** Lays out the last. */
  end: () => Promise<void>;
}

/**
 * Holds each page back until the next is read: what programs set on every page is known by both. Pictures are not held, for their size.
 */
export function pagesInTurn(
  layOut: (read: PageReading) => Promise<void>,
  onFailure: (number: number, error: unknown) => void,
): PagesInTurn {
  let before: PageEnd | null = null;
  let waiting: { read: PageReading; end: PageEnd } | null = null;
  const release = async (after: PageEnd | null): Promise<void> => {
    if (!waiting) return;
    const { read, end } = waiting;
    waiting = null;
    try {
      await layOut({ ...read, marks: withoutRunningTexts(read.marks, end, [before, after]) });
    } catch (error) {
      onFailure(read.marks.number, error);
    }
    before = end;
  };
  return {
    add: async (read) => {
      const end = endOf(read.marks);
      await release(end);
      waiting = { read, end };
      if (read.scan !== null || read.insets.length > 0) await release(null);
    },
    end: () => release(null),
  };
}
