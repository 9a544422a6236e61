import type { Issue } from '../../schemas/index.ts';
import type { FontFace } from '../pages/drawing/drawing-state.ts';
import type { PageFrame } from '../pages/drawing/drawn-objects.ts';
import { operator } from '../pages/drawing/operators.ts';
import type { PageObjects } from '../pages/drawing/state-operators.ts';
import type { AnnotationData } from '../pages/remarks.ts';
import { noPen, penOf } from './objects/colours.ts';
import { drawObjects, hiddenLayer, type PageDrawing } from './objects/draw-objects.ts';
import { type FontFile, fontFileOf, type TextFont, textFont } from './objects/glyph-widths.ts';
import { noOperators, type Operators, put, restore, save, transform } from './objects/operator-list.ts';
import type { ListedPage, OfdDocument } from './package/documents.ts';
import { attributeOf, childOf, childrenOf, type Element, textIn } from './package/markup-tree.ts';
import { folderOf, type Parts } from './package/parts.ts';
import { type Resources, readResources, resourceFiles } from './package/resources.ts';
import { boxOf, flagOf, pointsPerMillimetre } from './package/values.ts';

/** What a page draws, and its frame. */
export interface DrawnOfdPage {
  list: Operators;
  frame: PageFrame;
  objects: PageObjects;
  annotations: AnnotationData[];
  lost: number;
  isCutShort: boolean;
  /** Parts that the page names and that cannot be read. */
  lostParts: string[];
}

/** Parts and fonts that several pages share. */
export interface SharedParts {
  parts: Parts;
  templates: Map<string, Template | null>;
  fonts: Map<OfdDocument, Map<string, TextFont>>;
  /** Embedded fonts by their paths. */
  fontFiles: Map<string, FontFile | null>;
}

interface Template {
  root: Element;
  resources: Resources;
}

export const sharedParts = (parts: Parts): SharedParts => ({
  parts,
  templates: new Map(),
  fonts: new Map(),
  fontFiles: new Map(),
});

/** A sheet of A4, where no area is given that a page may have; millimetres. */
const usualPage = { width: 210, height: 297 };
const widestPage = 5_000;

/** Draws a page: its templates and layers from the ground up, then what was laid on it. An issue where its part cannot be read. */
export function drawPage(listed: ListedPage, number: number, shared: SharedParts): DrawnOfdPage | Issue {
  const root = shared.parts.tree(listed.path);
  if ('code' in root) return root;
  const { document } = listed;
  const lostParts: string[] = [];
  const onLost = (path: string): void => {
    lostParts.push(path);
  };
  const faces = new Map<string, FontFace>();
  const drawing: PageDrawing = {
    list: noOperators(),
    resources: document.resources,
    font: (id, resources) => {
      const font = sharedFont(id, resources, document, shared);
      faces.set(id, font.face);
      faces.set(`${id} bold`, { ...font.face, bold: true });
      return font;
    },
    lost: 0,
    objects: 0,
    length: 0,
    units: 0,
    open: [],
    isCutShort: false,
    end: null,
  };
  const own = resourcesOf(root, listed.path, document, shared.parts, onLost);
  const used = templatesOf(root, document, shared, onLost);
  for (const { template, isOver } of used)
    if (!isOver) drawLayers(template.root, template.resources, drawing);
  drawLayers(root, own, drawing);
  for (const { template, isOver } of used) if (isOver) drawLayers(template.root, template.resources, drawing);
  const annotations = drawAnnotations(listed, own, drawing, shared.parts, onLost);
  return {
    list: drawing.list,
    frame: frameOf(
      number,
      root,
      used.map(({ template }) => template.root),
      document,
    ),
    objects: { font: (id) => faces.get(id) ?? null, isShown: (group) => group !== hiddenLayer },
    annotations,
    lost: drawing.lost,
    isCutShort: drawing.isCutShort,
    lostParts,
  };
}

function sharedFont(
  id: string,
  resources: Resources,
  document: OfdDocument,
  { fonts, fontFiles, parts }: SharedParts,
): TextFont {
  let known = fonts.get(document);
  if (known === undefined) {
    known = new Map();
    fonts.set(document, known);
  }
  let font = known.get(id);
  if (font === undefined) {
    const resource = resources.font(id);
    const path = resource?.file ?? null;
    let file = path === null ? null : fontFiles.get(path);
    if (path !== null && file === undefined) {
      file = fontFileOf(parts.bytes(path));
      fontFiles.set(path, file);
    }
    font = textFont(id, resource, file ?? null);
    known.set(id, font);
  }
  return font;
}

/** The resources of a page or a template, which may have some of its own. */
function resourcesOf(
  root: Element,
  path: string,
  document: OfdDocument,
  parts: Parts,
  onLost: (path: string) => void,
): Resources {
  const heads = { ...root, children: root.children.filter(({ name }) => name !== 'Content') };
  return readResources(parts, resourceFiles(heads, folderOf(path), ['PageRes']), document.resources, onLost);
}

