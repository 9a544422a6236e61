/**
 * Rank of a funding row: 0 is the total, 1 a source of it, 2 a part of a source. A row belongs to the last row of a smaller rank.
 * Null where the label is no funding row.
 */
export function fundingRank(label: string): number | null {
  if (label === '' || label.length > 24) return null;
  if (grandTotal.test(label) || budgetSide.test(label)) return 0;
  if (level.test(label)) return 2;
  if (source.test(label) || useOfFunds.test(label)) return 1;
  return null;
}

/** The two sides of a unit's budget, each with its parts below: 年度收入预算, 年度支出预算. */
const budgetSide = /^(?:年度|本年度?|部门|单位|全年)?(?:收入|支出)预算(?:总额|合计|数|金额)?$/;
const useOfFunds =
  /^(?:基本支出|项目支出|人员经费|公用经费|人员支出|公用支出|日常公用经费|人员类支出|运转类支出)$/;
const grandTotal =
  /^(?:(?:本|当|全)?年(?:度|初|中)?|中期|项目|预算|实施期|实施周期|申请|三年|总体|部门|单位|总)*(?:资金|预算|金额|经费|投资|支出|收入)*(?:总额|合计|总计|总预算|总投资|总金额|总数|金额|资金总额|预算数|到位数|执行数|安排数|预算资金|预算金额)$|^(?:合计|总额|总计|总投资|年度资金|当年预算|年度预算|本年预算|预算数|到位数|执行数|项目资金|资金总量|(?:本|当|上)年度?(?:申请|安排)(?:数|额|金额|资金|预算)*|(?:同名项目)?上年(?:度)?预算(?:额|数|金额)|(?:同名项目)?上年(?:度)?(?:预算)?执行(?:数|额)|项目(?:当年|本年|年度)预算(?:数|额)?)$/;
const level =
  /^(?:(?:本年|当年)?(?:中央|省|自治区|市|州|盟市?|旗县?|区|县|地方|本级|镇|乡镇|街道|兵团|省本级|市本级|区县?)(?:级|本级)?(?:财政)?(?:补助|资金|配套|安排|拨款|投入|预算)*(?:资金)?|(?:一般公共预算|政府性基金|国有资本经营).*)$/;
const source =
  /财政(?:拨款|资金|性资金|专户|补助|安排|投入|预算)|上年(?:度)?结转|结转(?:结余)?资金|其[他它](?:资金|收入|来源|渠道)?|单位资金|自有资金|自筹|社会(?:投入)?资金|银行贷款|贷款|事业(?:单位)?(?:收入|资金)|经营(?:性)?(?:收入|资金)|债券|专户(?:管理)?资金|上级(?:补助|资金)|转移支付|捐赠|地方(?:资金|配套)|整合资金|非财政/;

/** Lines that stand at the top of their table although no mark says so. */
export const headLine =
  /^(?:["“]?三公["”]?经费(?:.*合计|支出)?|项目支出|基本支出|公用经费|人员经费|政府采购(?:金额|预算|支出)?|部门整体支出预算(?:调整|金额)?|(?:机关)?运行经费|会议费合计|楼堂馆所.*|厉行节约.*|税收收入|非税收入|转移性收入|转移性支出|债务收入|债务还本支出|本年收入|本年支出|上年结转|结转下年|年末结转.*|上级补助收入|一般公共预算收入|一般公共预算支出|固定资产.*|结转结余.*)$/;
