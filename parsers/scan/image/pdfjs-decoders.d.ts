declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.min.mjs' {
  /** What is told to all decoders that are programs of WebAssembly. */
  interface DecoderOptions {
    getHandler: () => {
      sendWithPromise: (what: string, file: { filename: string }) => Promise<Uint8Array>;
    };
    useWasm: boolean;
    useWorkerFetch: boolean;
    wasmUrl: string;
  }
  export const Jbig2Image: {
    setOptions: (options: DecoderOptions) => void;
    /** Bits by rows of whole bytes, 0 black. */
    instance: {
      decode: (
        bytes: Uint8Array,
        width: number,
        height: number,
        globals: null,
        fax: null,
      ) => Promise<Uint8Array>;
    };
  };
}
