/** What those who are asked can answer, from the best down: 非常满意 | 满意 | 一般 | 不满意 | 不了解. */
const grade =
  /^(?:非常|十分|很|极|比较|较为|较|基本|一般|不太|不大|不|很不|非常不|极不)?满意$|^一般$|^(?:不了解|不清楚|不知道|说不清|弃权|未评价|无所谓)$/;

/** Whether the folded text is an answer to how satisfied one is; a unit in brackets behind it does not count. */
export const isGrade = (key: string): boolean => grade.test(key.replace(/\([^()]{1,4}\)$/, ''));

/** 不了解 is an answer, and says neither. */
export const saysNothing = (key: string): boolean => !/满意|一般/.test(key);

/** 满意度, 满意率（%）, 综合满意度: the share of those who are satisfied, or the mean of their points. */
export const isSatisfaction = (key: string): boolean =>
  /^(?:综合|总体|平均|群众|服务对象)?满意(?:度|率)(?:\(%\)|得分|分值)?$/.test(key);
