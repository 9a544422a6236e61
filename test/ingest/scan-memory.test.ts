import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { startPool } from '../../src/ingest/guard/pool.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import { type TestObject, writePdf } from '../parsers/pdf/pdf-writer.ts';

const jpeg = readFileSync(new URL('../parsers/scan/narrow-form.jpg', import.meta.url)).toString('latin1');

/** A scan of A4 lying at 200 dpi, the same form on each of its pages. */
function scanOf(pages: number): Uint8Array {
  const picture: TestObject = {
    number: 100,
    dict: '/Type /XObject /Subtype /Image /Width 2339 /Height 1654 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
    stream: jpeg,
  };
  const [width, height] = [842, 595];
  const page = {
    content: `q ${width} 0 0 ${height} 0 0 cm /I Do Q`,
    width,
    height,
    resources: '/XObject << /I 100 0 R >>',
  };
  return writePdf(Array(pages).fill(page), { objects: [picture] });
}

/** Of the default limit: pages of 300 dpi have twice as many pixels, and filings more of them. Two of these take 0.46; with a large young generation 0.71. */
const mostShare = 0.6;

test('a scan of several pages is read with a process for each processor, and leaves room in its memory', async () => {
  const pool = startPool({ workers: availableParallelism(), options: { norms: [] }, limits: allLimits });
  onTestFinished(pool.stop);
  const bytes = Buffer.from(scanOf(2));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { head } = await pool.examine({ path: 'scan.pdf', hash, bytes });
  expect(head.document.error).toBeNull();
  expect(head.document.status).toBe('ok');
  expect(pool.deaths()).toBe(0);
  expect(head.cost.memory).toBeGreaterThan(0);
  expect(head.cost.memory).toBeLessThan(allLimits.memory * mostShare);
});
