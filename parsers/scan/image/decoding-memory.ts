/**
 * Bytes that the decoding of a picture may take: with the rest of a process below 1 024 MB. A picture that would take more is too large, which
 * is told by what its head declares.
 */
export const decodingBytes = 700_000_000;

/** Bytes of rows that are made grey at a time, where a picture is unpacked by strips. */
export const stripBytes = 1 << 20;
