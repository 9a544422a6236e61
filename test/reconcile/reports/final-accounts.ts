import { Dice } from './dice.ts';

const FUNCTIONS = [
  ['一般公共服务支出', '一般公共服务支出（类）档案事务（款）行政运行（项）'],
  [
    '社会保障和就业支出',
    '社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）',
  ],
  ['卫生健康支出', '卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）'],
  ['住房保障支出', '住房保障支出（类）住房改革支出（款）住房公积金（项）'],
] as const;

/** The explanation of a department's final accounts, paragraph by paragraph, with figures that agree. */
export function finalAccounts(seed: number): string[] {
  const dice = new Dice(seed);
  const income = dice.sum(500, 3000);
  const carried = dice.pick([0, dice.sum(5, 120)]);
  const spent = income + carried - dice.pick([0, dice.sum(3, 90)]);
  return [
    ...totals(dice, income, carried, spent),
    ...functions(dice, dice.part(spent, 0.9, 0.98), spent),
    ...threePublic(dice),
    ...others(dice),
  ];
}

function totals(dice: Dice, income: number, carried: number, spent: number): string[] {
  const { year } = dice;
  const total = income + carried;
  const grants = dice.part(income, 0.7, 0.95);
  const basic = dice.part(spent, 0.4, 0.7);
  return [
    dice.pick([
      `${year}年度收入、支出总计均为${dice.money(total)}。${dice.change(total, dice.before(total))}。`,
      `${year}年度收入总计${dice.money(total)}，支出总计${dice.money(total)}。`,
      `${year}年度收入总计${dice.money(total)}，其中：本年收入${dice.money(income)}，年初结转和结余${dice.money(carried)}。支出总计${dice.money(total)}，其中：本年支出${dice.money(spent)}，年末结转和结余${dice.money(total - spent)}。`,
    ]),
    `${year}年度本年收入合计${dice.money(income)}，其中：${dice.shares(
      [
        ['财政拨款收入', grants],
        ['其他收入', income - grants],
      ],
      income,
    )}`,
    `${year}年度本年支出合计${dice.money(spent)}，其中：${dice.shares(
      [
        ['基本支出', basic],
        ['项目支出', spent - basic],
      ],
      spent,
    )}`,
  ];
}

function functions(dice: Dice, all: number, spent: number): string[] {
  const { year } = dice;
  const [first, second, third] = [0.6, 0.2, 0.12].map((share) => Math.round(all * share)) as [
    number,
    number,
    number,
  ];
  const sums = [first, second, third, all - first - second - third];
  const plans = sums.map((sum) => dice.pick([sum, dice.before(sum)]));
  const plan = plans.reduce((a, b) => a + b, 0);
  const way = dice.whole(0, 2);
  const lines = FUNCTIONS.map(([, path], i) => {
    const [done, planned] = [sums[i]!, plans[i]!];
    const rate = dice.rate(done, planned);
    const mark = dice.pick([`${i + 1}.`, `${i + 1}、`, `（${i + 1}）`]);
    return [
      `${mark}${path}。年初预算为${dice.money(planned)}，支出决算为${dice.money(done)}，完成年初预算的${rate}。`,
      `${mark}${path}：支出决算为${dice.money(done)}，完成预算${rate}。`,
      `${mark}${path}年初预算数为${dice.money(planned)}，支出决算数为${dice.money(done)}，完成年初预算的${rate}，决算数与预算数不同的主要原因是人员变动。`,
    ][way]!;
  });
  const basic = dice.part(all, 0.5, 0.7);
  const staff = dice.part(basic, 0.7, 0.9);
  return [
    `${year}年度一般公共预算财政拨款支出${dice.money(all)}，占本年支出合计的${dice.rate(all, spent)}。${dice.change(all, dice.before(all))}。`,
    `${year}年度财政拨款支出${dice.money(all)}，主要用于以下方面：${dice.shares(
      FUNCTIONS.map(([name], i) => [name, sums[i]!] as const),
      all,
    )}`,
    `${year}年度一般公共预算财政拨款支出年初预算为${dice.money(plan)}，支出决算为${dice.money(all)}，完成年初预算的${dice.rate(all, plan)}。其中：`,
    ...lines,
    `${year}年度一般公共预算财政拨款基本支出${dice.money(basic)}，包括人员经费和公用经费。`,
    `（一）人员经费${dice.money(staff)}，主要包括：基本工资、津贴补贴。（二）公用经费${dice.money(basic - staff)}，主要包括办公费、邮电费。`,
  ];
}

function threePublic(dice: Dice): string[] {
  const { year } = dice;
  const [abroad, bought, run, guests] = [
    dice.pick([0, dice.sum(1, 9)]),
    dice.pick([0, dice.sum(10, 36)]),
    dice.sum(2, 30),
    dice.sum(1, 8),
  ];
  const cars = bought + run;
  const all = abroad + cars + guests;
  const plan = all + dice.sum(1, 9);
  const planOfGuests = guests + dice.sum(0, 3);
  return [
    `${year}年度“三公”经费财政拨款支出预算为${dice.money(plan)}，支出决算为${dice.money(all)}，完成预算的${dice.rate(all, plan)}。`,
    `因公出国（境）费支出${dice.money(abroad)}，占${dice.rate(abroad, all)}；公务用车购置及运行维护费支出${dice.money(cars)}，占${dice.rate(cars, all)}；公务接待费支出${dice.money(guests)}，占${dice.rate(guests, all)}。具体情况如下：`,
    `1.因公出国（境）费支出${dice.money(abroad)}。`,
    `2.公务用车购置及运行维护费支出${dice.money(cars)}。其中：公务用车购置支出${dice.money(bought)}。公务用车运行维护费支出${dice.money(run)}，主要用于燃料费。截至${year}年12月31日，公务用车保有量为${dice.whole(1, 8)}辆。`,
    `3.公务接待费预算为${dice.money(planOfGuests)}，支出决算为${dice.money(guests)}，完成预算的${dice.rate(guests, planOfGuests)}。国内公务接待${dice.whole(3, 60)}批次。`,
  ];
}

function others(dice: Dice): string[] {
  const { year } = dice;
  const office = dice.sum(20, 300);
  const goods = [dice.sum(5, 200), dice.sum(5, 200), dice.sum(5, 200)] as const;
  const all = goods[0] + goods[1] + goods[2];
  const small = dice.part(all, 0.7, 1);
  const cars = [dice.whole(0, 3), dice.whole(0, 3)] as const;
  return [
    `${year}年度机关运行经费支出${dice.money(office)}，${dice.change(office, dice.before(office))}。`,
    `${year}年度政府采购支出总额${dice.money(all)}，其中：政府采购货物支出${dice.money(goods[0])}、政府采购工程支出${dice.money(goods[1])}、政府采购服务支出${dice.money(goods[2])}。授予中小企业合同金额${dice.money(small)}，占政府采购支出总额的${dice.rate(small, all)}。`,
    `截至${year}年12月31日，共有车辆${cars[0] + cars[1]}辆，其中：应急保障用车${cars[0]}辆、其他用车${cars[1]}辆；单价100万元以上设备${dice.whole(0, 3)}台。`,
  ];
}
