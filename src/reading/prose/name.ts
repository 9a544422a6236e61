import { stripMarks } from '../../values/list-mark.ts';

/** The names of figures: the noun phrase before a figure, or what it counts behind it. Texts are as printed. */

/** A row of a table that lost its lines is no name: 合计 1,200.50. */
const figure = /\d,\d{3}|\d\.\d/;
/** A longer phrase is a clause and names nothing. */
const MAX_NAME = 40;

const brackets = /[（(][^（()）]*[)）]/g;
const quotedPath = /[“"]([^“”"]*)[”"]\s*(?:科目|项目)$/;
const delimiter = /[，、。；：:;\n（()）！？]/;
const when =
  /^(?:截至|截止|预计|到|至)?\s*(?:(?:19|20)\d{2}\s*年(?:\s*度)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?(?:底|末|初)?|本年度?|当年|今年|上年度?|去年|全年|上一年度?|前年)(?!度)/;
const connective =
  /^(?:其中|(?:主要)?原因(?:是|为)|由于|因为|主要包括|主要用于|主要是|包括|包含|用于|以及|并且|分别|共有|共计|和|及|与|另有|另|我单位|我局|我部门|我中心|本单位|本部门|为?全[县市区省州镇乡国]|本项目|该项目|年末|年底|现有|实有|共(?!同|享|建|产|青)|已|将|拟)/;
const verb =
  /^(?:涉及|安排|下达|拨付|收到|投入|使用|完成|实现|开展|组织|举办|新增|慰问|走访|编报|下设|下属|设立|设置|设有|购置|发放|支付|新建|申报|实施|取得|落实|确保|达到|核定|聘用|招聘)/;
const verbAtEnd =
  /(?:涉及|完成|实现|开展|组织|举办|新增|慰问|走访|编报|下设|下属|所属|设立|设有|共有|购置|发放|新建|建成|申报|实施|取得|落实|核定|聘用|招聘|设|采购|培训|建设|改造|维修|维护|服务|覆盖|资助|救助|扶持|奖励|补助|检查|巡查|支持|引进)(?:了|约|共)?\s*$/;
/** Behind one of these a verb is the start of a noun: 完成率, 培训费, 购置支出. */
const nounAfterVerb =
  /^(?:率|数|值|额|度|进度|时间|成本|质量|及时|指标|标准|情况|费|及|支出|经费|投入|预算|资金|收入|工程|单位|公积金|期|天|人|次|活动|覆盖)/;
const trailing =
  /(?:(?:由|从)(?:(?:19|20)\d{2}年|上年|去年|原来)?的?|为|是|共计|总共|共有|共|约|达到|达|累计|控制在|仅|各|均|都|有|至|安排了|了|合计为|分别|和|及|与|以及|并|=|＝)$/;
/** What an organisation is called, where a term of the budget follows its name. */
const organisation =
  /^.{2,24}?(?:局|委员会|委|办公室|中心|研究院|医院|学院|大学|学校|中学|小学|馆|站|所|队|协会|联合会|法院|检察院|政府|厅|部门|单位|本部)(?=(?:(?:19|20)\d{2}年|本部门|本级|下属|部门|整体|收入|支出|预算|决算|“|"|一般公共|政府性|国有资本|机关运行|财政|基本支出|项目支出|共有))/;

/** What is told of the last step of a path: 行政运行（项）年初预算. */
const stageAtStart =
  /^\s*(?:(?:19|20)\d{2}\s*年度?)?(?:年初|全年|调整后?|本年|支出|收入)*(?:预算|决算|执行|安排|支出|收入)?数?$/;

/** 公务接待费2034年预算数 is told of 2034; its name is without the year. */
const yearOfStage =
  /(?<=[\u4e00-\u9fff\ue001])(?:19|20)\d{2}\s*年度?(?=(?:年初|全年|调整后?)?(?:预算|决算|执行|安排)数?(?:为|是)?\s*$)/;

/** Stand-ins (Unicode private use) for brackets that part nothing. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/** The noun phrase that a lead ends with: 基本支出 of 其中：2023年基本支出. Null where it ends with none. */
export function nameIn(lead: string): string | null {
  const source = withoutTrailing(lead.trim());
  const quoted = quotedPath.exec(source)?.[1];
  if (quoted !== undefined)
    return (
      quoted
        .split(/[-—－]/)
        .at(-1)
        ?.trim() || null
    );
  // Brackets with codes or levels part the steps of a path, 司法（06款）行政运行（01项); short ones belong to a name, 因公出国（境）费.
  const plain = source.replace(brackets, (match, at: number) => {
    if (at + match.length === source.length) return '';
    if (/^.[类款项].$/.test(match)) return stageAtStart.test(source.slice(at + match.length)) ? '' : '，';
    return /\d|^[（(][一二三四五六七八九十]{1,3}[)）]$/.test(match)
      ? '，'
      : match.length <= 6
        ? `${OPEN}${match.slice(1, -1)}${CLOSE}`
        : '';
  });
  const name = cleaned((plain.split(delimiter).at(-1) ?? '').replace(yearOfStage, ''));
  return name?.replaceAll(OPEN, '（').replaceAll(CLOSE, '）') ?? null;
}

/** The noun that a figure counts where it stands behind it: 退休老干部 of 14名退休老干部; null where none does. */
export function nameBehind(rest: string): string | null {
  return countedNoun.exec(rest)?.[1] ?? null;
}
const countedNoun =
  /^\s*([\u4e00-\u9fff“”]{2,16}?)(?=[，、。；：:;\n（(）)\d]|中[，,有]|和|及|与|的|等|开展|进行|参加|已|完成|全部|均|实施|共|发放|组织|$)/;

/** Whether a lead ends with a verb, whose object stands behind the figure: 慰问14名退休老干部, 下属1家机关. */
export function endsWithVerb(lead: string): boolean {
  return verbAtEnd.test(lead);
}

/** Names before 分别, one for each of the figures that follow: 收入、支出分别为100万元、98万元. Null where there is no such list. */
export function namesOfList(lead: string): string[] | null {
  const list = /([^，。；：:;\n]+?)\s*分别(?:为|是|达到?|有)?\s*$/.exec(lead)?.[1];
  const names = list?.split(/[、和与及]/).map(cleaned);
  return names && names.length > 1 && names.every((name) => name !== null) ? names : null;
}

function cleaned(phrase: string): string | null {
  let name = stripMarks(phrase.replace(/\s+/g, ' ').trim()).rest;
  if (name.length > 2 * MAX_NAME) return null;
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(when, '').trim().replace(connective, '').trim();
    const object = name.replace(verb, '').trim();
    if (object.length >= 2 && !nounAfterVerb.test(object)) name = object;
  }
  name = name.replace(organisation, '').replace(when, '').trim().replace(connective, '').trim();
  name = withoutTrailing(name);
  // 对个人和家庭的补助 is a term; elsewhere what stands before 的 only describes.
  const possessed = name.startsWith('对') ? name : name.slice(name.lastIndexOf('的') + 1);
  if (possessed.length >= 2) name = possessed;
  const named =
    name.length >= 2 && name.length <= MAX_NAME && !figure.test(name) && /[\u4e00-\u9fffA-Za-z]/.test(name);
  return named ? name.replace(/^["“]([^"“”]*)["”]$/, '$1') : null;
}

function withoutTrailing(name: string): string {
  let rest = name;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(trailing, '').trim();
  }
  return rest;
}
