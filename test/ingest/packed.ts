import { discover } from '../../src/ingest/discovery/discover.ts';
import { allLimits, type Limits } from '../../src/ingest/limits.ts';
import { folderOf } from './archive.ts';

/** A page of one table, packed by 7-Zip (two of them solid; under lock-2; with its names too under 预算1), by bzip2 and by xz. */
const packed = {
  'p.7z':
    'N3q8ryccAAQxskDVowAAAAAAAAAhAAAAAAAAAAfSVfLgAF0AK10AHh0IJjpt4vvP9IzeybqIxzNGyMFHh5JYS4R80MKcY2PwSFMud68U40VAAAAAAIEzB64P0S47sKCQoHdexUAYl/C4qFz0tgzu+wgfP5gsF8bOXEBgdFruaDj0ZXTdfbjQVnpDgPpcdGMJfpDx43AE4QD6+vYbROmMiJgUSIB47W0JHIQ7/8yL4eTj4tjCQM1eU/+XfOfdVjFGgAAAFwYzAQlwAAcLAQABIwMBAQVdABAAAAyAigoBnkzxAAAA',
  'e.7z':
    'N3q8ryccAARzkRGgMAAAAAAAAABqAAAAAAAAALQtL3Fbwq7IgHXaQv3Vx0PZ1+/H9QBFPxmW8/hNBOIZBr/tuiz6LAMijGQ3d35AZsfnVk4BBAYAAQkwAAcLAQACJAbxBwESUw/9Oo2IyVMcqYu31THa9WAQISEBAAEADDAvAAgKAVw1vYYAAAUBGQEAEQ8AYQAuAGgAdABtAGwAAAAZBAAAAAAUCgEAo0J0ft6A3QEVBgEAIICkgQAA',
  'h.7z':
    'N3q8ryccAAR1+l8SoAAAAAAAAAAuAAAAAAAAAFA7xx7TIecUhrzRmC5n6KJJNvT3OaqozxqoDmYuz2lvGdNHzduUHs5+zm8ED0TawKtIPPzva1H21F2Wzb6O4/N8qji7OpTHixSWt30ILFe9yArWINpT7u48bEw75G0WINxZ9925dNuWSUsmzCPPlCmieLhjuXdetCGS2F1mNypqNIHIWGm53wsUbO+yNsnlFsJ+OVHwmJMZHfaRp73SVZ+4oH0zFwYwAQlwAAcLAQABJAbxBwESUw9/zwmcFu0XzlHiF/NR+zUaDGoKARBCieMAAA==',
  'a.html.bz2':
    'QlpoOTFBWSZTWf2EutgAAAIZ+QAAgAU2BBQAQIQACEABAAQDgCAAMUwmmgNMQSqfpQNqepo2QhsI9XjpOQOIggYiNkpwf1lFVMrLaF3JFOFCQ/YS62A=',
  'a.html.xz':
    '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AAuAChdAB4dCCY6beL7z/SM3sm6iMczRsjBR4eSWEuEfNDCnGNj8EhTLna9MAAAXDW9hgABQC93xy57kEKZDQEAAAAAAVla',
  't.tar.xz':
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AI9dADCLiQeD4p+5ATXR/2Ngntwbmkm7TTBhQkj/rrYRGuuot5y2hKjqzrSUlStTCTEkyOCZOfHGenzinStwcd62gChxbjQ+/cC63OEj9ldHjxm545Ctbf+iFMW9tJ1OE6rrZXfhVahKB7mTmEpAyDLIIK2GPIhQHY2q/pSoYjOHmqd0BmxxIqB0UXQqYKGmaQEAAABVJWdwLZniqQABqwGAUAAAy4QLDLHEZ/sCAAAAAARZWg==',
};
export const bytesOf = (name: keyof typeof packed) => Buffer.from(packed[name], 'base64');
export const whole = '<table><tr><td>指标<td>目标值</tr></table>';
export const page = Buffer.from(whole);

/** The texts of what an archive holds, by path; of what is not read, its code. */
export async function opened(
  files: Record<string, Uint8Array>,
  { passwords = [], limits = {} }: { passwords?: string[]; limits?: Partial<Limits> } = {},
): Promise<[string, string][]> {
  const folder = folderOf(files);
  const all: [string, string][] = [];
  for await (const item of discover([folder], { limits: { ...allLimits, ...limits }, passwords })) {
    const path = item.path.replace(`${folder}/`, '');
    if (item.kind === 'document') all.push([path, Buffer.from(item.bytes).toString()]);
    else all.push([path, item.kind === 'unread' ? item.issue.message.en : item.reason]);
  }
  return all;
}
