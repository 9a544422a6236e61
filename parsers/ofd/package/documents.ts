import type { Issue } from '../../../schemas/index.ts';
import { issue } from '../../issue.ts';
import * as told from '../issues.ts';
import { attributeOf, childOf, childrenOf, type Element, textIn, textOf } from './markup-tree.ts';
import { folderOf, type Parts, pathFrom } from './parts.ts';
import { noResources, type Resources, readResources, resourceFiles } from './resources.ts';
import { type Seal, sealsOf } from './seals.ts';

/** A page as its document lists it. */
export interface ListedPage {
  id: string;
  path: string;
  document: OfdDocument;
}

/** What a document (§7.5) says to all of its pages. */
export interface OfdDocument {
  /** Its usual area of a page. */
  area: Element | undefined;
  resources: Resources;
  templates: Map<string, { path: string; zOrder: string | null }>;
  /** Paths of what was laid on a page, by the number of the page. */
  annotations: Map<string, string[]>;
  seals: Map<string, Seal[]>;
}

/** The documents of a package as one: a package may hold several (§7.4), whose pages follow each other. */
export interface OfdContents {
  /** The first of them, no more than are read. */
  pages: ListedPage[];
  /** How many there are. */
  total: number;
  attachments: string[];
  warnings: Issue[];
}

/** Documents of one package: an archive of files has less. */
const mostDocuments = 1_000;

/** Reads what OFD.xml and the documents say; an issue where nothing can be read. */
export function readContents(parts: Parts, maxPages: number): OfdContents | Issue {
  const root = parts.tree('OFD.xml');
  if ('code' in root) return root;
  const contents: OfdContents = { pages: [], total: 0, attachments: [], warnings: [] };
  let refused: Issue | null = null;
  for (const body of childrenOf(root, 'DocBody').slice(0, mostDocuments)) {
    const path = rootOf(body, parts);
    const document =
      path === null ? issue('corrupt', '文档没有入口', 'a document names no root') : parts.tree(path);
    if ('code' in document) {
      refused ??= document;
      contents.warnings.push(told.documentLost(document));
    } else readDocument(path!, document, body, parts, contents, maxPages);
  }
  return contents.pages.length === 0 && refused !== null ? refused : contents;
}

/** The root of a document, or that of its current version (§7.11). */
function rootOf(body: Element, parts: Parts): string | null {
  const named = textIn(body, 'DocRoot');
  if (named !== null) return pathFrom('', named);
  const versions = childrenOf(childOf(body, 'Versions') ?? body, 'Version');
  const current = versions.find((version) => attributeOf(version, 'Current') === 'true') ?? versions.at(-1);
  const place = current && attributeOf(current, 'BaseLoc');
  if (!place) return null;
  const path = pathFrom('', place);
  const version = parts.tree(path);
  const root = 'code' in version ? null : textIn(version, 'DocRoot');
  return root === null ? null : pathFrom(folderOf(path), root);
}

function readDocument(
  path: string,
  root: Element,
  body: Element,
  parts: Parts,
  contents: OfdContents,
  maxPages: number,
): void {
  const { pages, attachments, warnings } = contents;
  const folder = folderOf(path);
  const common = childOf(root, 'CommonData') ?? root;
  const onLost = (part: string): void => {
    warnings.push(told.resourcesLost(part));
  };
  const lists = resourceFiles(common, folder, ['PublicRes', 'DocumentRes']);
  const document: OfdDocument = {
    area: childOf(common, 'PageArea'),
    resources: readResources(parts, lists, noResources, onLost),
    templates: new Map(
      childrenOf(common, 'TemplatePage').map((template) => [
        attributeOf(template, 'ID') ?? '',
        {
          path: pathFrom(folder, attributeOf(template, 'BaseLoc') ?? ''),
          zOrder: attributeOf(template, 'ZOrder'),
        },
      ]),
    ),
    annotations: annotationsOf(root, folder, parts, onLost),
    seals: sealsOf(textIn(body, 'Signatures'), parts, onLost),
  };
  attachments.push(...attachmentsOf(root, folder, parts));
  for (const list of childrenOf(root, 'Pages'))
    for (const page of childrenOf(list, 'Page')) {
      if (contents.total++ >= maxPages) continue;
      pages.push({
        id: attributeOf(page, 'ID') ?? '',
        path: pathFrom(folder, attributeOf(page, 'BaseLoc') ?? ''),
        document,
      });
    }
}

/** §15.1: a list of the pages that something was laid on. */
function annotationsOf(
  root: Element,
  folder: string,
  parts: Parts,
  onLost: (path: string) => void,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of resourceFiles(root, folder, ['Annotations'])) {
    const list = parts.tree(path);
    if ('code' in list) {
      onLost(path);
      continue;
    }
    for (const page of childrenOf(list, 'Page')) {
      const id = attributeOf(page, 'PageID') ?? '';
      const files = childrenOf(page, 'FileLoc').map((file) => pathFrom(folderOf(path), textOf(file)));
      found.set(id, [...(found.get(id) ?? []), ...files]);
    }
  }
  return found;
}

function attachmentsOf(root: Element, folder: string, parts: Parts): string[] {
  return resourceFiles(root, folder, ['Attachments']).flatMap((path) => {
    const list = parts.tree(path);
    // A damaged list of attachments hides nothing that is read.
    if ('code' in list) return [];
    return childrenOf(list, 'Attachment').map(
      (one) => attributeOf(one, 'Name') ?? textIn(one, 'FileLoc') ?? '',
    );
  });
}
