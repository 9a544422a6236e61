import { gzipSync } from 'node:zlib';
import { type HostileCase, read, refused } from './case.ts';
import { form } from './form.ts';
import { packedZeros, writeZip } from './zip-writer.ts';

const page = (total = '30.00') => Buffer.from(form(total));
const megabyte = 1 << 20;

/** Archives that ask for more than they are worth, lie about what they hold, or name what is not theirs. */
export const archives: readonly HostileCase[] = [
  {
    name: 'flat-bomb.zip',
    heavy: true,
    make: () => {
      const bytes = 600 * megabyte;
      return writeZip([{ name: 'a.csv', data: Buffer.alloc(0), size: bytes, ...packedZeros(bytes) }]);
    },
    expected: refused('too_large'),
  },
  {
    name: 'many-large.zip',
    heavy: true,
    make: () => {
      const bytes = 100 * megabyte;
      const bomb = packedZeros(bytes);
      return writeZip(
        Array.from({ length: 40 }, (_, i) => ({
          name: `${i}.csv`,
          data: Buffer.alloc(0),
          size: bytes,
          ...bomb,
        })),
      );
    },
    expected: { status: ['failed'], codes: ['too_large', 'empty'], rows: 11 },
  },
  {
    name: 'nested.zip',
    make: () => {
      let inner: Uint8Array = writeZip([{ name: 'deep.html', data: page('31.00') }]);
      for (let i = 0; i < 8; i++) inner = writeZip([{ name: `level${i}.zip`, data: inner }]);
      return inner;
    },
    expected: refused('too_large'),
  },
  {
    name: 'overlapping.zip',
    make: () =>
      writeZip(
        Array.from({ length: 200 }, (_, i) => ({ name: `${i}.html`, data: page() })),
        { overlapping: true },
      ),
    expected: refused('corrupt'),
  },
  {
    name: 'says-less.zip',
    heavy: true,
    make: () => {
      const { packed } = packedZeros(300 * megabyte);
      return writeZip([{ name: 'a.csv', data: Buffer.from('abc'), packed }]);
    },
    expected: refused('corrupt'),
  },
  {
    name: 'says-more.zip',
    make: () => writeZip([{ name: 'a.html', data: page(), size: 0xfffffffe }]),
    expected: refused('too_large'),
  },
  {
    name: 'many-entries.zip',
    heavy: true,
    make: () => writeZip(Array.from({ length: 70_000 }, (_, i) => ({ name: `${i}.html`, data: page() }))),
    expected: { ...read, rows: 70_000 },
  },
  {
    name: 'wide.zip',
    make: () => writeZip([{ name: 'a.html', data: page() }], { wide: true }),
    expected: read,
  },
  {
    name: 'traversal.zip',
    make: () =>
      writeZip(
        ['../../../../escaped.html', '/escaped.html', 'C:\\escaped.html', 'a/../../escaped.html'].map(
          (name) => ({ name, data: page() }),
        ),
      ),
    expected: { ...read, rows: 4 },
  },
  {
    name: 'chinese-names.zip',
    make: () => writeZip([{ name: Buffer.from('bcdbcbe6b1ed2e68746d6c', 'hex'), data: page() }]),
    expected: read,
  },
  {
    name: 'encrypted.zip',
    make: () => writeZip([{ name: 'a.html', data: page(), flags: 1 }]),
    expected: refused('encrypted'),
  },
  {
    name: 'odd-method.zip',
    make: () => writeZip([{ name: 'a.html', data: page(), method: 14 }]),
    expected: { status: ['unsupported'], codes: ['unsupported_format'] },
  },
  {
    name: 'link.zip',
    make: () =>
      writeZip([
        { name: 'link.html', data: Buffer.from('/etc/passwd'), attributes: 0xa1ff0000 },
        { name: 'a.html', data: page() },
      ]),
    expected: { ...read, absent: 'root:' },
  },
  {
    name: 'wrong-checksum.zip',
    make: () => writeZip([{ name: 'a.html', data: page(), checksum: 1 }]),
    expected: refused('corrupt'),
  },
  {
    name: 'cut.tar.gz',
    make: () => gzipSync(tarOf('a.html', page())).subarray(0, -300),
    expected: refused('corrupt'),
  },
  {
    name: 'bomb.gz',
    heavy: true,
    make: () => gzipSync(Buffer.alloc(600 * megabyte)),
    expected: refused('too_large'),
  },
  {
    name: 'tar-of-negative-size.tar',
    make: () => tarOf('a.html', page(), '77777777777\0'),
    expected: refused('too_large', 'corrupt'),
  },
];

/** One entry of a POSIX archive, with the size as it is given. */
export function tarOf(name: string, data: Uint8Array, size?: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 'utf8');
  header.write('0000644\0', 100, 'latin1');
  header.write(size ?? `${data.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('        0', 148, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const padding = Buffer.alloc((512 - (data.length % 512)) % 512);
  return Buffer.concat([header, data, padding, Buffer.alloc(1024)]);
}
