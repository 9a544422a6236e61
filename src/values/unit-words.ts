/** Which printings count as a unit right behind a number. Data; a new measure word is a new entry. */

/** Measure words and units of measurement: what counts, and nothing that is counted. */
const measures = `
元 角 分 人民币元 元人民币 美元 欧元 港元 个 人 次 人次 户 户次 家 家次 项 项次 件 件次 份 份次 篇
篇次 期 场 场次 批 批次 册 本 套 套次 台 台次 台套 辆 辆次 艘 架 架次 张 幅 块 片 处 座 栋 幢
间 所 条 条次 段 株 棵 头 只 羽 匹 尾 口 眼 盏 根 支 枝 瓶 盒 箱 袋 包 桶 车 车次 船 班 班次
届 轮 轮次 回 遍 趟 类 种 门 课时 学时 学分 节 名 名次 位 对 双 组次 枚 粒 颗 串 束 捆 卷 部
部次 集 款 页 则 站次 趟次 梯次 起 宗 例 例次 剂 剂次 针 针次 床 床位 床日 批样 点次 席位 席 座次
版 段次 期次 顿 桌 人份 人天 人日 人月 人年 人时 工日 台班 人学时 米 千米 公里 厘米 毫米 平方米 平米
平方公里 平方千米 立方米 立方 方 亩 公顷 延米 延长米 平方 车公里 克 千克 公斤 斤 两 吨 升 毫升 微克 毫克 千瓦
兆瓦 千瓦时 度 千伏 千伏安 吨标准煤 瓦 摄氏度 年 年度 周年 天 日 周 小时 分钟 秒 秒钟 工作日 自然日
个月 个工作日 个自然日 个小时 个季度 个年度 个百分点 百分点 百分比 千分比 比例 倍 倍数 成 岁 学年 学期
星期 生次 辆份 亿 万 千 百 层 级 分贝 星 档 笔 单 票 封 通 套房 户人 泊位 车位 学位
空方 实方 土方 石方 基 顶 扇 樘 副 盆 罐 朵 幕 榀 孔 跨 联 面 把 听 筒 杯 坛 缸 窝 穴 丛 墩 堆 台时 机时 课次 节课 头只 分值 航次 航段 车道 标准箱 标箱
治疗量 机位 工位 标方 海里
`;
/** Nouns that serve as a unit where they stand alone behind a number (12社区), but name the thing in a sentence. */
const nouns = `
门类 组 队 支队 字 号 案 案件 标本 样品 样本 点 点位 站 站点 网点 平台 网站 系统 村 行政村 自然村
镇 乡 乡镇 县 县区 区 市 社区 街道 单位 部门 企业 学校 项目 工程 标段 课题 品种 品牌 岗位 版面 栏
条目 讲 堂 餐 家庭 机构 合作社 示范点 示范村 班级 团队 专业 专利 标准 报告 文件 活动 里 标准煤 当量
生 倍率 电话 条线 支线 线 格 屏 路 户籍 座位 通道 网格 卡口 端口 节点 终端 断面 语种 农户 牧户 用户
`;
const measureWords = wordsOf(measures);
const vocabulary = new Set([...measureWords, ...wordsOf(nouns)]);

/** What may follow 个: 3个村, 5个乡镇. Measure words alone would make 3个人人 a unit. */
const countable = new Set(
  `村 行政村 自然村 镇 乡 乡镇 县 县区 县市 区 区县 市 市州 社区 街道 单位 部门 企业 学校 项目 子项目 工程 标段 课题 品种 品牌 岗位 月 工作日 自然日 小时 季度 年度 百分点 点 点位 站 站点 网点
班 班级 班次 批次 场次 家庭 机构 合作社 示范点 示范村 示范区 团队 专业 系统 平台 网站 省 省份 城市 地区 园区 基地 中心 科室 支部 党支部 小区 窗口 泊位 车位 学位 床位 标准 栏目 节目 频道 版块 文件 方案 报告 类别 种类 星期 周 人次 人 次
等级 档次 名次 案例 典型 行业 领域 方面 地块 断面 监测点 采样点 企业次 摊位 商户 座位 学期 学年`.split(/\s+/),
);

