import { isOn, property } from './layout.ts';
import { attribute } from './markup.ts';
import { elements } from './numbering.ts';

/** Styles by what they say of the text that is set in them. */
export interface StyleMarks {
  /** Prompts of controls that nobody has filled in; Word names the style in English in every language. */
  placeholder: ReadonlySet<string>;
  /** Hidden text: Word has such styles for what web pages leave behind. */
  hidden: ReadonlySet<string>;
}

const deepest = 10;

export function readStyleMarks(stylesXml: string | null): StyleMarks {
  const marks = { placeholder: new Set<string>(['PlaceholderText']), hidden: new Set<string>() };
  if (stylesXml === null || !/placeholder text|<w:vanish/i.test(stylesXml)) return marks;
  const styles = new Map<string, { basedOn: string | null; vanish: string | null }>();
  for (const element of elements(stylesXml, 'w:style')) {
    const id = attribute(element, 'w:styleId');
    if (id === null || attribute(element, 'w:type') === 'table') continue;
    if (/^placeholder text$/i.test(valueIn(element, 'w:name') ?? '')) marks.placeholder.add(id);
    styles.set(id, { basedOn: valueIn(element, 'w:basedOn'), vanish: property(element, 'w:vanish') });
  }
  for (const [id, own] of styles) {
    let style: typeof own | undefined = own;
    for (let steps = 0; style?.vanish === null && steps < deepest; steps++)
      style = styles.get(style.basedOn ?? '');
    if (style?.vanish && isOn(style.vanish, 'w:vanish')) marks.hidden.add(id);
  }
  return marks;
}

function valueIn(element: string, name: string): string | null {
  const tag = property(element, name);
  return tag === null ? null : attribute(tag, 'w:val');
}