/** The templates of a page (§7.7); `isOver`: laid on the page, not under it. */
function templatesOf(
  root: Element,
  document: OfdDocument,
  { parts, templates }: SharedParts,
  onLost: (path: string) => void,
): { template: Template; isOver: boolean }[] {
  return childrenOf(root, 'Template').flatMap((used) => {
    const named = document.templates.get(attributeOf(used, 'TemplateID') ?? '');
    if (named === undefined) {
      onLost(`TemplatePage ${attributeOf(used, 'TemplateID') ?? ''}`);
      return [];
    }
    let template = templates.get(named.path);
    if (template === undefined) {
      const tree = parts.tree(named.path);
      template =
        'code' in tree
          ? null
          : { root: tree, resources: resourcesOf(tree, named.path, document, parts, onLost) };
      templates.set(named.path, template);
    }
    if (template === null) onLost(named.path);
    const order = attributeOf(used, 'ZOrder') ?? named.zOrder;
    return template === null ? [] : [{ template, isOver: order === 'Foreground' }];
  });
}

/** Kinds of layers from the ground up (§7.7). */
const kinds = ['Background', 'Body', 'Foreground'];

function drawLayers(page: Element, resources: Resources, drawing: PageDrawing): void {
  const layers = childrenOf(page, 'Content').flatMap((content) => childrenOf(content, 'Layer'));
  const kindOf = (layer: Element): number => {
    const at = kinds.indexOf(attributeOf(layer, 'Type') ?? 'Body');
    return at < 0 ? 1 : at;
  };
  drawing.resources = resources;
  for (const layer of [...layers].sort((a, b) => kindOf(a) - kindOf(b))) {
    const shown = flagOf(attributeOf(layer, 'Visible'), true);
    if (!shown) put(drawing.list, operator.beginMarkedContentProps, ['OC', hiddenLayer]);
    const pen = penOf(attributeOf(layer, 'DrawParam'), noPen, resources);
    drawObjects(layer.children, { pen, alpha: 1 }, drawing);
    if (!shown) put(drawing.list, operator.endMarkedContent);
  }
}

/** Names of what somebody typed on a page, as viewers give them. */
const typed = /free\s*text|type\s*writer|text\s*box/i;

/** Draws what was laid on a page: stamps, marks, watermarks (§15.2). */
function drawAnnotations(
  { id, document }: ListedPage,
  resources: Resources,
  drawing: PageDrawing,
  parts: Parts,
  onLost: (path: string) => void,
): AnnotationData[] {
  const annotations: AnnotationData[] = [];
  drawing.resources = resources;
  for (const path of document.annotations.get(id) ?? []) {
    const root = parts.tree(path);
    if ('code' in root) {
      onLost(path);
      continue;
    }
    for (const annotation of childrenOf(root, 'Annot')) {
      const appearance = childOf(annotation, 'Appearance');
      if (appearance === undefined) continue;
      const own = `${annotations.length}`;
      const kind = `${attributeOf(annotation, 'Type') ?? ''} ${attributeOf(annotation, 'Subtype') ?? ''}`;
      annotations.push({ id: own, rect: [0, 0, 0, 0], subtype: typed.test(kind) ? 'FreeText' : kind });
      drawAppearance(annotation, appearance, own, drawing);
    }
  }
  return annotations;
}

function drawAppearance(annotation: Element, appearance: Element, id: string, drawing: PageDrawing): void {
  const { list } = drawing;
  const shown = flagOf(attributeOf(annotation, 'Visible'), true);
  if (!shown) put(list, operator.beginMarkedContentProps, ['OC', hiddenLayer]);
  put(list, operator.beginAnnotation, [id, null, null, null]);
  save(list);
  const box = boxOf(attributeOf(appearance, 'Boundary'));
  if (box !== null) transform(list, [1, 0, 0, 1, box.x0, box.y0]);
  drawObjects(appearance.children, { pen: noPen, alpha: 1 }, drawing);
  restore(list);
  put(list, operator.endAnnotation);
  if (!shown) put(list, operator.endMarkedContent);
}

/** The size of a page: its own, that of a template, or that of its document (§7.7). The corner of the physical box is where its space begins. */
function frameOf(
  number: number,
  page: Element,
  templates: readonly Element[],
  { area }: OfdDocument,
): PageFrame {
  const areas = [page, ...templates].map((one) => childOf(one, 'Area'));
  const boxes = [...areas, area].map((one) => (one ? boxOf(textIn(one, 'PhysicalBox')) : null));
  const sizes = boxes.flatMap((box) => (box ? [{ width: box.x1 - box.x0, height: box.y1 - box.y0 }] : []));
  const isPage = ({ width, height }: { width: number; height: number }): boolean =>
    Math.min(width, height) > 0 && Math.max(width, height) <= widestPage;
  const { width, height } = sizes.find(isPage) ?? usualPage;
  const scale = pointsPerMillimetre;
  return {
    number,
    width: width * scale,
    height: height * scale,
    rotation: 0,
    transform: [scale, 0, 0, scale, 0, 0],
  };
}
