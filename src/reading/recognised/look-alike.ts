/** Characters of forms that readers take for one another at low resolutions, in groups. */
const groups = [
  '万力方刀',
  '元兀无完',
  '亿忆',
  '千干于',
  '目日曰',
  '末未',
  '己已巳',
  '人入八',
  '土士',
  '率宰',
  '额颔',
  '值植直',
  '量星晕',
  '标际',
  '权杈',
  '项顶',
  '数敷',
  '效敕',
  '预颈',
  '算箅',
  '级纹',
  '绩续',
  '指拍',
  '度庋',
  '实买',
  '完宗',
  '执执',
  '位泣',
  '名各',
  '称林',
  '自白',
  '评坪',
  '得碍',
  '分兮',
  '金全',
  '资贷',
  '其具',
  '年午',
  '注汪',
  '备各',
  '说悦',
  '明朋',
] as const;

const likes = new Map<string, Set<string>>();
for (const group of groups)
  for (const one of group) {
    const others = likes.get(one) ?? new Set<string>();
    for (const other of group) if (other !== one) others.add(other);
    likes.set(one, others);
  }

/** Characters that this one may be a misreading of. */
export function lookAlike(character: string): readonly string[] {
  return [...(likes.get(character) ?? [])];
}
