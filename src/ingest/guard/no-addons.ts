/**
 * Native libraries stand outside the permission model. One is allowed to processes that parse, for the thread that reads the lines of
 * scans (parsers/scan/line-model); the process itself loads none.
 */
export function closeAddons(): void {
  const refuse = (): never => {
    throw new Error('processes that parse documents load no native library');
  };
  Object.defineProperty(process, 'dlopen', { value: refuse, configurable: false, writable: false });
}
