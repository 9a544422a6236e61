import type { FormType } from '../../schemas/index.ts';
import { familyOf } from './family.ts';
import type { FieldReading } from './fields/field.ts';
import { readFields } from './fields/field-reading.ts';
import type { Meta } from './fields/form-meta.ts';
import { fundingOfLines } from './fields/funding-lines.ts';
import { metaOf } from './fields/meta.ts';
import type { Form, Region } from './form.ts';
import { readLeading } from './indicators/project-rows.ts';
import type { FieldRole } from './lexicon/fields.ts';
import { regionsOf } from './regions.ts';

/** A form taken apart, before its tables are read. */
export interface FormOutline {
  form: Form;
  regions: Region[];
  reading: FieldReading;
  type: FormType;
  meta: Meta;
}

/** Finds the regions of a form, its fields and what they say of it; `report` is the title of the report that it stands in. */
export function outlineForm(form: Form, report: string | null = null): FormOutline {
  const regions = regionsOf(form);
  const reading: FieldReading = { fields: [], funding: [], totals: [], written: [] };
  for (const region of regions) {
    if (region.kind === 'fields') readFields(region, reading);
    else if (region.kind === 'indicators') readLeading(region, reading);
  }
  reading.funding.push(...fundingOfLines(form.captions));
  const meta = metaOf(form, regions, reading);
  return { form, regions, reading, type: familyOf(form, regions, reading, report), meta };
}

/** What a cover says: who files, and when. */
const coverFields = new Set<FieldRole>([
  'organisation',
  'organisation_code',
  'filed_on',
  'year',
  'person',
  'phone',
  'signature',
]);

/** Most filled cells of a cover. */
const MOST_ON_COVER = 14;

/** Whether a form is the cover of a workbook, 部门预算公开表 | 部门名称 | 编制日期: it has no rows to fill in. */
export function isCover({ form, reading, regions }: FormOutline): boolean {
  const { fields, funding, totals, written } = reading;
  if (fields.length === 0 || funding.length + totals.length + written.length > 0) return false;
  if (!regions.every(({ kind }) => kind === 'fields') || !fields.every(({ role }) => coverFields.has(role)))
    return false;
  const filled = form.strips.reduce(
    (sum, { end, first, table }) =>
      sum +
      table.grid.cells.filter(({ row, text }) => row >= first && row < end && text.trim() !== '').length,
    0,
  );
  return filled <= MOST_ON_COVER;
}
