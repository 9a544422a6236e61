/** Whether a bracket that a text opens is closed in the text below it: the two are one. */
export function isCutBracket(above: string, below: string): boolean {
  const open = Math.max(above.lastIndexOf('（'), above.lastIndexOf('('), above.lastIndexOf('《'));
  if (open < 0 || /[）)》]/.test(above.slice(open))) return false;
  return /^[^（(《]*[）)》]/.test(below);
}
