/** What a unit does, and what it asks money for. */
export interface Topic {
  agency: string;
  supervisor: string;
  duty: string;
  tasks: readonly string[];
  projects: readonly ProjectTopic[];
}

export interface ProjectTopic {
  name: string;
  use: string;
  /** A goal without figures; sentences with figures are made from the indicators. */
  goal: string;
  quantity: readonly Measured[];
  quality: readonly Measured[];
  timeliness: readonly Measured[];
  social: readonly Worded[];
  economic: readonly Worded[];
  ecological: readonly Worded[];
  sustained: readonly Worded[];
  satisfaction: readonly Measured[];
}

/** A counted indicator: its name, unit, and the range that its target is drawn from. */
export interface Measured {
  name: string;
  unit: string;
  min: number;
  max: number;
  /** Decimals of the target. */
  decimals?: number;
  op?: '=' | '>=' | '<=';
}

export interface Worded {
  name: string;
  texts: readonly string[];
}

const rate = (name: string, min = 90, max = 100): Measured => ({ name, unit: '%', min, max, op: '>=' });
const count = (name: string, unit: string, min: number, max: number, op: '=' | '>=' = '>='): Measured => ({
  name,
  unit,
  min,
  max,
  op,
});
const words = (name: string, ...texts: string[]): Worded => ({ name, texts });

