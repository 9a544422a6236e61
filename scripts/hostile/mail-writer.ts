import { compound } from './kinds/containers.ts';

/** What is enclosed with a mail. */
export interface Enclosure {
  name: string;
  data: Uint8Array;
  type?: string;
}

/** A mail with a text and what is enclosed (RFC 5322, RFC 2045). */
export function writeMail(enclosed: readonly Enclosure[], text = '<p>请查收</p>'): Buffer {
  const lines = [
    'Received: from mail.example.cn by mx.example.cn; Mon, 4 Mar 2024 09:00:00 +0800',
    'From: =?gb2312?B?0e7R9A==?= <a@example.cn>',
    'Subject: =?utf-8?B?6aKE566X?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    '\tboundary="----=_Part_1"',
    '',
    'This is a multi-part message in MIME format.',
    '------=_Part_1',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    folded(Buffer.from(text)),
  ];
  for (const { name, data, type = 'application/octet-stream' } of enclosed)
    lines.push(
      '------=_Part_1',
      `Content-Type: ${type}; name="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment;',
      ` filename*=utf-8''${encodeURIComponent(name)}`,
      '',
      folded(data),
    );
  return Buffer.from([...lines, '------=_Part_1--', ''].join('\r\n'));
}

const folded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** The same as Outlook saves it ([MS-OXMSG]). */
export function writeOutlook(enclosed: readonly Enclosure[], text = '<p>请查收</p>'): Buffer {
  const streams: Record<string, Uint8Array> = {
    '__properties_version1.0': Buffer.alloc(32),
    '__substg1.0_10130102': Buffer.from(text),
  };
  for (const [i, { name, data }] of enclosed.entries()) {
    const folder = `__attach_version1.0_#0000000${i}`;
    streams[`${folder}/__properties_version1.0`] = Buffer.alloc(8);
    streams[`${folder}/__substg1.0_3707001F`] = Buffer.from(name, 'utf16le');
    streams[`${folder}/__substg1.0_37010102`] = data;
  }
  return compound(streams);
}

/** What Outlook packs what is enclosed into ([MS-OXTNEF]): short names as attributes, long ones among the properties. */
export function writeTnef(enclosed: readonly Enclosure[], html = ''): Buffer {
  const head = Buffer.from('789f3e220100', 'hex');
  const letter = html === '' ? [] : [attribute(1, 0x00069003, [property(0x10130102, Buffer.from(html))])];
  const parts = enclosed.flatMap(({ name, data }) => [
    attribute(2, 0x00069002, [Buffer.alloc(14)]),
    attribute(2, 0x00018010, [Buffer.from('SHORT.DAT\0')]),
    attribute(2, 0x0006800f, [data]),
    attribute(2, 0x00069005, [property(0x3707001f, Buffer.from(`${name}\0`, 'utf16le'))]),
  ]);
  return Buffer.concat([head, ...letter, ...parts]);
}

function attribute(level: number, id: number, values: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(values);
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(value.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(value.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, value, sum]);
}

/** A list of one property of bytes or of a text, behind one of a number and one that has a name. */
function property(tag: number, value: Uint8Array): Buffer {
  const number = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer);
  const named = [number(0x80010003), Buffer.alloc(16), number(1, 6), Buffer.from('a\0b\0c\0\0\0')];
  const filling = Buffer.alloc(-value.length & 3);
  return Buffer.concat([
    number(3, 0x37050003, 1),
    ...named,
    number(7),
    number(tag, 1, value.length),
    value,
    filling,
  ]);
}
