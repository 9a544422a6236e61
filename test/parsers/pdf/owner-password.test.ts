import { expect, it } from 'vitest';
import { decryptionOf } from '../../../parsers/pdf/damage/decryption.ts';

/** What qpdf wrote of `BT (7) Tj ET`, as stream 4 of a file that opens with `tide` and whose owner has `moon`. */
it.each([
  [
    'RC4 of 40 bits',
    '/Filter /Standard /Length 40 /O <5983a424f68fc87735add93a04e3563bcb79b39a1131b4f1b49c26e83590ed32> /P -4 /R 2 /U <5e81d7aa85b2d34ea4d5ef13f4b1dd2fd8646bad47bf2bf2fbdea409a08b820f> /V 1',
    'b186765abf63bfd1504cee37',
  ],
  [
    'RC4 of 128 bits',
    '/Filter /Standard /Length 128 /O <4770e06f4c814b2a1d4019c786f2930a9989f2c5b529ab4bb6d9f9b6b00f1260> /P -4 /R 3 /U <3d1db8f0adac957608fe1f15453d05b40122456a91bae5134273a6db134c87c4> /V 2',
    '736f00f02a07f8cd740e686b',
  ],
  [
    'AES of 128 bits',
    '/CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /Filter /Standard /Length 128 /O <4770e06f4c814b2a1d4019c786f2930a9989f2c5b529ab4bb6d9f9b6b00f1260> /P -4 /R 4 /StmF /StdCF /StrF /StdCF /U <3d1db8f0adac957608fe1f15453d05b40122456a91bae5134273a6db134c87c4> /V 4',
    'eb0cab6bd3d9da2ec6d9a288025d051b8aff0042acf5c9ec10a5166dfef2242d',
  ],
  [
    'AES of 256 bits, revision 5',
    '/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <f5a6aa6d0c762f63f1d8f467b9ce5c99d24aa2a78d7945a14d13d9f93fb7c03589d770c29a7cb1b4181fc9822a2ee82f> /OE <79c6aad74a57688376e8d080bb46202213730457a36476f0483ff1659cdcaf9b> /P -4 /R 5 /StmF /StdCF /StrF /StdCF /U <03fa0be8fc2622c85ca450656eaa701943e8d1d0a4c4f749abe630355d1c3077d7a3930288cd8a65ef4ee1bbf662284a> /UE <8f10e83d8cfeedfe1f0e76c94011265f3ce196040e501200c09ef6f609036e38> /V 5',
    '11d7f7f2d2dbde3cad053d0041ee5f0d361dcc5516cb6cc7020ef43a1a63d9ae',
  ],
  [
    'AES of 256 bits, revision 6',
    '/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /Filter /Standard /Length 256 /O <105d9547ff171e2b8c59b243a5d17b6f025667f68f1de16edbb3e439df53481e76ad1d460197a2e3c467889fd1dbac5c> /OE <3d861b43e89a38eff5f39ef9bb3915430bb3f82b17997dc2478a87dfccbb0668> /P -4 /R 6 /StmF /StdCF /StrF /StdCF /U <820b81dd30c41b3e181d801404e8b8541c20fbbfd8fbc9509a6659cf7a945fcd15df2d382483fbab745a908a5e1c1265> /UE <4c34cace2e443dd29d9daf887a338460c08260140ae93736f32f9677d591f2d8> /V 5',
    'dc970e4bf6ba0e3ed044a6071155412c956f6372b72abb4258c25ba42b4d672b',
  ],
])('%s is decrypted with the password of the owner too', (_, dictionary, stream) => {
  const id = '<31415926535897932384626433832795>';
  const file = Buffer.from(
    `13 0 obj\n<< ${dictionary} >>\nendobj\ntrailer << /ID [${id}${id}] /Encrypt 13 0 R >>`,
  );
  for (const password of ['tide', 'moon'])
    expect(
      decryptionOf(file, password)?.(Buffer.from(stream, 'hex'), { number: 4, generation: 0 }).toString(),
    ).toBe('BT (7) Tj ET');
  expect(decryptionOf(file, 'ebb')).toBeNull();
});
