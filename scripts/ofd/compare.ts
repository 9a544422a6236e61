import type { Block } from '../../schemas/index.ts';
import { examineWhole } from '../../src/index.ts';

/** What a document was read as, without places: those of two formats are not the same to the last digit. */
async function readAs(
  bytes: Uint8Array,
): Promise<{ blocks: string[]; records: string[]; warnings: string[] }> {
  const { source, examination } = await examineWhole(bytes.slice(), {});
  const { document, filings, indicators, amounts, texts, findings } = examination;
  const whole = { filings, indicators, amounts, texts, findings };
  return {
    blocks: (source?.blocks ?? []).map(shownBlock),
    records: Object.entries(whole).flatMap(([kind, records]) =>
      records.map((record) => `${kind} ${JSON.stringify(record, withoutPlaces)}`),
    ),
    warnings: document.warnings.map(({ code, place }) => `${code} ${place}`),
  };
}

/** Ids are made of the bytes, and boxes of places. */
const placed = /^(?:.*_id|document|box|source|id)$/;

function withoutPlaces(key: string, value: unknown): unknown {
  if (placed.test(key)) return undefined;
  return key === 'evidence' && Array.isArray(value) ? value.map(({ text, value: of }) => [text, of]) : value;
}

function shownBlock(block: Block): string {
  if (block.kind === 'paragraph') return `${block.role} ${block.location.page} ${block.text}`;
  const cells = block.cells.map(
    ({ row, column, rowSpan, columnSpan, text, confidence, doubt }) =>
      `\n    ${row},${column} ${rowSpan}×${columnSpan} ${confidence} ${JSON.stringify(text)}${doubt === undefined ? '' : ` ${JSON.stringify(doubt)}`}`,
  );
  return `grid ${block.rows}×${block.columns} ${block.method} ${block.parts.map(({ page, firstRow }) => `${page}:${firstRow}`).join(' ')}${cells.join('')}`;
}

/** Where two documents are read as something else, line by line; none where they are the same. */
export async function differencesOf(one: Uint8Array, other: Uint8Array): Promise<string[]> {
  const [a, b] = [await readAs(one), await readAs(other)];
  return (['blocks', 'records', 'warnings'] as const).flatMap((kind) => {
    const [left, right] = [a[kind].join('\n').split('\n'), b[kind].join('\n').split('\n')];
    const [known, found] = [new Set(left), new Set(right)];
    return [
      ...left.filter((line) => !found.has(line)).map((line) => `- ${line.trim()}`),
      ...right.filter((line) => !known.has(line)).map((line) => `+ ${line.trim()}`),
      ...(left.length === right.length ? [] : [`${kind}: ${left.length} and ${right.length} lines`]),
    ];
  });
}
