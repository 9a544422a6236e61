import { expect, test } from 'vitest';
import { writeMail } from '../../scripts/hostile/mail-writer.ts';
import { unpackMail } from '../../src/ingest/unpacking/mail.ts';

test('what is larger than may be is not decoded, and the rest of the mail is read', () => {
  const told: string[] = [];
  const mail = writeMail([
    { name: 'large.csv', data: Buffer.alloc(3000, 'x') },
    { name: 'as-large-as-may-be.csv', data: Buffer.alloc(2000, 'x') },
    { name: 'small.csv', data: Buffer.from('a') },
  ]);
  unpackMail(mail, {
    maxBytes: 2000,
    add: (name, bytes) => void told.push(`${name} ${bytes.length}`),
    fail: (name, size, fault) => void told.push(`${name} ${size} ${fault}`),
    passOver: () => undefined,
  });
  expect(told).toEqual(['large.csv 3000 too_large', 'as-large-as-may-be.csv 2000', 'small.csv 1']);
});
