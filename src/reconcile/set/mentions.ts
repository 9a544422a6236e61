import { entry } from '../remembered.ts';

/** Names found in texts: how many texts there are and how many names does not multiply. */
export interface NameFinder {
  /**
   * The names that a text mentions; null where one of them may be the beginning or the end of another name
   * (堤防加固 in 堤防加固工程监理), so that it is not known what is mentioned.
   */
  mentionedIn: (text: string) => string[] | null;
}

/** Characters by which names are looked for; shorter names say too little. */
const SHORTEST_NAME = 4;

/** What may stand behind the name of a project, and before it. */
const BEHIND =
  /^(?:$|项目|专项|资金|经费|绩效|自评|评价|支出|预算|全年|总|综合|最终|得分|实际|截|工作|年|由|已|共|于|等|和|及|与|的|为|是|[（）\d，,、。；;:：\n])/;
const BEFORE =
  /(?:^|关于|开展了?|实施|对|将|的|和|及|与|年度?|项目|[局委办会站院校所馆队厅部社中心公司处]|[（）\d，,、。；;:：.\n\-—])$/;

/** Names that begin alike, and how long they are. */
interface Group {
  names: Set<string>;
  lengths: number[];
}

export function nameFinder(names: Iterable<string>): NameFinder {
  const byStart = new Map<string, Group>();
  for (const name of names) {
    if (name.length < SHORTEST_NAME) continue;
    const group = entry(
      byStart,
      name.slice(0, SHORTEST_NAME),
      (): Group => ({ names: new Set(), lengths: [] }),
    );
    if (!group.lengths.includes(name.length)) group.lengths.push(name.length);
    group.names.add(name);
  }
  for (const { lengths } of byStart.values()) lengths.sort((a, b) => b - a);
  const mentionedIn = (text: string): string[] | null => {
    const found = new Set<string>();
    for (let at = 0; at + SHORTEST_NAME <= text.length; at++) {
      const group = byStart.get(text.slice(at, at + SHORTEST_NAME));
      const length = group?.lengths.find((each) => group.names.has(text.slice(at, at + each)));
      if (length === undefined) continue;
      if (
        !BEFORE.test(text.slice(Math.max(0, at - 4), at)) ||
        !BEHIND.test(text.slice(at + length, at + length + 4))
      )
        return null;
      found.add(text.slice(at, at + length));
      at += length - 1;
    }
    return [...found];
  };
  return { mentionedIn };
}
