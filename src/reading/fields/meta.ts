import type { Location } from '../../../schemas/index.ts';
import { fold, foldLabel, moneyUnitIn, readDate, readYear } from '../../values/index.ts';
import type { Form, Region } from '../form.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import { moneyUnitOf } from '../money/money-unit.ts';
import { fieldRole, isVoidText, labelOfText } from '../table/label.ts';
import { fieldsOfLine } from './cell-pairs.ts';
import { contactsOf } from './contacts.ts';
import { coverFields, linesAbove, writtenScore } from './cover-lines.ts';
import type { Field, FieldReading } from './field.ts';
import type { Meta } from './form-meta.ts';
import { findYear } from './year.ts';

/** Collects the fields of a form from its rows, its captions and its title. */
export function metaOf(form: Form, regions: Region[], reading: FieldReading): Meta {
  const lines = [...form.captions, ...form.notes];
  const fields = [...reading.fields, ...lines.flatMap(fieldsOfLine), ...coverFields(form)].flatMap(
    partedField,
  );
  const meta = emptyMeta();
  if (form.titleAt) meta.source.title = form.titleAt;
  for (const field of nearestProject(fields)) take(meta, field);
  const score = meta.total_score === null ? writtenScore(linesAbove(form)) : null;
  if (score !== null) {
    meta.total_score = score.value;
    meta.source.total_score = score.at;
  }
  if (form.heading) {
    meta.organisation = form.heading.text;
    meta.source.organisation = form.heading.at;
  }
  if (meta.organisation === null) takeOrganisation(meta, fields, 'implementer');
  if (meta.organisation === null) takeCodedLine(meta, form.captions);
  splitCodes(meta);
  meta.contacts = contactsOf(fields);
  meta.money_unit ??= moneyUnitOf(form, regions, fields, reading);
  findYear(meta, form, regions, reading);
  // A block of funds that nobody filled in leaves no amounts: where it stands says that the form has one.
  const [fund] = reading.funding;
  if (fund !== undefined && reading.funding.every(({ value }) => isVoidText(value.trim())))
    meta.source.funds = fund.labelAt;
  return meta;
}

const tick = /[□☐☑☒√■]/g;

/** 单位：水务局 names who files, short as it is; 单位：人 a unit. */
const office = /^.{1,3}[局厅委办所馆院校站队处会社部园台厂]$/;

const ofOffice = /^\S{2,30}(?:[局厅委办馆院校站队处会部园]|中心|公司|政府|大学|学校)$/;

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
  const said = !isVoidText(value.replace(sealAlone, ''));
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
      // 专项名称 | □基础研究 ☑成果转化: what is ticked is a kind of project.
      if ((value.match(tick) ?? []).length > 1) break;
      // 评价对象：水务局
      if (/对象/.test(field.label) && ofOffice.test(value)) set('organisation', value);
      else set('project', value.replace(/\s*\n\s*/g, ''));
      break;
    case 'money_unit': {
      const unit = moneyUnitIn(`单位：${value}`);
      // 单位：某局（万元）
      const [, named] = /^(.{3,30}[\u4e00-\u9fff])\s*[(（](?:[万亿千]?元)[)）]$/.exec(value) ?? [];
      if (named !== undefined && /^单位/.test(foldLabel(field.label))) set('organisation', named);
      if (unit || (value.length < 4 && !office.test(value))) set('money_unit', unit);
      // 计量单位 | 成本定额 are heads, and nobody's name.
      else if (/^单位/.test(foldLabel(field.label))) set('organisation', value);
      break;
    }
    case 'year':
      set('year', readYear(value));
      break;
    case 'filed_on':
      set('filed_on', fullDate(value));
      break;
    case 'execution_score': {
      set('execution_score', number());
      // 执行率得分（10分） | 9.5
      const [, points] = /[(（](?:满分|分值)?[:：]?\s*(\d+(?:\.\d+)?)\s*分[)）]/.exec(field.label) ?? [];
      if (points === undefined) break;
      meta.has_execution_weight_field = true;
      set('execution_weight', Number(points));
      break;
    }
    case 'execution_weight':
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

/** 实施单位/项目负责人 | 某中心/某人: two fields in one. */
function partedField(field: Field): Field[] {
  const labels = field.label.replace(/[:：]\s*$/, '').split(/[/／]/);
  const values = field.value.split(/[/／]/);
  const roles = labels.map((label) => fieldRole(labelOfText(label)));
  if (labels.length !== 2 || values.length !== 2 || roles.includes(null) || roles[0] === roles[1])
    return [field];
  return labels.map((label, at) => ({
    ...field,
    role: roles[at] as FieldRole,
    label,
    value: values[at] as string,
  }));
}

