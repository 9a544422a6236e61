import type { Filing, Location, MoneyUnit } from '../../schemas/index.ts';
import { foldLabel } from '../values/fold.ts';
import { fold, moneyUnitIn, readDate, readYear, relativeYear } from '../values/index.ts';
import { type Field, type FieldReading, fieldsOfLine } from './field-reading.ts';
import type { Form, Line, MoneyRegion, Region } from './form.ts';
import { isVoid } from './label.ts';
import { headPath } from './money-columns.ts';
import { cellOf, explain, filledCells, type Table } from './table.ts';

/** What a form says of itself, before it is completed from the other forms of its document. */
export interface Meta {
  organisation: string | null;
  organisation_code: string | null;
  supervisor: string | null;
  project: string | null;
  project_code: string | null;
  year: number | null;
  /** Whether the year was worked out and not printed. */
  yearInferred: boolean;
  filed_on: string | null;
  money_unit: MoneyUnit | null;
  execution_weight: number | null;
  execution_score: number | null;
  execution_rate: number | null;
  total_weight: number | null;
  total_score: number | null;
  has_execution_weight_field: boolean;
  contacts: Filing['contacts'];
  source: Record<string, Location>;
}

/** Collects the fields of a form from its rows, its captions and its title. */
export function metaOf(form: Form, regions: Region[], reading: FieldReading): Meta {
  const lines = [...form.captions, ...form.notes];
  const fields = [...reading.fields, ...lines.flatMap(fieldsOfLine)];
  const meta = emptyMeta();
  if (form.titleAt) meta.source.title = form.titleAt;
  for (const field of fields) take(meta, field);
  if (meta.organisation === null) takeOrganisation(meta, fields, 'implementer');
  splitCodes(meta);
  meta.contacts = contactsOf(fields);
  meta.money_unit ??= moneyUnitOf(form, regions, fields, reading);
  findYear(meta, form, regions);
  return meta;
}

function emptyMeta(): Meta {
  return {
    organisation: null,
    organisation_code: null,
    supervisor: null,
    project: null,
    project_code: null,
    year: null,
    yearInferred: false,
    filed_on: null,
    money_unit: null,
    execution_weight: null,
    execution_score: null,
    execution_rate: null,
    total_weight: null,
    total_score: null,
    has_execution_weight_field: false,
    contacts: [],
    source: {},
  };
}

function take(meta: Meta, field: Field): void {
  const value = field.value.trim();
  const said = !isVoid(foldLabel(value));
  if (field.role === 'execution_weight') meta.has_execution_weight_field = true;
  if (!said) return;
  const set = <Key extends keyof Meta>(key: Key, read: Meta[Key]): void => {
    if (meta[key] !== null || read === null) return;
    meta[key] = read;
    meta.source[key] = field.at;
  };
  const number = (): number | null => {
    const match = /^(\d+(?:\.\d+)?)\s*(?:分|%)?$/.exec(fold(value));
    return match ? Number(match[1]) : null;
  };
  switch (field.role) {
    case 'organisation':
    case 'supervisor':
    case 'project_code':
    case 'organisation_code':
      set(field.role, value.replace(/\s*\n\s*/g, '') as never);
      break;
    case 'project':
      set('project', value.replace(/\s*\n\s*/g, ''));
      break;
    case 'money_unit': {
      const unit = moneyUnitIn(`单位：${value}`);
      if (unit || value.length < 4) set('money_unit', unit);
      else set('organisation', value);
      break;
    }
    case 'year':
      set('year', readYear(value));
      break;
    case 'filed_on':
      set('filed_on', fullDate(value));
      break;
    case 'execution_weight':
    case 'execution_score':
    case 'execution_rate':
    case 'total_score':
      set(field.role, number());
      break;
    default:
  }
}

function fullDate(text: string): string | null {
  const date = readDate(text);
  return date !== null && date.length === 10 ? date : null;
}

