import { hashIndex } from './ledger/hash-index.ts';

/** Which documents could not be read, for their copies. */
export interface UnreadKeys {
  /** It is being parsed. */
  begin: (key: Buffer) => void;
  end: (key: Buffer, isUnread: boolean) => void;
  /** Tells at once, or when it is done. */
  tell: (key: Buffer, tell: (isUnread: boolean) => void) => void;
}

export function unreadKeys(): UnreadKeys {
  const unread = hashIndex();
  const open = new Map<string, ((isUnread: boolean) => void)[]>();
  return {
    begin: (key) => void open.set(key.toString('hex'), []),
    end(key, isUnread) {
      if (isUnread) unread.set(key, { segment: 0, offset: 0 });
      const name = key.toString('hex');
      const waiting = open.get(name) ?? [];
      open.delete(name);
      for (const tell of waiting) tell(isUnread);
    },
    tell(key, tell) {
      const waiting = open.get(key.toString('hex'));
      if (waiting === undefined) tell(unread.get(key) !== undefined);
      else waiting.push(tell);
    },
  };
}
