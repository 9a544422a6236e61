declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  /** The part of pdf.js that parses; it answers what comes in by a port. */
  export const WorkerMessageHandler: { initializeFromPort: (port: object) => void };
}
declare module 'pdfjs-dist/build/pdf.min.mjs' {
  export * from 'pdfjs-dist';
}