function takeOrganisation(meta: Meta, fields: Field[], role: Field['role']): void {
  const field = fields.find((each) => each.role === role && !isVoid(foldLabel(each.value)));
  if (!field) return;
  meta.organisation = field.value.trim().replace(/\s*\n\s*/g, '');
  meta.source.organisation = field.at;
}

const organisationCode = /^[[(（【]?(\d{3,12})[\])）】]?\s*[-—–_:：]?\s*(?=[\u4e00-\u9fff])/;
const projectCode =
  /^[[(（【]?([0-9A-Za-z]{8,32})[\])）】]?\s*[-—–_]\s*(?=\S)|^[[【]([0-9A-Za-z-]{6,32})[\]】]\s*/;

/** A code in front of the organisation stays there and is given apart; in front of the project it is taken off. */
function splitCodes(meta: Meta): void {
  meta.organisation = meta.organisation?.replace(/\s*[（(](?:盖章|公章|签章)[)）]$/, '') ?? null;
  const organisation = meta.organisation === null ? null : organisationCode.exec(meta.organisation);
  if (organisation && !/^(?:19|20)\d\d$/.test(organisation[1] as string)) {
    meta.organisation_code ??= organisation[1] as string;
    meta.source.organisation_code ??= meta.source.organisation as Location;
  }
  const project = meta.project === null ? null : projectCode.exec(meta.project);
  if (project && meta.project !== null && /\d{4}/.test(project[0])) {
    meta.project_code ??= project[1] ?? project[2] ?? null;
    meta.source.project_code ??= meta.source.project as Location;
    meta.project = meta.project.slice(project[0].length).trim();
  }
}

const phone = /(?:\+?86[-\s]?)?1\d{10}|0\d{2,3}[-—\s]?\d{7,8}|\d{7,8}(?!\d)|\d{3,4}-\d{7,8}/;

/** People and phones as printed; a phone belongs to the person before it. */
function contactsOf(fields: Field[]): Filing['contacts'] {
  const contacts: Filing['contacts'] = [];
  for (const field of fields) {
    const value = field.value.trim();
    if (isVoid(foldLabel(value)) || value.length > 60) continue;
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

/** From a caption, else a label of a row or a column, else the money cells themselves; never assumed. */
function moneyUnitOf(
  form: Form,
  regions: Region[],
  fields: Field[],
  reading: FieldReading,
): MoneyUnit | null {
  for (const line of [...form.captions, ...form.notes]) {
    const unit = moneyUnitIn(line.paragraph.text);
    if (unit && /单位|[(（].{0,4}元[)）]/.test(line.paragraph.text)) return unit;
  }
  for (const field of fields) {
    const unit = field.role === 'organisation' ? null : moneyUnitIn(field.label);
    if (unit) return unit;
  }
  const title = form.title === null ? null : moneyUnitIn(form.title);
  if (title) return title;
  const heads = regions.filter((region) => region.kind === 'money');
  for (const region of heads) {
    const unit =
      unitInRows(region.headerTable, region.header.first, region.header.end, labelUnit) ??
      unitInRows(region.table, region.first, region.end, labelUnit);
    if (unit) return unit;
  }
  for (const field of reading.funding) {
    const unit =
      labelUnit(field.label) ??
      unitInRows(field.table, field.row, field.row + 1, labelUnit) ??
      sideUnit(field.table, field.row);
    if (unit) return unit;
  }
  for (const region of heads) {
    const unit = unitInRows(region.table, region.first, region.end, figureUnit);
    if (unit) return unit;
  }
  for (const field of reading.funding) {
    const unit = figureUnit(field.value);
    if (unit) return unit;
  }
  return null;
}

function sideUnit(table: Table, row: number): MoneyUnit | null {
  const cell = table.grid.cells[table.cover[row * table.grid.columns] as number];
  return cell ? labelUnit(cell.text) : null;
}

function labelUnit(text: string): MoneyUnit | null {
  return text.length > 40 || !/元/.test(text) || /^\s*[-\d.,，]+/.test(text) ? null : moneyUnitIn(text);
}

function figureUnit(text: string): MoneyUnit | null {
  const match = /^[-+]?[\d,，]*\.?\d+\s*(万元|亿元|元)$/.exec(fold(text).trim());
  return match ? (match[1] as MoneyUnit) : null;
}

function unitInRows(
  table: Table,
  first: number,
  end: number,
  read: (text: string) => MoneyUnit | null,
): MoneyUnit | null {
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const unit = read(cellOf(table, i).text);
      if (unit) return unit;
    }
  }
  return null;
}

