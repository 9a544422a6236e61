import type { Look, ParagraphDraft } from '../flow/drafts.ts';
import type { ModelElement } from './model.ts';

const headingStyle = /^(?:heading|title|subtitle|标题|副标题)/i;
const centring = new Set(['center', 'distribute']);

/** A paragraph of mammoth's model: its text as printed, and how it is set. */
export function readParagraph(element: ModelElement): ParagraphDraft {
  const pieces: string[] = [];
  const setting = { bold: 0, characters: 0, size: null as number | null, newPage: false };
  gather(element, pieces, setting, null);
  const look: Look = {
    styled: headingStyle.test(element.styleName ?? ''),
    centred: centring.has(element.alignment ?? ''),
    bold: setting.characters > 0 && setting.bold * 2 > setting.characters,
    size: setting.size,
    newPage: setting.newPage,
  };
  return { kind: 'paragraph', text: tidy(pieces.join('')), look };
}

type Setting = { bold: number; characters: number; size: number | null; newPage: boolean };

function gather(element: ModelElement, pieces: string[], setting: Setting, run: ModelElement | null): void {
  const within = element.type === 'run' ? element : run;
  if (element.type === 'text') {
    const text = element.value ?? '';
    pieces.push(text);
    const length = text.trim().length;
    setting.characters += length;
    if (within?.isBold) setting.bold += length;
    if (length > 0 && within?.fontSize) setting.size = Math.max(setting.size ?? 0, within.fontSize);
  } else if (element.type === 'tab') pieces.push('\t');
  else if (element.type === 'checkbox') pieces.push(element.checked ? '☑' : '☐');
  else if (element.type === 'break') {
    if (element.breakType === 'line') pieces.push('\n');
    else setting.newPage = true;
  }
  for (const child of element.children ?? []) gather(child, pieces, setting, within);
}

/** Hyphens that only say where a line may be broken are gone, those that may not break are hyphens, blanks at line ends and blank lines around are gone. */
function tidy(text: string): string {
  const plain = text.replaceAll('\u00ad', '').replaceAll('\u2011', '-').replaceAll('\u00a0', ' ');
  const lines = plain.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(Math.max(0, first), last + 1).join('\n');
}
