/** Whether two labels differ in the number behind them, and that of the second is higher. */
export function isLaterNumber(one: string, other: string): boolean {
  const [[, name, number] = [], [, otherName, otherNumber] = []] = [one, other].map(
    (text) => /^(\p{Script=Han}{2,}?)[（(]?(\d{1,2})[）)]?[：:]?$/u.exec(text) ?? [],
  );
  return name !== undefined && name === otherName && Number(otherNumber) > Number(number);
}
