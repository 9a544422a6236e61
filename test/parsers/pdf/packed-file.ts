import { deflateSync } from 'node:zlib';

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Objects without streams packed into one, and a table of places that is a stream too (ISO 32000-1 §7.5.7, §7.5.8). */
export function packed(bytes: Uint8Array, version = '1.7'): Uint8Array {
  const text = binary(bytes);
  const objects = [
    ...text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?>>)\n(?:stream\n([\s\S]*?)\nendstream\n)?endobj/g),
  ];
  const plain = objects.filter(([, , , stream]) => stream === undefined);
  const streams = objects.filter(([, , , stream]) => stream !== undefined);
  let out = `%PDF-${version}\n`;
  const places = new Map<number, readonly [number, number, number]>([[0, [0, 0, 255]]]);
  const put = (number: number, dict: string, data: string): void => {
    places.set(number, [1, out.length, 0]);
    const body = binary(deflateSync(bytesOf(data)));
    out += `${number} 0 obj\n<< ${dict} /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n`;
  };
  for (const [, number, , stream] of streams) put(Number(number), '', stream!);
  const bodies = plain.map(([, , body]) => body!);
  let at = 0;
  const index = plain.map(([, number], i) => {
    const entry = `${number} ${at}`;
    places.set(Number(number), [2, 90, i]);
    at += bodies[i]!.length + 1;
    return entry;
  });
  const head = `${index.join(' ')} `;
  put(90, `/Type /ObjStm /N ${plain.length} /First ${head.length}`, head + bodies.join('\n'));
  const start = out.length;
  places.set(91, [1, start, 0]);
  const rows = Array.from({ length: 92 }, (_, number) => {
    const [kind, place, more] = places.get(number) ?? [0, 0, 0];
    return String.fromCharCode(kind, place >> 16, (place >> 8) & 255, place & 255, more);
  }).join('');
  put(91, '/Type /XRef /Size 92 /W [1 3 1] /Root 1 0 R', rows);
  return bytesOf(`${out}startxref\n${start}\n%%EOF\n`);
}
