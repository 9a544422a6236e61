import { severalYears } from './terms.ts';

/** Names that the templates give to first and second levels; points in brackets and 指标 at the end do not count. */
const first =
  /^(?:项目)?(?:产出|效益|效果|成本|满意度|服务对象满意度|产出值|效益值|投入|过程|决策|结果|影响力|运行成本|管理效率|履职效能|社会效应|可持续发展能力|可持续发展|部门决策|综合管理|部门绩效情况|项目决策|项目管理|项目绩效|项目产出|项目效益|项目效果|完成|项目完成|预算执行|预算管理|履职产出|履职效果|履职效益|基础管理|整体效能|重点工作)(?:指标|类)?$|^(?:产出|效益|效果)目标$|^管理指标$/;
const second =
  /^(?:产出)?(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|生态成本|经济效益|社会效益|生态效益|环境效益|可持续影响|可持续发展|可持续性|满意度|服务对象满意度|社会公众满意度|社会公众或服务对象满意度|受益对象满意度|群众满意度|制度|项目立项|绩效目标|资金投入|资金管理|组织实施|预算编制|预算执行|财务管理|资产管理|职责履行|履职效益|目标设定|预算配置|数量值|质量值|时效值|成本值)(?:指标|目标|值)?等?$/;
const points = /[([【]?(?:共|计|满分)?\d+(?:\.\d+)?分?[)\]】]?$/;
const remark = /(?<=[标类])\([^()]{4,}\)$/;
const mayEndPoints = /[\d分)\]】]/;

/** 1 or 2 where the folded text is a name that templates give to that level; null for anything else. */
export function levelOfName(key: string): 1 | 2 | null {
  // 产出目标(部门工作实绩,根据实际细化)
  const name = key.endsWith(')') ? key.replace(remark, '') : key;
  if (name.length > 24) return null;
  const bare = mayEndPoints.test(name.charAt(name.length - 1)) ? name.replace(points, '') : name;
  if (first.test(bare)) return 1;
  return second.test(bare) ? 2 : null;
}

/** 产出-数量, 效益指标/社会效益指标: a first and a second level in one folded text; null for anything else. */
export function partedLevels(key: string): [string, string] | null {
  const [, top, below] = /^([^-—–/:·>]{2,12})[-—–/:·>]{1,2}([^-—–/:·>]{2,14})$/.exec(key) ?? [];
  if (top === undefined || below === undefined || !first.test(top.replace(points, ''))) return null;
  return levelOfName(below) === null && !ofBenefit.test(below) ? null : [top, below];
}

/** What a second level may be called behind the first: 效益-社会, 满意度-服务对象. */
const ofBenefit = /^(?:服务对象|社会公众|经济|社会|生态|生态环境|环境|可持续)$/;

/** 四、 or （四） in front of 预算执行率 */
const ordinal = /^(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]|\([一二三四五六七八九十]{1,3}\))/;

/** Whether the folded text is the row of budget execution that a self-evaluation puts beside its indicators. */
export function isExecutionName(key: string): boolean {
  const bare = key.replace(ordinal, '');
  return (
    bare.startsWith('预算执行') &&
    /^预算执行(?:率|情况|进度|率指标|情况指标|指标|率得分|情况得分|得分)?$/.test(bare.replace(points, ''))
  );
}

/** The section that a folded label names: 长期绩效指标, 年度目标; null where it names none. */
export function sectionOfText(key: string): 'long_term' | 'annual' | null {
  if (severalYears.test(key) || /^总目标(?:绩效)?指标$/.test(key)) return 'long_term';
  return /年度|当年|本年|全年|年初/.test(key) ? 'annual' : null;
}