/** The year that is printed: in a field, the title, a caption, a money head; else after the last of 近两年; else by the filing's date. */
function findYear(meta: Meta, form: Form, regions: Region[]): void {
  if (meta.year !== null) return;
  const title = form.title === null ? null : readYear(form.title);
  if (title !== null) {
    meta.year = title;
    meta.source.year = form.titleAt ?? (meta.source.title as Location);
    if (!form.titleAt) delete meta.source.year;
    return;
  }
  for (const line of [...form.captions.map(captionOf), ...gridCaptions(form)]) {
    const text = fold(line.text).replace(
      /(?:填报|填表|编制|申报|制表)(?:日期|时间)\s*:\s*[\d年月日.\-/\s]+/g,
      '',
    );
    const year = /附件|文件|〔/.test(text) ? null : readYear(text);
    if (year !== null) {
      meta.year = year;
      meta.source.year = line.at;
      return;
    }
  }
  const heads = yearsOfHeads(regions);
  if (heads.current !== null) meta.year = heads.current;
  else if (heads.prior !== null) meta.year = heads.prior + 1;
  else if (meta.filed_on !== null) meta.year = yearOfFiling(meta.filed_on, form.title ?? '');
  meta.yearInferred = meta.year !== null;
}

interface Caption {
  text: string;
  at: Location;
}

function captionOf(line: Line): Caption {
  return { text: line.paragraph.text, at: line.paragraph.location };
}

/** Longest caption across a grid, in characters. */
const LONGEST_CAPTION = 40;

/** Lone texts in the first rows of a form's grids: （2023年度）. */
function gridCaptions(form: Form): Caption[] {
  return form.strips.flatMap(({ table, first, end }) => {
    const captions: Caption[] = [];
    for (let row = first; row < end; row++) {
      const filled = filledCells(table, row);
      if (filled.length > 1) break;
      const cell = filled[0] === undefined ? null : cellOf(table, filled[0]);
      if (!cell || cell.text.length > LONGEST_CAPTION) continue;
      captions.push({ text: cell.text, at: cell.location });
      explain(table, filled[0] as number);
    }
    return captions;
  });
}

/** A budget is drawn up in the autumn before its year; a self-evaluation is filed in the first half after it. */
function yearOfFiling(date: string, title: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (/自评|评价|决算/.test(title)) return month <= 6 ? year - 1 : year;
  return month >= 9 ? year + 1 : year;
}

/** The years that column heads print: of the current figures (2020年预算数), and the last of the earlier ones (近两年). */
function yearsOfHeads(regions: Region[]): { current: number | null; prior: number | null } {
  let current: number | null = null;
  let prior: number | null = null;
  for (const region of regions) {
    if (region.kind !== 'money') continue;
    const { headerTable: table, header } = region;
    for (let row = header.first; row < header.end; row++) {
      for (const i of filledCells(table, row)) {
        const cell = cellOf(table, i);
        const year = readYear(cell.text);
        if (year === null) continue;
        if (isPriorHead(region, cell.column, cell.text)) prior = Math.max(prior ?? 0, year);
        else current = Math.max(current ?? 0, year);
      }
    }
  }
  return { current, prior };
}

function isPriorHead(region: MoneyRegion, column: number, text: string): boolean {
  const path = headPath(region.headerTable, region.header, column);
  const said = path.some((i) => /近两年|近三年|前两年|以前年度/.test(cellOf(region.headerTable, i).text));
  return said || (relativeYear(text) ?? 0) < 0;
}
