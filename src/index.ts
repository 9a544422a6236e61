export {
  defaultLimits,
  type Parse,
  type ParseOptions,
  type ParseResult,
  type ParserLimits,
  parseDocument,
  type Readers,
} from '../parsers/index.ts';
export type * from '../schemas/index.ts';
export { type ExamineOptions, examine } from './examine/examine.ts';
