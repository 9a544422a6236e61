import { Dice } from './dice.ts';

/** What a department tells of its budget for a year to come, paragraph by paragraph. */
export function budgetNotes(seed: number): string[] {
  const dice = new Dice(seed);
  const { year } = dice;
  const total = dice.sum(300, 3000);
  const staff = dice.part(total, 0.3, 0.6);
  const office = dice.part(total, 0.05, 0.15);
  const projects = total - staff - office;
  const first = dice.part(total, 0.4, 0.6);
  const [cars, abroad, guests] = [dice.sum(1, 30), dice.pick([0, dice.sum(1, 8)]), dice.sum(1, 10)];
  const bought = dice.pick([0, dice.part(cars, 0.3, 0.7)]);
  const all = cars + abroad + guests;
  return [
    dice.pick([
      `${year}年收支总预算${dice.money(total)}，${dice.change(total, dice.before(total))}。`,
      `${year}年部门预算收入总额${dice.money(total)}，支出总额${dice.money(total)}。`,
    ]),
    dice.pick([
      `${year}年支出预算${dice.money(total)}，其中：人员经费${dice.money(staff)}，公用经费${dice.money(office)}，项目支出${dice.money(projects)}。`,
      `${year}年支出预算${dice.money(total)}，按支出性质分：基本支出${dice.money(staff + office)}（其中：人员经费${dice.money(staff)}，公用经费${dice.money(office)}），项目支出${dice.money(projects)}。`,
    ]),
    dice.pick([
      `按支出功能分类：一般公共服务支出${dice.money(first)}，住房保障支出${dice.money(total - first)}。`,
      `按功能分类，一般公共服务支出${dice.money(first)}，占总支出的${dice.rate(first, total)}；住房保障支出${dice.money(total - first)}，占总支出的${dice.rate(total - first, total)}。`,
    ]),
    `${year}年一般公共预算当年拨款${dice.money(total)}，${dice.change(total, dice.before(total))}。具体安排情况如下：`,
    `1.一般公共服务（类）档案事务（款）行政运行（项）${year}年预算数为${dice.money(first)}，${dice.change(first, dice.before(first))}。`,
    dice.pick([
      `${year}年“三公”经费预算${dice.money(all)}，其中：因公出国（境）费${dice.money(abroad)}，公务用车购置及运行费${dice.money(cars)}（其中：公务用车购置费${dice.money(bought)}，公务用车运行费${dice.money(cars - bought)}），公务接待费${dice.money(guests)}。${dice.change(all, dice.before(all))}。`,
      `${year}年“三公”经费财政拨款预算总额${dice.money(all)}，${dice.change(all, dice.before(all))}。其中：公务接待费${dice.money(guests)}，公务用车购置${dice.money(bought)}，公务用车运行维护费${dice.money(cars - bought)}，因公出国（境）费${dice.money(abroad)}。`,
      `${year}年“三公”经费预算数为${dice.money(all)}。一是因公出国（境）费${dice.money(abroad)}；二是公务接待费${dice.money(guests)}；三是公务用车购置及运行维护费${dice.money(cars)}，其中购置费${dice.money(bought)}，运行维护费${dice.money(cars - bought)}。`,
    ]),
  ];
}

/** What a report tells of the money, the points and the people asked, paragraph by paragraph. */
export function evaluationReport(seed: number): string[] {
  const dice = new Dice(seed);
  const { year } = dice;
  const first = dice.sum(500, 3000);
  const added = dice.sum(10, 300);
  const plan = first + added;
  const spent = dice.part(plan, 0.8, 0.99);
  const basic = dice.part(spent, 0.4, 0.7);
  const left = dice.money(plan - spent);
  const [allowed, used] = [dice.sum(10, 20), dice.sum(3, 9)];
  const [held, planned] = [dice.whole(15, 70), dice.whole(20, 60)];
  const [asked, content] = [dice.whole(200, 300), dice.whole(150, 199)];
  const scores = [dice.whole(10, 15), dice.whole(20, 25), dice.whole(50, 60)] as const;
  return [
    dice.pick([
      `${year}年年初预算${dice.money(first)}，年中追加${dice.money(added)}，调整后预算${dice.money(plan)}，实际支出${dice.money(spent)}，预算执行率${dice.rate(spent, plan)}。`,
      `${year}年年初预算数${dice.money(first)}，调整预算数${dice.money(plan)}，决算数${dice.money(spent)}，完成调整预算的${dice.rate(spent, plan)}。`,
      `${year}年项目预算${dice.money(first)}，到位资金${dice.money(plan)}，实际使用${dice.money(spent)}，资金使用率为${dice.rate(spent, plan)}，结余${left}。`,
    ]),
    dice.pick([
      `支出中，基本支出${dice.money(basic)}，占${dice.rate(basic, spent)}；项目支出${dice.money(spent - basic)}，占${dice.rate(spent - basic, spent)}。`,
      `实际支出的${dice.money(spent)}中，工程费${dice.money(basic)}，其他费用${dice.money(spent - basic)}。`,
    ]),
    dice.pick([
      `${year}年“三公”经费支出${dice.money(used)}，预算安排${dice.money(allowed)}，控制率${dice.rate(used, allowed)}。`,
      `三公经费支出${dice.money(used)}，比预算数${dice.money(allowed)}减少${dice.money(allowed - used)}。`,
    ]),
    `全年计划举办活动${planned}场，实际举办${held}场，完成年初计划的${dice.rate(held, planned)}。`,
    dice.pick([
      `共发放问卷300份，回收有效问卷${asked}份，有效回收率${dice.rate(asked, 300)}，其中满意${content}份，满意度为${dice.rate(content, asked)}。`,
      `问卷调查显示，${asked}名受访群众中有${content}人表示满意，占${dice.rate(content, asked)}。`,
    ]),
    `决策类指标权重15分，得分${scores[0]}分，得分率${dice.rate(scores[0], 15)}；过程类指标权重25分，得分${scores[1]}分，得分率${dice.rate(scores[1], 25)}；效果类指标权重60分，得分${scores[2]}分，得分率${dice.rate(scores[2], 60)}。`,
  ];
}