export const topics: readonly Topic[] = [
  {
    agency: '社会福利服务中心',
    supervisor: '民政局',
    duty: '承担特困人员集中供养、困境儿童照料和居家养老服务指导工作。',
    tasks: ['完成特困人员供养待遇核定与发放', '开展居家养老服务站点巡查', '组织护理人员业务培训'],
    projects: [
      {
        name: '特困人员集中供养经费',
        use: '特困人员生活与护理支出',
        goal: '保障集中供养特困人员基本生活，规范护理服务。',
        quantity: [count('供养特困人员人数', '人', 80, 460), count('组织护理培训场次', '场', 2, 12)],
        quality: [rate('供养标准执行率', 100, 100), rate('护理服务达标率', 92, 98)],
        timeliness: [rate('待遇发放及时率', 98, 100)],
        social: [
          words('特困人员生活保障水平', '稳步提高', '持续改善'),
          words('护理服务规范程度', '明显提升'),
        ],
        economic: [words('减轻困难家庭照料负担', '有效减轻')],
        ecological: [words('院区环境整洁程度', '保持整洁')],
        sustained: [words('供养制度持续运行', '长期'), words('护理队伍稳定性', '持续稳定')],
        satisfaction: [rate('供养人员满意度', 90, 98), rate('家属满意度', 90, 96)],
      },
      {
        name: '居家养老服务站运行补助',
        use: '站点水电、设备维护和人员补贴',
        goal: '保证居家养老服务站正常开放，服务老年人就近就便。',
        quantity: [count('运行服务站数量', '个', 6, 40, '='), count('服务老年人人次', '人次', 1200, 9800)],
        quality: [rate('站点考核合格率', 90, 100), rate('服务档案完整率', 95, 100)],
        timeliness: [rate('补助拨付及时率', 98, 100)],
        social: [words('老年人就近获得服务情况', '有效提升', '持续改善')],
        economic: [words('带动养老服务就业', '有所增加')],
        ecological: [words('服务站卫生状况', '良好')],
        sustained: [words('服务网络持续运转', '长期')],
        satisfaction: [rate('服务老年人满意度', 92, 98)],
      },
    ],
  },
  {
    agency: '农村公路养护所',
    supervisor: '交通运输局',
    duty: '负责辖区农村公路日常养护、小修保养和桥涵巡查。',
    tasks: ['完成县乡道路面修补', '汛期桥涵安全巡查', '补齐警示标志标线'],
    projects: [
      {
        name: '县乡道路小修保养经费',
        use: '路面修补、边沟清理材料与人工',
        goal: '保持县乡道路路况良好，行车安全畅通。',
        quantity: [count('养护公路里程', '公里', 60, 420), count('巡查桥涵座数', '座', 12, 90, '=')],
        quality: [rate('路面修补验收合格率', 95, 100), rate('优良路率', 80, 92)],
        timeliness: [rate('险情处置及时率', 98, 100)],
        social: [words('群众出行条件', '持续改善', '明显改善'), words('道路安全隐患', '有效减少')],
        economic: [words('降低沿线运输成本', '有效降低')],
        ecological: [words('公路沿线环境', '整洁美观')],
        sustained: [words('养护机制健全程度', '基本健全')],
        satisfaction: [rate('沿线群众满意度', 90, 96)],
      },
      {
        name: '桥涵安全检测与加固',
        use: '委托检测、桥面防护维修',
        goal: '查清桥涵技术状况，及时消除隐患。',
        quantity: [count('检测桥梁数量', '座', 8, 36, '='), count('加固桥涵数量', '座', 2, 7)],
        quality: [rate('检测报告合格率', 100, 100)],
        timeliness: [rate('检测按期完成率', 95, 100)],
        social: [words('桥梁通行安全水平', '有效提升')],
        economic: [words('延长桥涵使用年限', '有所延长')],
        ecological: [words('施工扬尘控制', '符合要求')],
        sustained: [words('定期检测制度', '长期执行')],
        satisfaction: [rate('通行群众满意度', 90, 95)],
      },
    ],
  },
  {
    agency: '图书馆',
    supervisor: '文化和旅游局',
    duty: '提供文献借阅、数字阅读和全民阅读推广服务。',
    tasks: ['办好全民阅读季活动', '更新馆藏图书和数字资源', '做好流动服务车进校园'],
    projects: [
      {
        name: '公共图书馆免费开放补助',
        use: '图书购置、活动组织和场馆运行',
        goal: '实行全年免费开放，丰富群众文化生活。',
        quantity: [
          count('新增馆藏图书册数', '册', 1500, 9600),
          count('举办阅读活动场次', '场', 12, 80),
          count('全年开放天数', '天', 300, 330),
        ],
        quality: [rate('图书编目准确率', 98, 100), rate('设备完好率', 95, 100)],
        timeliness: [rate('新书上架及时率', 92, 100)],
        social: [words('群众阅读氛围', '日益浓厚', '明显提升'), words('公共文化服务覆盖面', '持续扩大')],
        economic: [words('节约读者购书支出', '有效节约')],
        ecological: [words('馆舍节能运行情况', '符合标准')],
        sustained: [words('免费开放机制', '长期执行')],
        satisfaction: [rate('读者满意度', 92, 99)],
      },
      {
        name: '数字阅读平台维护费',
        use: '平台租用、资源更新与网络安全测评',
        goal: '保障数字阅读平台稳定运行，资源按季更新。',
        quantity: [count('更新数字资源容量', 'TB', 2, 16, '='), count('平台访问人次', '万人次', 3, 25)],
        quality: [rate('平台可用率', 98, 99)],
        timeliness: [rate('故障响应及时率', 95, 100)],
        social: [words('数字阅读普及程度', '稳步提高')],
        economic: [words('减少纸质采购支出', '有所减少')],
        ecological: [words('纸张消耗', '逐步减少')],
        sustained: [words('平台持续服务能力', '不断增强')],
        satisfaction: [rate('平台用户满意度', 90, 97)],
      },
    ],
  },
  {
    agency: '河湖管理中心',
    supervisor: '水务局',
    duty: '承担河道保洁、堤防巡护和取水计量管理工作。',
    tasks: ['开展河道清漂保洁', '完成堤防除险巡查', '推进取水在线计量'],
    projects: [
      {
        name: '中小河道保洁服务',
        use: '购买保洁服务、船只燃料与打捞',
        goal: '保持河道水面清洁，巩固河湖治理成果。',
        quantity: [count('保洁河道长度', '公里', 40, 260), count('清运漂浮物数量', '吨', 300, 2800)],
        quality: [rate('保洁考核达标率', 92, 100)],
        timeliness: [rate('问题整改及时率', 95, 100)],
        social: [words('沿河居住环境', '明显改善', '持续改善')],
        economic: [words('减少下游治理支出', '有效减少')],
        ecological: [words('河道水面清洁程度', '保持良好'), words('水生态环境', '逐步改善')],
        sustained: [words('河道长效管护机制', '长期运行')],
        satisfaction: [rate('沿河居民满意度', 90, 96)],
      },
      {
        name: '堤防巡查养护经费',
        use: '堤顶道路维护、白蚁防治与物料储备',
        goal: '保障堤防安全度汛。',
        quantity: [count('巡查堤防长度', '公里', 30, 180, '='), count('储备防汛物料种类', '种', 8, 24)],
        quality: [rate('堤防完好率', 95, 100)],
        timeliness: [rate('汛前检查完成率', 100, 100)],
        social: [words('沿岸群众防洪安全感', '有效增强')],
        economic: [words('减少洪涝损失', '有效减少')],
        ecological: [words('堤坡植被覆盖情况', '良好')],
        sustained: [words('堤防工程持续发挥效益', '长期')],
        satisfaction: [rate('受益群众满意度', 90, 98)],
      },
    ],
  },
  {
    agency: '职业技能培训中心',
    supervisor: '人力资源和社会保障局',
    duty: '组织城乡劳动者职业技能培训、鉴定和就业指导。',
    tasks: ['开展家政与电工班培训', '组织职业技能竞赛', '跟踪培训学员就业'],
    projects: [
      {
        name: '城乡劳动者技能培训补贴',
        use: '培训补贴、教材与场地租赁',
        goal: '提高城乡劳动者就业能力。',
        quantity: [count('开设培训班次', '班', 8, 46), count('培训学员人数', '人', 320, 2400)],
        quality: [rate('学员结业合格率', 90, 98), rate('取证率', 80, 95)],
        timeliness: [rate('补贴发放及时率', 98, 100)],
        social: [words('学员就业能力', '明显增强', '稳步提高')],
        economic: [words('学员务工收入', '有所增加')],
        ecological: [words('实训废料处置', '符合要求')],
        sustained: [words('培训体系完善程度', '持续完善')],
        satisfaction: [rate('参训学员满意度', 92, 99), rate('用工企业满意度', 90, 95)],
      },
      {
        name: '技能竞赛组织经费',
        use: '赛事设备租用、评委劳务和奖励',
        goal: '以赛促学，选拔技能人才。',
        quantity: [count('竞赛工种数量', '个', 3, 9, '='), count('参赛选手人数', '人', 60, 380)],
        quality: [rate('赛事组织规范率', 95, 100)],
        timeliness: [rate('赛事按期举办率', 100, 100)],
        social: [words('崇尚技能的社会氛围', '更加浓厚')],
        economic: [words('提升企业用工质量', '有效提升')],
        ecological: [words('赛场节能减排', '符合要求')],
        sustained: [words('竞赛选拔机制', '长期执行')],
        satisfaction: [rate('参赛单位满意度', 90, 97)],
      },
    ],
  },
];
