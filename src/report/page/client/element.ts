/** An element with a class and children; texts stay texts. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** What a block of data of the page holds; it is unpacked where it was packed. Null where the browser cannot. */
export async function dataOf<T>(id: string): Promise<T | null> {
  const block = document.getElementById(id);
  const text = block?.textContent ?? '';
  if (block?.getAttribute('type') === 'application/json') return JSON.parse(text) as T;
  if (typeof DecompressionStream === 'undefined') return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(unpacked).json()) as T;
}
