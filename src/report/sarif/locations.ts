import type { Box, DocumentRecord, Evidence, Finding, Location } from '../../../schemas/index.ts';
import { roleName } from '../finding/roles.ts';
import { place } from '../place.ts';
import type { Language } from '../wording.ts';

/** A place of a finding: the file, the page and box where it has pages, the cell by its name. */
export interface SarifLocation {
  id?: number;
  physicalLocation: {
    artifactLocation: { uri: string; index?: number };
    /** No text region: pages and boxes stand in its property bag (points from the top left). */
    region?: { properties: { page: number; box: Box | null } };
  };
  logicalLocations?: { name: string; fullyQualifiedName: string; kind: string }[];
  message?: { text: string };
}

/** Every cell of the evidence, the document itself where there is none. */
export function locationsOf(
  { evidence, document_id }: Finding,
  artifacts: Artifacts,
  language: Language,
): SarifLocation[] {
  if (evidence.length === 0)
    return [{ physicalLocation: { artifactLocation: artifactOf(document_id, artifacts) } }];
  return evidence.map((cell) => locationOf(cell, cell.document_id ?? document_id, artifacts, language));
}

function locationOf(
  { role, text, source }: Evidence,
  documentId: string,
  artifacts: Artifacts,
  language: Language,
): SarifLocation {
  const artifactLocation = artifactOf(documentId, artifacts);
  const { page, box } = source;
  const region = page === null ? {} : { region: { properties: { page, box } } };
  return {
    physicalLocation: { artifactLocation, ...region },
    logicalLocations: [logical(source)],
    message: { text: `${roleName(role, language)}${language === 'zh' ? '：' : ': '}${text}` },
  };
}

/** `Sheet1!C5`, `page 3 table 2 row 2 col 4`, `table 1 row 2 col 4`. § 3.33 */
function logical(source: Location): { name: string; fullyQualifiedName: string; kind: string } {
  const name = place(source, 'en');
  const { sheet, ref, row } = source;
  const cell = sheet === null ? null : ref;
  const kind = cell !== null || row !== null ? 'cell' : 'paragraph';
  return { name: cell ?? name, fullyQualifiedName: name, kind };
}

function artifactOf(documentId: string, artifacts: Artifacts): { uri: string; index?: number } {
  const artifact = artifacts.get(documentId);
  if (artifact === undefined) return { uri: `urn:sha256:${documentId}` };
  return { uri: artifactUri(artifact.document.path), index: artifact.index };
}

/** A path as a URI reference: 归档/自评表.docx → percent-encoded, absolute ones with file:. RFC 3986 */
export function artifactUri(path: string): string {
  const slashed = path.replace(/\\/g, '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (slashed.startsWith('/')) return `file://${encoded}`;
  if (/^[A-Za-z]:\//.test(slashed))
    return `file:///${slashed.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return encoded;
}

export type Artifacts = ReadonlyMap<string, { document: DocumentRecord; index: number }>;
