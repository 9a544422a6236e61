import { byteAt, wordAt } from './bytes.ts';

/** A change of one property: a Prl ([MS-DOC] 2.9.209). Its operand is `bytes` from `at` on, `length` bytes long. */
export type Apply = (operation: number, bytes: Uint8Array, at: number, length: number) => void;

/** Bytes of an operand by the three highest bits of the operation ([MS-DOC] 2.6.1); 0 where its first byte tells. */
const operandBytes = [1, 1, 2, 4, 2, 2, 0, 3];

const defineTable = 0xd608;
const defineTableOld = 0xd606;
const changeTabs = 0xc615;

/** Calls `apply` for every change of a group, in order. One that is cut off ends it. */
export function eachOperation(group: Uint8Array, apply: Apply): void {
  for (let at = 0; at + 2 < group.length; ) {
    const operation = wordAt(group, at);
    at += 2;
    const fixed = operandBytes[operation >> 13] ?? 0;
    const [head, length] = fixed > 0 ? [0, fixed] : variable(operation, group, at);
    if (at + head + length > group.length) return;
    apply(operation, group, at + head, length);
    at += head + length;
  }
}

/** Bytes of the length of an operand, and of what follows it. */
function variable(operation: number, group: Uint8Array, at: number): [head: number, length: number] {
  if (operation === defineTable || operation === defineTableOld)
    return [2, Math.max(0, wordAt(group, at) - 1)];
  const length = byteAt(group, at);
  if (operation !== changeTabs || length < 255) return [1, length];
  // Tabs that are deleted are four bytes each, those that are added three ([MS-DOC] 2.9.179).
  const deleted = byteAt(group, at + 1);
  const added = byteAt(group, at + 2 + deleted * 4);
  return [1, 2 + deleted * 4 + added * 3];
}
