export { defaultLimits, type ParserLimits, parseDocument } from '../parsers/index.ts';
export type * from '../schemas/index.ts';
export { type ExamineOptions, examine } from './examine/examine.ts';
