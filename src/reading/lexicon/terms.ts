/** The years for which a project, a policy or a plan runs as a whole: 实施期, 政策周期. 项目期限 asks for its dates. */
const whole = '(?:实施|政策|规划|建设|计划|方案|项目|存续)周?期(?![限末初间利])';

/** What stands for the whole of several years in a label, against 年度: 长期, 实施期, 政策期, 三年; 中期调整 is made in the middle of one. */
export const severalYears = new RegExp(
  `长期|中期(?!调整|评[估价审]|监[控测]|检查)|周期|三年|五年|滚动|${whole}`,
);

/** Money of the whole of several years: 实施期资金总额, 政策期总投资. */
export const wholeMoney = new RegExp(`(?:中期|${whole}).*(?:资金|预算|金额|总额|投资|经费)`);

/** A goal of the whole of several years: 实施期目标, 政策期总目标. */
export const wholeGoal = new RegExp(`^${whole}.{0,4}目标$`);

/** What is said of a part of the year: 一季度完成, 1-6月执行情况. */
export const partOfYear = /季度|[上下]半年|\d{1,2}月/;

/** The points of a row, as heads of columns name them beside 分值 and 权重: 三级指标分值, 指标标准分, 计划分值. */
export const rowPoints =
  /^(?:各项?|单项|设定|规定|计划|[二三]级)?(?:绩效)?指标(?:总分|标准分|满分|分数|配分|最高分|权重分?|权重值|分值)(?:值|\(分\))?$|^(?:各项?|单项|设定|规定|计划|最高)(?:分值|权重分?)$|^(?:分值|权重)分配$/;

/** What a row was given, as heads name it beside 得分 and 自评得分: 三级指标得分, 单位评分. */
export const rowScore =
  /^(?:各项?|[二三]级)?指标(?:自评)?(?:得|评|打|评定)分(?:数|值)?$|^(?:本?单位|部门|考核|考评|分项|单项|绩效)(?:自评)?(?:得|评|打|评定)分(?:数|值)?$|^(?:单位|部门|实际)分[数值]$|^评价分数$|^(?:自评|评价|考核|考评)(?:得|评|打)分(?:情况|结果)$/;