/** 一级项目名称 | 文化事业专项 | 二级项目名称 | 博物馆免费开放: the form is of the second, whichever it prints first. */
function nearestProject(fields: readonly Field[]): Field[] {
  const isOf = (level: RegExp) => (field: Field) =>
    field.role === 'project' && level.test(field.label.trim());
  const second = fields.some((field) => isOf(/^二级项目/)(field) && !isVoidText(field.value.trim()));
  return second ? fields.filter((field) => !isOf(/^一级项目/)(field)) : [...fields];
}

function takeOrganisation(meta: Meta, fields: Field[], role: Field['role']): void {
  const field = fields.find((each) => each.role === role && !isVoidText(each.value.trim()));
  if (!field) return;
  meta.organisation = field.value.trim().replace(/\s*\n\s*/g, '');
  meta.source.organisation = field.at;
}

/** 204001青禾县农业农村局本级　　单位：万元: a line above a form that starts with the code of its office, and has no label for it. */
function takeCodedLine(meta: Meta, captions: Form['captions']): void {
  for (const { paragraph } of captions) {
    const [, named] = codedOffice.exec(paragraph.text) ?? [];
    if (named === undefined) continue;
    meta.organisation = named;
    meta.source.organisation = paragraph.location;
    return;
  }
}

const codedOffice =
  /^\s*(\d{6,9}[-—]?[\u4e00-\u9fff（）()]{2,30}?(?:[局厅委办所馆院校站队会部园]|中心|政府|[大中小]学)(?:本级|机关)?)(?=\s{2,}|\u3000|\s*(?:金额)?单位[:：]|\s*$)/;

const organisationCode = /^[[(（【]?(\d{3,12})[\])）】]?\s*[-—–_:：]?\s*(?=[\u4e00-\u9fff])/;
/** 青禾镇农技站（205001） */
const organisationCodeBehind = /(?<=[\u4e00-\u9fff])\s*[（([【](\d{6,12})[)）\]】]$/;
const projectCode =
  /^[[(（【]?([0-9A-Za-z]{8,32})[\])）】]?\s*[-—–_]\s*(?=\S)|^[[【]([0-9A-Za-z-]{6,32})[\]】]\s*/;

/** 35020023T000000123 食品安全抽检: nothing but a blank between them. */
const codeBefore = /^([0-9A-Za-z]{12,32})\s+(?=[\u4e00-\u9fff“"（(])/;

/** 食品安全抽检 350200-2031-0016, with or without the blank, 食品安全抽检（35020023T000000123）: a name that ends in a dozen figures ends in its code. */
const codeBehind =
  /(?<=[\u4e00-\u9fff”"）)])(?:\s*|\s*[-—–_/:：、]\s*)[[(（【]?([0-9A-Za-z]{4,}(?:-[0-9A-Za-z]+)+|[0-9A-Za-z]{12,32}|(?<=[[(（【])\d{10,11}(?=[\])）】]))[\])）】]?$/;
const FEWEST_DIGITS = 10;

/** Where the seal goes: 青禾镇农技站（盖章）, （盖章）青禾镇农技站. */
const seal = /^\s*[（(](?:盖章|公章|签章)[)）]\s*(?=\S)|\s*[（(](?:盖章|公章|签章)[)）]$/;

/** 填报单位：（盖章） before anyone filled it in. */
const sealAlone = /^[（(]?(?:盖章|公章|签章|加盖公章)[)）]?$/;

/** A code in front of the organisation stays there and is given apart; in front of the project it is taken off. */
function splitCodes(meta: Meta): void {
  meta.organisation =
    meta.organisation
      ?.replace(seal, '')
      .replace(/[|｜]\s*$/, '')
      .trim() ?? null;
  const organisation =
    meta.organisation === null
      ? null
      : (organisationCode.exec(meta.organisation) ?? organisationCodeBehind.exec(meta.organisation));
  if (organisation && !/^(?:19|20)\d\d$/.test(organisation[1] as string)) {
    meta.organisation_code ??= organisation[1] as string;
    meta.source.organisation_code ??= meta.source.organisation as Location;
  }
  const project =
    meta.project === null ? null : (projectCode.exec(meta.project) ?? codeBefore.exec(meta.project));
  if (project && meta.project !== null && /\d{4}/.test(project[0])) {
    meta.project_code ??= project[1] ?? project[2] ?? null;
    meta.source.project_code ??= meta.source.project as Location;
    meta.project = meta.project.slice(project[0].length).trim();
  }
  const behind = meta.project === null ? null : codeBehind.exec(meta.project);
  if (behind && meta.project !== null && behind[0].replace(/\D/g, '').length >= FEWEST_DIGITS) {
    meta.project_code ??= behind[1] as string;
    meta.source.project_code ??= meta.source.project as Location;
    meta.project = meta.project.slice(0, behind.index).trim();
  }
}
