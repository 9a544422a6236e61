import type { Parse } from '../parser.ts';
import { readWordParts } from '../word/index.ts';
import { readRtf } from './document.ts';

/** RTF by Word, WPS, LibreOffice, WordPad or a program that fills a template. */
export const parseRtf: Parse = (bytes, options) => readRtf(bytes, options, readWordParts);
