export * from './examination.ts';
export * from './finding.ts';
export * from './issue.ts';
export * from './kept-grid.ts';
export * from './location.ts';
export * from './quantity.ts';
export * from './records.ts';
export * from './source-document.ts';
