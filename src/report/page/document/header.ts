import { sheetFormats } from '../../../../parsers/sheet-formats.ts';
import type { DocumentRecord, Examination, Filing, Finding, Issue } from '../../../../schemas/index.ts';
import { formNames, type Language, statusNames } from '../../wording.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageWords } from '../words.ts';

/** The file's name, what it is, how it was read, and its forms. */
export function documentHeader(
  { document, filings, findings }: Examination,
  language: Language,
  runHref: string | null,
): Html {
  const { path, document_id, status } = document;
  return html`<header class="document-head">${
    runHref === null
      ? nothing
      : html`<p class="back"><a href="${runHref}">← ${pageWords.backToRun[language]}</a></p>`
  }<h1>${fileName(path)}</h1><p class="facts"><span class="status ${status}">${statusNames[status][language]}</span><span>${document.format}</span>${extent(document, language)}<span>${kilobytes(document.bytes)}</span><span class="path">${path}</span><span class="hash">${pageWords.hash[language]} <code>${document_id}</code></span></p>${issues(document, language)}${formTable(filings, findings, language)}</header>`;
}

export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) || path;
}

function extent({ format, pages, ocr_pages }: DocumentRecord, language: Language): Html {
  if (pages === 0) return nothing;
  const noun = pageWords[sheetFormats.has(format) ? 'sheets' : 'pages'][language];
  const recognised = ocr_pages === 0 ? '' : ` · ${ocr_pages} ${pageWords.recognised[language]}`;
  return html`<span>${pages} ${noun}${recognised}</span>`;
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function issues({ error, warnings }: DocumentRecord, language: Language): Html {
  if (error === null && warnings.length === 0) return nothing;
  return html`<ul class="issues">${error === null ? nothing : issueItem(error, 'error', language)}${warnings.map((warning) => issueItem(warning, 'warning', language))}</ul>`;
}

function issueItem({ code, message, place }: Issue, severity: 'error' | 'warning', language: Language): Html {
  return html`<li class="${severity}">${place === null ? nothing : html`<b>${place}</b> `}${message[language]} <code>${code}</code></li>`;
}

function formTable(filings: readonly Filing[], findings: readonly Finding[], language: Language): Html {
  if (filings.length === 0) return nothing;
  const heads = [
    'title',
    'form',
    'organisation',
    'project',
    'year',
    'unit',
    'findings',
    'explainedCells',
    'confidence',
  ] as const;
  const numeric: ReadonlySet<string> = new Set(['year', 'findings', 'explainedCells', 'confidence']);
  const rows = filings.map((filing) => {
    const own = findings.filter(({ filing_id }) => filing_id === filing.filing_id).length;
    return html`<tr><th scope="row">${filing.title ?? '—'}</th><td>${formNames[filing.form_type][language]}</td><td>${filing.organisation ?? '—'}</td><td>${filing.project ?? '—'}</td><td class="n">${filing.year ?? '—'}</td><td>${filing.money_unit ?? '—'}</td><td class="n">${own}</td><td class="n">${percent(filing.coverage)}</td><td class="n">${percent(filing.confidence)}</td></tr>`;
  });
  return html`<details class="forms"${filings.length <= 6 ? html` open` : nothing}><summary>${pageWords.forms[language]} <small>${filings.length}</small></summary><div class="scroll"><table class="counts"><thead><tr>${heads.map((head) => html`<th scope="col"${numeric.has(head) ? html` class="n"` : nothing}>${pageWords[head][language]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
