import type { Format, Issue, SourceDocument } from '../schemas/index.ts';
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

/** Either a document, whole or in part (its warnings say), or the reason why there is none. */
export type ParseResult =
  | { status: 'read'; source: SourceDocument }
  | { status: 'failed' | 'unsupported'; format: Format; error: Issue };

/** A folder of parsers/ is one of these. A throw is a programmer's mistake; bad input is a value. */
export type Parse = (bytes: Uint8Array, options: ParseOptions) => Promise<ParseResult>;
