import type { Draft, Look, ParagraphDraft } from './drafts.ts';

/** Characters up to which a line may be a heading or a caption: titles of forms are shorter, sentences mostly longer. */
const longestLine = 60;
const sentenceEnd = /[。；！？]$|。./;
const labelled = /[:：]/;

/**
 * Says of each paragraph what it is by style, setting and place. A short line directly above or below a table is a caption
 * where it labels something (单位：万元, 填报人：), and a heading above it where it does not.
 */
export function assignRoles(drafts: Draft[]): Draft[] {
  const above = new Set<Draft>();
  const below = new Set<Draft>();
  markShortLines(drafts, below);
  markShortLines([...drafts].reverse(), above);
  const size = bodySize(drafts);
  return drafts.map((draft) =>
    draft.kind === 'grid' || draft.role
      ? draft
      : { ...draft, role: roleOf(draft, above.has(draft), below.has(draft), size) },
  );
}

function roleOf(draft: ParagraphDraft, above: boolean, below: boolean, size: number): ParagraphDraft['role'] {
  if (draft.look.styled) return 'heading';
  if (!isShort(draft.text)) return 'body';
  if (above && labelled.test(draft.text)) return 'caption';
  if (stands(draft.look, size) || above) return 'heading';
  return below && labelled.test(draft.text) ? 'caption' : 'body';
}

const isShort = (text: string): boolean => text.length <= longestLine && !sentenceEnd.test(text);

const stands = (look: Look, size: number): boolean =>
  look.centred || look.bold || (look.size !== null && size > 0 && look.size > size);

/** The short lines that follow a grid with nothing longer between. */
function markShortLines(drafts: Draft[], marked: Set<Draft>): void {
  let near = false;
  for (const draft of drafts) {
    if (draft.kind === 'grid') near = true;
    else if (draft.text !== '' && !isShort(draft.text)) near = false;
    else if (near && draft.text !== '') marked.add(draft);
  }
}

/** The size that most characters outside tables are set in; 0 where none is said. */
function bodySize(drafts: Draft[]): number {
  const lengths = new Map<number, number>();
  for (const draft of drafts) {
    if (draft.kind === 'grid' || draft.look.size === null) continue;
    lengths.set(draft.look.size, (lengths.get(draft.look.size) ?? 0) + draft.text.length);
  }
  let best = 0;
  for (const [size, length] of lengths) if (length > (lengths.get(best) ?? 0)) best = size;
  return best;
}
