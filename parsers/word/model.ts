import type { Package } from './package.ts';

/** What is read of an element of mammoth's document model. */
export interface ModelElement {
  type: string;
  children?: ModelElement[];
  value?: string;
  name?: string;
  breakType?: string;
  checked?: boolean;
  altText?: string | null;
  contentType?: string;
  readAsBuffer?: () => Promise<Uint8Array>;
  styleName?: string | null;
  alignment?: string | null;
  isBold?: boolean;
  fontSize?: number | null;
  font?: string | null;
  noteType?: string;
  noteId?: string;
}

export interface ModelDocument {
  children: ModelElement[];
  notes: { resolve(reference: ModelElement): { body: ModelElement[] } | null };
}

/** Parts of the package as mammoth asks for them; parts given as text stand in for the packed ones. */
export interface Parts {
  package: Package;
  texts: Map<string, string>;
}

// Reviewers' comments are no part of what is printed; not reading them saves their time.
const leftOut = /(?:^|\/)comments[^/]*\.xml$/;

/**
 * Reads the package into mammoth's document model and stops there: of its conversion to HTML only the hook between
 * the two halves (`transformDocument`) is used. Messages are mammoth's own, in English. Throws where mammoth does.
 */
export async function readModel(parts: Parts): Promise<{ document: ModelDocument; messages: string[] }> {
  const { default: mammoth } = await import('mammoth');
  let document: ModelDocument | null = null;
  const transformDocument = (read: ModelDocument): ModelDocument => {
    document = read;
    return { ...read, children: [] };
  };
  // mammoth takes an opened package under `file`, which its types leave out.
  const input = { file: openedFile(parts) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const result = await mammoth.convertToHtml(input, {
    transformDocument,
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    // To parse the usual map of styles to HTML took a fifth of the time to parse a filing, and no HTML is made.
    includeDefaultStyleMap: false,
  });
  if (!document) throw new Error('mammoth gave no document');
  return { document, messages: result.messages.map((message) => message.message) };
}

function openedFile({ package: pack, texts }: Parts) {
  const bytesOf = (name: string): Uint8Array => {
    const text = texts.get(name);
    const bytes = text === undefined ? pack.read(name) : new TextEncoder().encode(text);
    if (bytes instanceof Uint8Array) return bytes;
    throw new Error(bytes.message.en);
  };
  return {
    exists: (name: string) => (texts.has(name) || pack.has(name)) && !leftOut.test(name),
    read: async (name: string, encoding?: string) => {
      if (encoding === 'base64') return Buffer.from(bytesOf(name)).toString('base64');
      if (encoding) return texts.get(name) ?? new TextDecoder(encoding).decode(bytesOf(name));
      return bytesOf(name);
    },
  };
}