/** Letters for units; O is a nought that was mistyped, and E2 a power of ten. */
const latin = /^(?!(?:[OoIl]{2,}|[Ee][23²³])$)(?:[A-Za-zμΩ℃㎡㎥㎞㎏㎎㎜㎝°]{1,8}[23²³]?|°C)$/;
const percent = /^(?:%|‰|%\((?:百分比|百分数)\)|‰\(千分比\))$/;
const scaled = /^[百千万亿]{1,3}/;
const bracketed = /^([^()]+)\(([^()]{1,6})\)$/;
const tailPart = /^(?:[\u4e00-\u9fff]{1,8}|[A-Za-z]{1,6}[23²³]?|[㎡㎥㎞㎏])(?:\([^()]{1,6}\))?$|^10?万人?$/;

/** With 一 or 三 before them these make words: 一起, 一方, 一线, 一度, 一点, 一级, 三生. */
const notSpelled = new Set([
  ...'起方线度点级层路星号分里生头口眼区市县镇乡则门案字格单通类面把副联孔跨幕窝穴堆听基',
]);

/** Longest printing that is taken for a unit. */
const MAX_UNIT = 24;

/**
 * Whether a folded text without spaces is a unit: 万元, 人次, %(百分比), 元/人/月, 台(套), km, 个乡镇.
 * `known` asks for a measure word of the list and refuses Latin letters, for numbers spelled in Chinese.
 */
export function isUnit(text: string, known = false): boolean {
  if (text === '' || text.length > MAX_UNIT) return false;
  if (known && notSpelled.has(text)) return false;
  if (vocabulary.has(text) || percent.test(text)) return true;
  if (text.endsWith('次') && vocabulary.has(text.slice(0, -1))) return true; // 亩次
  const parts = text.split(/\/每|[/·*.]|每/);
  if (parts.length > 1) {
    const [head = '', ...tail] = parts;
    // 28.40/株: what is counted stands in the column, or nowhere.
    return (
      (isUnit(head, known) || (head === '' && !known)) &&
      tail.length <= 3 &&
      tail.every((part) => tailPart.test(part))
    );
  }
  const inBrackets = bracketed.exec(text);
  if (inBrackets) return isUnit(inBrackets[1] as string, known) && !/\d/.test(inBrackets[2] as string);
  if (text.startsWith('个') && countable.has(text.slice(1))) return true;
  // 万千瓦时 is 万 of 千瓦时.
  const scale = scaled.exec(text)?.[0].length ?? 0;
  if (scale === text.length) return true;
  for (let length = 1; length <= scale; length++) if (isUnit(text.slice(length), known)) return true;
  if (scale > 0) return false;
  return !known && latin.test(text);
}

/** Longest measure word, 平方公里 or 个工作日, with a scale before it. */
const MAX_MEASURE = 8;
/** What a rate may be told by besides measure words: 元/人/月. */
const perWords = new Set([...vocabulary, '月', '季', '学期', '自然月', '百户', '百人']);
const perMeasure = /^[/每·]/;
const bracketedMeasure = /^\([^()\d]{1,4}\)/;
const latinAt = /^[A-Za-zμΩ℃㎡㎥㎞㎏㎎㎜㎝]{1,8}[23²³]?(?![A-Za-z\d])/;

/**
 * Length of the measure that a folded text starts with, in running prose: 万元 of 万元（其中…, 人次, 元/人/月, 台(套); 0 where it
 * starts with none. Only measure words count, so that 3个项目 is 个 of 项目.
 */
export function measureAt(text: string): number {
  const head = text.slice(0, MAX_UNIT);
  let length = wordAt(head, measureWords);
  if (length === 0) return latinAt.exec(head)?.[0].length ?? 0;
  while (perMeasure.test(head.slice(length))) {
    const next =
      wordAt(head.slice(length + 1), perWords) || (latinAt.exec(head.slice(length + 1))?.[0].length ?? 0);
    if (next === 0) break;
    length += 1 + next;
  }
  const brackets = bracketedMeasure.exec(head.slice(length))?.[0] ?? '';
  return brackets !== '' &&
    (percent.test(head.slice(0, length) + brackets) || measureWords.has(brackets.slice(1, -1)))
    ? length + brackets.length
    : length;
}

function wordAt(text: string, words: ReadonlySet<string>): number {
  for (let length = Math.min(MAX_MEASURE, text.length); length > 0; length--) {
    const word = text.slice(0, length);
    const bare = word.replace(scaled, '');
    if (words.has(word) || words.has(bare) || word === '%' || word === '‰') return length;
  }
  return 0;
}

function wordsOf(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
