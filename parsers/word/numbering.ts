import { isOn, property } from './layout.ts';
import { attribute, elementEnd, nextTag } from './markup.ts';
import { writeOrdinal } from './ordinals.ts';

/** Gives each paragraph the number that its list prints in front of it, in the order of the document. */
export interface NumberLabels {
  /** Label for the paragraph with these properties, '' where it has none. Counts on: call once a paragraph. */
  next(properties: string): string;
  /** Some paragraph style brings a list along. */
  byStyle: boolean;
}

const noLabels: NumberLabels = { next: () => '', byStyle: false };

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** All numbers of the label in digits (§17.9.4). */
  legal: boolean;
}

interface ListStyle {
  list: string | null;
  level: number;
  basedOn: string | null;
}

interface Numbering {
  levels: Map<string, Level[]>;
  /** Abstract list of every list instance, with the starts and the levels that the instance sets anew. */
  lists: Map<string, { abstract: string; starts: Map<number, number>; own: Level[] }>;
}

const deepestLevel = 8;

/** Reads `numbering.xml` and the lists that paragraph styles bring along (ECMA-376 part 1 §17.9). */
export function readNumbering(numberingXml: string | null, stylesXml: string | null): NumberLabels {
  if (numberingXml === null) return noLabels;
  const numbering = readLists(numberingXml);
  const styles = stylesXml === null ? new Map<string, ListStyle>() : readListStyles(stylesXml);
  const counters = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();
  return {
    byStyle: [...styles.values()].some((style) => style.list !== null),
    next(properties) {
      const item = listItem(properties, styles);
      const list = item && numbering.lists.get(item.list);
      if (!item || !list) return '';
      const levels = withOwn(numbering.levels.get(list.abstract), list.own);
      const level = levels?.[item.level];
      if (!levels || !level) return '';
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      if (list.starts.size > 0 && !restarted.has(item.list)) {
        restarted.add(item.list);
        for (const depth of list.starts.keys()) counts[depth] = undefined;
      }
      counts[item.level] = (counts[item.level] ?? (list.starts.get(item.level) ?? level.start) - 1) + 1;
      counts.length = item.level + 1;
      return writeLabel(levels, level, counts);
    },
  };
}

const withOwn = (levels: Level[] | undefined, own: Level[]): Level[] | undefined =>
  own.length === 0 ? levels : Object.assign([...(levels ?? [])], own);

function writeLabel(levels: Level[], level: Level, counts: (number | undefined)[]): string {
  if (level.format === 'bullet' || level.format === 'none') return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const depth = Number(digit) - 1;
    const shown = levels[depth];
    return shown ? writeOrdinal(counts[depth] ?? shown.start, level.legal ? 'decimal' : shown.format) : '';
  });
  return text === '' || level.suffix === 'nothing' || /[、）．。]$/.test(text) ? text : `${text} `;
}

function listItem(
  properties: string,
  styles: Map<string, ListStyle>,
): { list: string; level: number } | null {
  const own = readListStyle(properties);
  const styleTag = property(properties, 'w:pStyle');
  let list = own.list;
  let level = own.level;
  let style = styles.get((styleTag && attribute(styleTag, 'w:val')) ?? '');
  for (let steps = 0; list === null && style && steps <= deepestLevel; steps++) {
    list = style.list;
    level = style.level;
    style = styles.get(style.basedOn ?? '');
  }
  // List 0 takes a paragraph out of the list of its style (§17.9.18).
  return list === null || list === '0' ? null : { list, level };
}

function readListStyle(properties: string): ListStyle {
  const value = (name: string) => {
    const tag = property(properties, name);
    return tag === null ? null : attribute(tag, 'w:val');
  };
  const numbered = property(properties, 'w:numPr') !== null;
  const level = Number.parseInt((numbered && value('w:ilvl')) || '0', 10);
  return {
    list: numbered ? value('w:numId') : null,
    level: Math.min(deepestLevel, Math.max(0, level || 0)),
    basedOn: value('w:basedOn'),
  };
}

function readListStyles(xml: string): Map<string, ListStyle> {
  const styles = new Map<string, ListStyle>();
  for (const element of elements(xml, 'w:style')) {
    const id = attribute(element, 'w:styleId');
    if (id !== null) styles.set(id, readListStyle(element));
  }
  return styles;
}

function readLists(xml: string): Numbering {
  const levels = new Map<string, Level[]>();
  const byStyle = new Map<string, string>();
  const abstracts = elements(xml, 'w:abstractNum');
  for (const element of abstracts) {
    const id = attribute(element, 'w:abstractNumId');
    if (id === null) continue;
    levels.set(id, readLevels(element));
    const link = property(element, 'w:styleLink');
    if (link !== null) byStyle.set(attribute(link, 'w:val') ?? '', id);
  }
  // A list that only names the style of another has its levels (§17.9.21).
  for (const element of abstracts) {
    const link = property(element, 'w:numStyleLink');
    const linked = link === null ? undefined : byStyle.get(attribute(link, 'w:val') ?? '');
    const found = linked === undefined ? undefined : levels.get(linked);
    if (found !== undefined) levels.set(attribute(element, 'w:abstractNumId') ?? '', found);
  }
  const lists: Numbering['lists'] = new Map();
  for (const element of elements(xml, 'w:num')) {
    const id = attribute(element, 'w:numId');
    const abstract = property(element, 'w:abstractNumId');
    if (id === null || abstract === null) continue;
    const starts = new Map<number, number>();
    for (const override of elements(element, 'w:lvlOverride')) {
      const start = property(override, 'w:startOverride');
      if (start) starts.set(Number(attribute(override, 'w:ilvl')), Number(attribute(start, 'w:val')) || 0);
    }
    lists.set(id, { abstract: attribute(abstract, 'w:val') ?? '', starts, own: readLevels(element) });
  }
  return { levels, lists };
}

/** By their depth; what some writer left out stays a hole. */
function readLevels(element: string): Level[] {
  const levels: Level[] = [];
  for (const [place, level] of elements(element, 'w:lvl').entries()) {
    const depth = Number(attribute(level, 'w:ilvl') ?? place);
    if (depth >= 0 && depth <= deepestLevel) levels[depth] = readLevel(level);
  }
  return levels;
}

function readLevel(element: string): Level {
  const value = (name: string) => {
    const tag = property(element, name);
    return tag === null ? null : attribute(tag, 'w:val');
  };
  return {
    start: Number.parseInt(value('w:start') ?? '1', 10) || 0,
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
    suffix: value('w:suff') ?? 'tab',
    legal: isOn(element, 'w:isLgl'),
  };
}

/** The elements of that name, each as it is written; those within one another are one. */
export function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  for (let tag = nextTag(xml, 0); tag; ) {
    if (tag.name === name && tag.kind !== 'close') {
      const end = elementEnd(xml, tag);
      found.push(xml.slice(tag.start, end));
      tag = nextTag(xml, end);
    } else tag = nextTag(xml, tag.end);
  }
  return found;
}
