import type { Block, Location } from '../../schemas/index.ts';
import type { LookAgain } from '../parser.ts';

/** Blocks of a picture, and the block of the document that they are to stand before. */
export interface Insertion {
  before: number;
  blocks: readonly Block[];
  lookAgain: LookAgain;
  /** Where the picture stands in the document, for every block of it. */
  place: Pick<Location, 'sheet' | 'ref'>;
}

export interface WithPictures {
  blocks: Block[];
  lookAgain?: LookAgain;
}

/** Puts the blocks of pictures where these stand, and numbers all blocks and grids anew. Insertions in order of `before`. */
export function insertBlocks(blocks: readonly Block[], insertions: readonly Insertion[]): WithPictures {
  if (insertions.length === 0) return { blocks: [...blocks] };
  const result: Block[] = [];
  /** The new number of every block of the document, by the number that it had. */
  const moved = new Map<number, number>();
  const origins = new Map<number, { insertion: Insertion; block: number }>();
  let grids = 0;
  const put = (block: Block, at: Partial<Location>): void => {
    const number = result.length;
    const grid = block.kind === 'grid' ? grids++ : null;
    const located = (location: Location): Location => ({ ...location, ...at, block: number, grid });
    if (block.kind === 'paragraph') {
      result.push({ ...block, location: located(block.location) });
      return;
    }
    const cells = block.cells.map((cell) => ({ ...cell, location: located(cell.location) }));
    const inside = block.inside && {
      ...block.inside,
      block: moved.get(block.inside.block) ?? block.inside.block,
    };
    const parts =
      at.page === null
        ? block.parts.map((part) => ({ ...part, page: null, box: null, sheet: at.sheet ?? null }))
        : block.parts;
    result.push({ ...block, cells, inside, parts });
  };
  for (let i = 0; i <= blocks.length; i++) {
    for (const insertion of insertions.filter(({ before }) => before === i)) {
      insertion.blocks.forEach((block, index) => {
        origins.set(result.length, { insertion, block: index });
        put(block, { page: null, box: null, ...insertion.place });
      });
    }
    const block = blocks[i];
    if (block === undefined) continue;
    moved.set(numberOf(block), result.length);
    put(block, {});
  }
  return {
    blocks: result,
    lookAgain: async (place) => {
      const origin = origins.get(place.block);
      return origin === undefined ? [] : origin.insertion.lookAgain({ ...place, block: origin.block });
    },
  };
}

const numberOf = (block: Block): number =>
  block.kind === 'paragraph' ? block.location.block : (block.cells[0]?.location.block ?? -1);
