/** Text for XML and HTML: the five characters that mean something there. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A label printed one character a line. */
export const stacked = (text: string): string => [...text].join('\n');
