import { isOn, property } from './layout.ts';
import { attribute } from './markup.ts';
import { elements } from './numbering.ts';
import type { StyleMarks } from './pass.ts';
import { isShaded, isStruck } from './unseen.ts';

const deepest = 10;

export function readStyleMarks(stylesXml: string | null): StyleMarks {
  const marks = {
    placeholder: new Set<string>(['PlaceholderText']),
    hidden: new Set<string>(),
    struck: new Set<string>(),
    raised: new Set<string>(),
    shaded: new Set<string>(),
  };
  if (stylesXml === null || !/placeholder text|<w:(?:vanish|shd|d?strike|vertAlign)/i.test(stylesXml))
    return marks;
  const styles = new Map<string, Style>();
  for (const element of elements(stylesXml, 'w:style')) {
    const id = attribute(element, 'w:styleId');
    if (id === null) continue;
    const isTable = attribute(element, 'w:type') === 'table';
    if (!isTable && /^placeholder text$/i.test(valueIn(element, 'w:name') ?? '')) marks.placeholder.add(id);
    styles.set(id, {
      basedOn: valueIn(element, 'w:basedOn'),
      vanish: isTable ? null : property(element, 'w:vanish'),
      strike: attribute(element, 'w:type') === 'character' ? strikeOf(element) : null,
      raised: attribute(element, 'w:type') === 'character' ? raisedOf(element) : null,
      shaded: (element.match(/<w:shd\s[^<>]*>/g) ?? []).some(isShaded),
    });
  }
  for (const id of styles.keys()) {
    const line = lineOf(styles, id);
    const vanish = line.find((style) => style.vanish !== null)?.vanish ?? null;
    if (vanish !== null && isOn(vanish, 'w:vanish')) marks.hidden.add(id);
    if (line.find(({ strike }) => strike !== null)?.strike === true) marks.struck.add(id);
    if (line.find(({ raised }) => raised !== null)?.raised === true) marks.raised.add(id);
    if (line.some(({ shaded }) => shaded)) marks.shaded.add(id);
  }
  return marks;
}

interface Style {
  basedOn: string | null;
  vanish: string | null;
  /** Whether it draws a line through letters, or says that none is drawn; null where it says nothing. */
  strike: boolean | null;
  /** Whether it sets letters above the line; null where it says nothing. */
  raised: boolean | null;
  shaded: boolean;
}

const strikeOf = (element: string): boolean | null =>
  property(element, 'w:strike') === null && property(element, 'w:dstrike') === null
    ? null
    : isStruck(element);

function raisedOf(element: string): boolean | null {
  const position = valueIn(element, 'w:vertAlign');
  return position === null ? null : position === 'superscript';
}

/** A style and those that it is based on. */
function lineOf(styles: ReadonlyMap<string, Style>, id: string): Style[] {
  const line: Style[] = [];
  for (let style = styles.get(id); style !== undefined && line.length <= deepest; ) {
    line.push(style);
    style = styles.get(style.basedOn ?? '');
  }
  return line;
}

function valueIn(element: string, name: string): string | null {
  const tag = property(element, name);
  return tag === null ? null : attribute(tag, 'w:val');
}
