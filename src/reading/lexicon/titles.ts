import type { FormType } from '../../../schemas/index.ts';

/** Words by which a title says what its form is, tried from the top. */
const families: readonly (readonly [FormType, RegExp])[] = [
  [
    'base_data',
    /基础(?:数据|信息|资料)(?:统计|采集|填报|汇总)?表|基本(?:数据|情况|信息)(?:统计|采集|填报|汇总)?表|数据采集表/,
  ],
  [
    'scoring_framework',
    /指标(?:体系)?(?:框架|评分)|共性指标|评分表|得分表|评价指标(?:体系|表)|[打计]分表|评价指标|指标体系|评分细则|量化(?:评价|考核|打分)|专家.{0,4}(?:评分|打分|评审).{0,4}表|评估(?:审核|评审|审查)表|(?<!自我)评价(?:得分|评分)(?:情况|结果)?(?:汇总|统计|一览)?表|(?:考核|扣分|评估).{0,6}(?:扣分|考核|评分)?表$/,
  ],
  [
    'department_self_evaluation',
    /(?:整体|部门|单位).*自评|自评.*(?:整体)|整体.*(?:完成情况|绩效评价|监控)|监控.*整体/,
  ],
  [
    'project_self_evaluation',
    /自评|自我评价|绩效(?:运行)?监控|运行监控|监控(?:情况)?表|目标(?:完成|实现|达成)情况|绩效目标执行|评价表|绩效评价/,
  ],
  [
    'department_targets',
    /(?:部门|单位|整体).*整体.*(?:绩效|目标)|整体(?:支出)?.*目标|部门(?:\(单位\))?(?:中期|中长期|年度)?绩效目标|单位(?:中期|年度)?绩效目标/,
  ],
  ['department_targets', /目标(?:申报|批复)?表\((?:部门|单位|(?:部门|单位)?整体(?:支出)?)\)$/],
  ['project_targets', /绩效目标|目标(?:申报|批复)?表|绩效表|绩效项目申报|绩效申报|绩效指标/],
  [
    'allocation_table',
    /(?:分配|安排|下达|分解|计划|拨付|补助|测算)(?:情况|明细|方案)?(?:一览)?(?:明细)?表|资金(?:安排|分配|下达)|(?:资金|补[贴助])(?:发放|使用|拨付)?(?:情况)?公[示开](?:一览)?表|分配方案/,
  ],
  [
    'budget_table',
    /预算|决算|收支|["“]?三公|执行情况|收入|支出|采购|国有资产|平衡表|转移支付|专项资金|明细表|经费|结转|债务/,
  ],
];

/** The family of a form by its folded title; null where the title does not say. */
export function familyOfTitle(title: string): FormType | null {
  const bare = title.replace(/["“”]/g, '');
  const found = families.find(([, words]) => words.test(bare))?.[0] ?? null;
  // 部门预算项目支出绩效自评表 is of a project, 部门整体支出… of a department.
  if (found === 'department_self_evaluation' && /项目|转移支付|专项/.test(bare) && !/整体/.test(bare))
    return 'project_self_evaluation';
  if (found === 'department_targets' && /项目/.test(bare) && !/整体/.test(bare)) return 'project_targets';
  // The whole of a transfer is no office's whole.
  if (found === 'department_targets' && /转移支付/.test(bare)) return 'project_targets';
  if (found === 'department_targets' && /专项(?:资金|经费)|政策/.test(bare) && !/部门|单位/.test(bare))
    return 'project_targets';
  return found;
}

const titleEnd =
  /(?:表|框架|体系(?:[及和与](?:评分|得分|打分)(?:情况|结果)?)?|一览|清单|台账|方案|(?<=绩效.{0,12})(?:申报|审核|意见|任务|承诺|批复|评审)书|(?:评分|考核|评价|打分|计分|赋分)(?:细则|标准))(?:[一二三四五六七八九十\d-]{0,3})(?:\([^()]{0,30}\)|\[[^\]]{0,20}\]|【[^】]{0,20}】)*$/;
const titleInside =
  /(?:绩效(?:目标|自评|监控|评价)|目标申报|收支|预算|决算|三公|评分|得分|分配|安排|下达|执行|基础数据|自评|项目申报).{0,20}表/;
/** 部门整体绩效自评情况: a title that does without 表; a heading of a report has a mark in front of it. */
const titleBare =
  /^(?!\(?[一二三四五六七八九十\d]{1,3}[、.)]).{0,24}(?:绩效目标|绩效自评|自评|绩效监控|绩效(?:评价|评估)(?=得分)|收支|三公经费|预算|决算)数?(?:申报|完成|执行|安排|得分|对比|比较)?(?:情况|汇总|情况汇总|汇总情况|结果|结果汇总|情况一览|明细)(?:\([^()]{0,20}\))?$/;
/** 2025年部门预算项目绩效目标（公开）, 某市本级2025年度部门整体支出绩效目标 */
const titleOfGoals =
  /^[^\d\s,,.、:]{0,14}(?:19|20)\d\d年度?.{0,20}(?:部门预算|项目支出|整体支出).{0,8}绩效目标(?:\([^()]{0,20}\))?$/;
/** 2026年度项目支出绩效目标申报, 某某项目绩效评价评分: what is filed or judged, and no 表 behind it. */
const titleOfFiling =
  /^(?!\(?[一二三四五六七八九十\d]{1,3}[、.)])[^,,。;;:、]{0,30}(?:(?:项目|支出|整体|部门|单位)绩效目标(?:申报|批复|调整|审核)|(?:19|20)\d\d年度?.{0,20}绩效(?:自评|监控|评价)|(?:自评|评价|考核)(?:评分|打分))(?:\([^()]{0,20}\))?$/;
/** 服务对象满意度问卷统计, 满意度调查结果汇总 */
const titleOfSurvey = /^[^,,。;;:、]{0,24}(?:满意度|问卷)[^,,。;;:、]{0,6}(?:统计|汇总|结果)(?:情况)?$/;
const notTitle =
  /^[^\d:]{0,4}\d{1,3}-?\d{0,2}表(?:$|(?:金额)?单位|公开|编制)|^(?:部门|预算|决算|单位)*(?:公开|附)?表?[\d一二三四五六七八九十-]{1,4}表?$|[。;;!?]|^(?:备注|注|说明|附)?[::]|^(?:单位(?![^:]{2,}表)|金额|填报|编制|填表|制表)|^(?:公开|预算)?(?:部门|单位)(?:名称)?[::]|^(?:部门|预算|决算|公开|附)*\d{1,3}表.*[::]|见附?表|如下表|详见|表[::](?!.{2,20}表$)|[,,].*[,,]/;

/** Longest title, in characters. */
const LONGEST_TITLE = 70;

/** Whether a folded line is the title of a form: it ends in 表 or kin, or names a form and then its project. */
export function isTitle(key: string): boolean {
  if (key.length < 3 || key.length > LONGEST_TITLE || notTitle.test(key)) return false;
  const plain = key.replace(/["“”]/g, '');
  if (
    titleEnd.test(plain) ||
    titleBare.test(plain) ||
    titleOfGoals.test(plain) ||
    titleOfFiling.test(plain) ||
    titleOfSurvey.test(plain)
  )
    return true;
  return titleInside.test(plain) && !/\d{1,3}$/.test(plain.replace(/(?:19|20)\d\d$/, ''));
}

/** A heading inside a form: 绩效指标表, 项目绩效指标. It starts nothing new. */
export function isInnerHeading(key: string): boolean {
  return (
    /^[一二三四五六七八九十\d(),.、]*(?:年度|长期|中期|部门|整体|项目|单位)*(?:绩效)?(?:项目)?(?:目标|指标)?(?:指标|情况|资金)(?:体系|完成情况|情况|明细)?表$/.test(
      key,
    ) && !/目标表|自评/.test(key)
  );
}

/** 单位：万元 in front of the title on its own line. */
const unitBefore = /^(?:金额|货币|计量)?单位\s*[：:]\s*(?:人民币)?(?:亿元|万元|千元|元)\s+(?=\S{4})/;
const attachment =
  /^(?:[^，。；：:]{2,30}(?:说明|报告|材料|通知|方案)(?=附[件表][^：:]{0,4}[：:]))?附(?:件|表|录)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[-—]\d{1,2})?\s*[:：、.]?\s*/;
const caption =
  /(?<=表(?:\s*[（(][^（）()]{0,20}[)）])?)\s*(?:(?:金额|货币|计量)?单位|填报(?:日期|单位|时间)|编制单位|填表日期)\s*[：:].*$|(?<=[表书卡](?:\s*[（(][^（）()]{0,20}[)）])?)\s*(?:№|No[.．:：]?|编号[:：]?)\s*[\dA-Z-]{3,20}$|\s+(?:公开|附|预算公开|决算公开)\s*\d{1,2}\s*表$/s;

/** A title as printed, without 附件2： or a unit in front of it and without a caption run into its line: …表 单位：万元. */
export function plainTitle(text: string): string {
  const bare = text.trim().replace(unitBefore, '').replace(attachment, '').replace(caption, '').trim();
  return bare === '' ? text.trim() : bare;
}
