import type { Examination, Filing, Finding, TextRecord } from '../../schemas/index.ts';

/**
 * Hides people's names and telephone numbers: in the contacts of filings, and wherever a telephone number or a
 * labelled name stands in a text, in evidence or in a remark. Figures, ids and places stay as they are.
 */
export function maskContacts(examination: Examination): Examination {
  return {
    ...examination,
    filings: examination.filings.map(maskFiling),
    indicators: examination.indicators.map((indicator) => maskFields(indicator, freeFields)),
    texts: examination.texts.map(maskTextRecord),
    findings: examination.findings.map(maskFinding),
  };
}

const freeFields = ['description', 'basis', 'evidence', 'deviation', 'remark'] as const;

/** 11-digit mobile numbers, and numbers with an area code: 13800001234, 0731-8888 0000, (0731)88880000; not amounts of money. */
const phone =
  /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[(（]?0\d{2,3}[)）\- ]\s?\d{3,4}[ -]?\d{4})(?!\d|\.\d|\s?[万亿]?元)/g;

/** A name after a label that asks for a person; what has a colon behind it is the next label (负责人：　填报人：张三). */
const namedPerson =
  /((?:填报人|填表人|联系人|经办人|审核人|复核人|制表人|制单人|评价人|主评人|负责人|经办)(?:姓名|签[字名章]|[（(](?:签[字名章]|盖章)[)）]|及(?:联系)?电话)?\s*[:：]\s*)(\p{sc=Han}{2,4}|\p{sc=Han}[ \u3000]{1,2}\p{sc=Han})(?!\p{sc=Han}|\s*[:：])/gu;

export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** 138****1234; of other numbers only the last two digits stay. */
export function maskPhone(text: string): string {
  const digits = text.replace(/\D/g, '').length;
  const [head, tail] = digits === 11 && /^1/.test(text) ? [3, 4] : [0, 2];
  let seen = 0;
  return text.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}

/** Characters of the shortest text that holds one: 经办:张三. Most cells of a form are shorter. */
const SHORTEST_CONTACT = 5;

/** Without these no text holds one: few texts have them. */
const colon = /[:：]/;
const fourDigits = /\d{4}/;

export function maskText(text: string): string {
  if (text.length < SHORTEST_CONTACT) return text;
  const named = colon.test(text)
    ? text.replace(namedPerson, (_, label: string, name: string) => label + maskName(name))
    : text;
  return fourDigits.test(named) ? named.replace(phone, maskPhone) : named;
}

// Most records have nothing to hide and stay what they are: those of a long list would take their memory twice.

function maskFiling(filing: Filing): Filing {
  if (filing.contacts.length === 0) return filing;
  const contacts = filing.contacts.map(({ role, name, phone: number }) => ({
    role,
    name: name === null ? null : maskName(name),
    phone: number === null ? null : maskPhone(number),
  }));
  return { ...filing, contacts };
}

/** A text keeps its length, so that the offsets of its figures stay true. */
function maskTextRecord(record: TextRecord): TextRecord {
  const text = maskText(record.text);
  return text === record.text ? record : { ...record, text };
}

function maskFinding(finding: Finding): Finding {
  const { evidence, message } = finding;
  const told = { zh: maskText(message.zh), en: maskText(message.en) };
  const texts = evidence.map(({ text }) => maskText(text));
  const isPlain =
    told.zh === message.zh && told.en === message.en && evidence.every(({ text }, at) => text === texts[at]);
  if (isPlain) return finding;
  return {
    ...finding,
    message: told,
    evidence: evidence.map((item, at) => ({ ...item, text: texts[at] as string })),
  };
}

function maskFields<T, K extends keyof T>(record: T, fields: readonly K[]): T {
  let masked = record;
  for (const field of fields) {
    const value = record[field];
    const text = typeof value === 'string' ? maskText(value) : value;
    if (text === value) continue;
    if (masked === record) masked = { ...record };
    masked[field] = text as T[K];
  }
  return masked;
}
