/** Where in which segment a record lies. */
export interface Place {
  segment: number;
  offset: number;
}

/** From the first 16 bytes of a key to a place: 28 bytes a slot, where a Map of strings takes some 200. */
export interface HashIndex {
  get: (key: Buffer) => Place | undefined;
  set: (key: Buffer, place: Place) => void;
  delete: (key: Buffer) => void;
  size: () => number;
}

const keyBytes = 16;
const firstSlots = 1024;
/** Keys are hashes and lie evenly: a search for one that is not there looks at a dozen slots at most times. */
const fullest = 0.8;
const removed = -1;

export function hashIndex(): HashIndex {
  let keys = Buffer.alloc(firstSlots * keyBytes);
  // Segment + 1, so that 0 is an empty slot.
  let segments = new Int32Array(firstSlots);
  let offsets = new Float64Array(firstSlots);
  let used = 0;
  let live = 0;

  /** The slot of the key, or the empty slot where it would go. Keys are hashes already. */
  const slotOf = (key: Buffer): number => {
    const mask = segments.length - 1;
    let slot = key.readUInt32LE(0) & mask;
    while (segments[slot] !== 0) {
      if (key.compare(keys, slot * keyBytes, (slot + 1) * keyBytes, 0, keyBytes) === 0) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const put = (key: Buffer, segment: number, offset: number) => {
    const slot = slotOf(key);
    if (segments[slot] === 0) used += 1;
    key.copy(keys, slot * keyBytes, 0, keyBytes);
    segments[slot] = segment;
    offsets[slot] = offset;
  };
  const grow = () => {
    const [oldKeys, oldSegments, oldOffsets] = [keys, segments, offsets];
    const slots = oldSegments.length * 2;
    keys = Buffer.alloc(slots * keyBytes);
    segments = new Int32Array(slots);
    offsets = new Float64Array(slots);
    used = 0;
    for (let slot = 0; slot < oldSegments.length; slot++) {
      if (oldSegments[slot]! <= 0) continue;
      put(oldKeys.subarray(slot * keyBytes, (slot + 1) * keyBytes), oldSegments[slot]!, oldOffsets[slot]!);
    }
  };
  return {
    get(key) {
      const slot = slotOf(key);
      const segment = segments[slot]!;
      return segment > 0 ? { segment: segment - 1, offset: offsets[slot]! } : undefined;
    },
    set(key, { segment, offset }) {
      if (used + 1 > segments.length * fullest) grow();
      const before = segments[slotOf(key)]!;
      if (before <= 0) live += 1;
      put(key, segment + 1, offset);
    },
    delete(key) {
      const slot = slotOf(key);
      if (segments[slot]! <= 0) return;
      segments[slot] = removed;
      live -= 1;
    },
    size: () => live,
  };
}
