import type { Filing } from '../../../schemas/index.ts';
import { fold } from '../../values/index.ts';
import { isVoidText } from '../table/label.ts';
import type { Field } from './field.ts';

const phone = /(?:\+?86[-\s]?)?1\d{10}|0\d{2,3}[-—\s]?\d{7,8}|\d{7,8}(?!\d)|\d{3,4}-\d{7,8}/;

const dayAlone = /^(?:19|20)\d\d\s*[年./-]\s*\d{1,2}(?:\s*[月./-]\s*\d{1,2}\s*日?)?$/;

/** People and phones as printed; a phone belongs to the person before it. */
export function contactsOf(fields: Field[]): Filing['contacts'] {
  const contacts: Filing['contacts'] = [];
  for (const field of fields) {
    const value = field.value.trim();
    // 组长（签字）： 2031年3月1日: no name was filled in before the day.
    if (isVoidText(value) || value.length > 60 || dayAlone.test(fold(value))) continue;
    const role = field.label.replace(/\s+/g, '').replace(/[:：]$/, '');
    if (field.role === 'person') {
      const found = phone.exec(fold(value));
      const name = found
        ? fold(value)
            .replace(found[0], '')
            .replace(/[\s,，、/:：]+$|^[\s,，、/:：]+/g, '')
        : value;
      contacts.push({ role, name: name === '' ? null : name, phone: found?.[0] ?? null });
    } else if (field.role === 'phone') {
      const last = contacts.at(-1);
      if (last && last.phone === null) last.phone = value;
      else contacts.push({ role, name: null, phone: value });
    }
  }
  return contacts;
}
