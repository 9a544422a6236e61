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
export { type ExamineOptions, examine, examineWhole, type WholeExamination } from './examine/examine.ts';
export {
  type FilingSet,
  filingSet,
  type Reconciliation,
  reconcile,
  reconcileSet,
} from './reconcile/index.ts';
export { type Judging, judging, PROFILES } from './reconcile/profiles/index.ts';
export type { ReconcileSettings, Records } from './reconcile/records.ts';
