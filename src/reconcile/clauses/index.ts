export type { Clause, Condition, Program } from './ast.ts';
export { compile } from './compile.ts';
export { type Due, execute, isProportional, type Measured } from './execute.ts';
