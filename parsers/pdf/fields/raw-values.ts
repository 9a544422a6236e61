import { type FileObjects, refsIn } from '../damage/file-objects.ts';

/** What the file holds as the value of a field, of which pdf.js tells no more than a string or a name. */
export type RawValue =
  /** Nothing: what pdf.js gives is the default, which no reader shows. */
  | { kind: 'none' }
  /** A figure, which should be a string. */
  | { kind: 'number'; text: string }
  /** Text in a form of its own: a stream, or rich text without a plain value. */
  | { kind: 'unread' }
  /** A string or a name, or what the file hides by encryption. */
  | { kind: 'usual' };

/** Fields above one another (ISO 32000-1 §12.7.3.2), from which a value is inherited. */
const mostAncestors = 8;

/** Finds values of fields by the number that pdf.js gives them (`12R`). */
export function rawValues(bytes: Uint8Array, objects: () => FileObjects): (id: string) => RawValue {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt');
  return (id) => {
    const ref = /^(\d+)R(\d*)$/.exec(id);
    if (!ref || isEncrypted) return { kind: 'usual' };
    return valueIn(objects(), { num: Number(ref[1]), gen: Number(ref[2] || 0) });
  };
}

function valueIn(objects: FileObjects, ref: { num: number; gen: number }): RawValue {
  let next: { num: number; gen: number } | undefined = ref;
  let isRich = false;
  for (let depth = 0; next && depth < mostAncestors; depth++) {
    const body: string | null = objects.body(next);
    if (body === null) return { kind: 'usual' };
    const entries = entriesOf(body);
    const value = entries.get('V');
    if (value !== undefined) return kindOf(value, objects);
    isRich ||= entries.has('RV');
    next = refsIn(entries.get('Parent') ?? '')[0];
  }
  return { kind: isRich ? 'unread' : 'none' };
}

function kindOf(value: string, objects: FileObjects): RawValue {
  const ref = /^\d+\s+\d+\s+R$/.test(value) ? refsIn(value)[0] : undefined;
  const text = (ref ? (objects.body(ref) ?? '') : value).trim();
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return { kind: 'number', text };
  return { kind: text.endsWith('stream') ? 'unread' : 'usual' };
}

/** A string, an array, a dictionary or its end, a name, or another word. */
const token =
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<<|>>|<[^<>]*>|[[\]]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g;

/** The entries of a dictionary as they are written; of those that are arrays or dictionaries, no more than that they are there. */
function entriesOf(body: string): Map<string, string> {
  const entries = new Map<string, string>();
  let depth = 0;
  let key: string | null = null;
  let words: string[] = [];
  const end = (): void => {
    if (key !== null) entries.set(key, words.join(' '));
    words = [];
  };
  for (const [word] of body.matchAll(token)) {
    if (word === '>>' || word === ']') depth--;
    if (word === '>>' && depth <= 0) break;
    const isKey = depth === 1 && word.startsWith('/') && (key === null || words.length > 0);
    if (isKey) {
      end();
      key = word.slice(1);
    } else if (depth === 1 || word === '<<' || word === '[') words.push(word);
    if (word === '<<' || word === '[') depth++;
  }
  end();
  return entries;
}
