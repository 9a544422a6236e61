import type { Format, Issue, Location, Reading, SourceDocument } from '../schemas/index.ts';
import type { ParserLimits } from './limits.ts';

/** What a parser is told beside the bytes. */
export interface ParseOptions {
  /** File name as given: a hint for formats that bytes alone cannot tell apart (.et, .csv); never decides against the content. */
  name: string;
  /** For encrypted files. */
  password?: string;
  /** What the content was found to be: a parser of several formats need not look again. */
  format: Format;
  limits: ParserLimits;
}

/**
 * Reads the cell at a place of a scanned page once more, larger, with every reader, and says what each of them sees; no reading
 * where the place was not recognised from a picture.
 */
export type LookAgain = (place: Location) => Promise<Reading[]>;

/** Either a document, whole or in part (its warnings say), or the reason why there is none. */
export type ParseResult =
  | { status: 'read'; source: SourceDocument; lookAgain?: LookAgain }
  | { status: 'failed' | 'unsupported'; format: Format; error: Issue };

/** A folder of parsers/ is one of these. A throw is a programmer's mistake; bad input is a value. */
export type Parse = (bytes: Uint8Array, options: ParseOptions) => Promise<ParseResult>;
