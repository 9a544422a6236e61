import { cut } from './text.ts';

/** Characters of a sheet's name; Excel repairs a workbook with a longer one by renaming. */
const mostNameCharacters = 31;

/** What Excel refuses in the name of a sheet, and what XML cannot hold. */
const refused = /[[\]:*?/\\\u0000-\u001f\u007f\ufffe\uffff\ud800-\udfff]+/gu;

/** Gives names of sheets that every program takes: none empty, too long, or given before in whatever case. */
export function sheetNames(): (wanted: string) => string {
  const given = new Set<string>(reserved);
  return (wanted) => {
    const clean = wanted
      .replace(refused, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : ` ${count}`;
      const name = `${cut(clean === '' ? 'Sheet' : clean, mostNameCharacters - tail.length)}${tail}`;
      const key = name.toLowerCase();
      if (given.has(key)) continue;
      given.add(key);
      return name;
    }
  };
}

/** Excel keeps this name, in the language of its user, for changes that are tracked. */
const reserved = ['history'];
