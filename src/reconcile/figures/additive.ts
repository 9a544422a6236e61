import type { Indicator, Quantity } from '../../../schemas/index.ts';
import { nameOf } from '../notice.ts';

/** Rates, means, prices, limits and stocks: what parts have of them adds up to nothing. */
const notAdded =
  /[率度比]$|率[(（]|占比|比例|平均|均|单价|单位成本|单位造价|标准|时限|时间|天数|时长|次序|排名|倍|指数|系数|浓度|等级|保有|存量|在册|在校|拥有|现有|期末|年末/;

/** Whether a count or a sum of an indicator is that of its parts added up, by its name and its unit. */
export function isAdditive(row: Indicator, { kind, unit, value }: Quantity): boolean {
  return kind === 'number' && value !== null && !notAdded.test(nameOf(row)) && !ofRate.test(unit ?? '%');
}

const ofRate = /%|‰|百分|\/|每|^(?:天|日|小时|分钟|个?月|年|分|级|名次)$/;
