import type { Message } from '../../schemas/index.ts';

/** “‘三公’经费变动率”: names that print quotation marks of their own get single ones within those of a sentence. */
export function requoted({ zh, en }: Message): Message {
  return { zh: nested(zh), en: nested(en) };
}

function nested(text: string): string {
  const inner = text.indexOf('“', text.indexOf('“') + 1);
  if (inner < 0) return text;
  let depth = 0;
  const told = text.replace(/[“”]/g, (sign) => {
    if (sign === '”') depth -= 1;
    const isInner = depth % 2 !== 0;
    if (sign === '“') depth += 1;
    if (depth < 0) depth = Number.NaN;
    return isInner ? (sign === '“' ? '‘' : '’') : sign;
  });
  // A name that was cut off in its marks leaves open which of them belong together.
  return depth === 0 ? told : text;
}
