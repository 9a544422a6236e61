import type { Issue } from '../../schemas/index.ts';
import { type CompoundFile, readCompound } from '../compound.ts';
import { issue } from '../issue.ts';
import { agileKey } from './agile.ts';
import { standardKey } from './standard.ts';
import { passwordsToTry } from './usual-password.ts';

/** Office hashes a password 100 000 times; a file may ask for 2³¹. */
const mostRounds = 1_000_000;

/**
 * The package of Office that lies encrypted in a compound file ([MS-OFFCRYPTO] 2.3.4), under the password or that of workbooks that are only
 * protected, or why it is not to be had. Null where no package lies in the file.
 */
export function openEncryptedPackage(
  bytes: Uint8Array,
  password: string | undefined,
): Uint8Array | Issue | null {
  const file = readCompound(bytes);
  const info = file === null ? null : contentOf(file, 'EncryptionInfo');
  const sealed = file === null ? null : contentOf(file, 'EncryptedPackage');
  if (info === null || sealed === null) return null;
  if (info.length < 8 || sealed.length <= 8) return damaged;
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  const isStandard = major >= 2 && major <= 4 && minor === 2;
  const key = major === 4 && minor === 4 ? agileKey(info) : isStandard ? standardKey(info) : null;
  if (key === null) return otherKind;
  if (key.rounds > mostRounds) return tooManyRounds(key.rounds, mostRounds);
  for (const candidate of passwordsToTry(password)) {
    const open = key.open(candidate);
    if (open === null) continue;
    const opened = open(sealed);
    // A package begins as every zip file does.
    if (opened === null || opened.toString('latin1', 0, 2) !== 'PK') return damaged;
    return opened.subarray(0, Number(sealed.readBigUInt64LE(0)));
  }
  return password === undefined ? locked : wrongPassword;
}

function contentOf(file: CompoundFile, name: string): Buffer | null {
  const entry = file.entries.find(
    (found) =>
      found.kind === 'stream' && found.folder === '' && found.name.toLowerCase() === name.toLowerCase(),
  );
  return entry === undefined ? null : Buffer.from(file.content(entry));
}

export const damaged = issue(
  'corrupt',
  '加密的文档已损坏或不完整',
  'the encrypted document is damaged or cut off',
);
export const locked = issue(
  'encrypted',
  '文档已加密，需要密码',
  'an encrypted document: a password is needed',
);
export const wrongPassword = issue(
  'encrypted',
  '文档已加密，密码不正确',
  'an encrypted document, and the password is wrong',
);
export const otherKind = issue(
  'encrypted',
  '文档的加密方式不能解开，请去掉密码另存',
  'the document is encrypted in a way that is not read: save it without its password',
);
export const tooManyRounds = (rounds: number, most: number): Issue =>
  issue(
    'too_large',
    `文档要求对密码散列 ${rounds} 次，超过上限 ${most} 次`,
    `the document asks to hash its password ${rounds} times, over the limit of ${most}`,
  );
