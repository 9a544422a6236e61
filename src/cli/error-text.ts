/** What commander says of a wrong command line; it has no other language than English. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'$/, '没有选项 $1'],
  [/^error: unknown command '(.*)'$/, '没有命令 $1'],
  [/^error: missing required argument '(.*)'$/, '缺少参数：$1'],
  [/^error: required option '(.*)' not specified$/, '缺少选项 $1'],
  [/^error: option '(.*)' argument missing$/, '选项 $1 缺少取值'],
  [/^error: option '(.*)' cannot be used with option '(.*)'$/, '选项 $1 与 $2 不能同时使用'],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    '选项 $1 不能取“$2”，可取 $3',
  ],
  [/^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/, '选项 $1 不能取“$2”：$3'],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+)(.*?)\.?$/,
    '参数过多：应为 $1 个，给了 $2 个$3',
  ],
  [/^\(Did you mean (.*)\?\)$/, '（是否想用 $1？）'],
];

/** The same in Chinese, line by line; a line that is not known stays as it is. */
export function chineseErrorText(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const row = sentences.find(([pattern]) => pattern.test(line));
      return row === undefined ? line : line.replace(row[0], row[1]);
    })
    .join('\n');
}
