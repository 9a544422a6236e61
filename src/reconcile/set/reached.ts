import { figureOf } from './compare.ts';
import type { FilingDigest, SetFigure, SetIndicator } from './digest.ts';
import type { Reported } from './reported.ts';
import type { Statement } from './statement.ts';
import { plain } from './statements.ts';

/** A value of an indicator that a report states, and the cell that it repeats. */
export interface Reached {
  said: Statement;
  form: FilingDigest;
  figure: SetFigure;
  /** 新建公厕实际完成值 */
  name: string;
}

const SHORTEST_NAME = 4;
const REACHED = /(?:年度)?(?:实际)?(?:完成|达到?|实现)(?:值|数|了)?$|[已共了]$/;
const WANTED = /(?:年度)?(?:目标|指标)值?$/;
/** Of another year, or of what is only meant to be. */
const OTHER = /目标|计划|拟|预计|应|不[少低]于|[上去]年|20\d\d|同比|[增减]|累计/;

/** Values of indicators that a report states under the very names of the self-evaluation, each once. */
export function reachedIn({ statements, evaluation: form }: Reported): Reached[] {
  const values = statements.filter(({ stage }) => stage === 'value');
  if (form === null || values.length === 0) return [];
  const rows = namedOnce(form.indicators);
  const names = [...rows.keys()];
  const found = values.flatMap((said): Reached[] => {
    const inside = names.filter((name) => said.before.includes(name));
    // 设备完好率 within 重要设备完好率: the longest is meant.
    const name = inside.find((one) => inside.every((other) => one.includes(other)));
    if (name === undefined) return [];
    const field = fieldSaid(said.before, name);
    const figure = field === null ? null : figureOf(rows.get(name)![field]);
    if (figure === null || figure.unit === null || figure.unit !== said.unit) return [];
    return [
      { said, form, figure, name: `${rows.get(name)!.name}${field === 'target' ? '目标值' : '完成值'}` },
    ];
  });
  // What a report states twice may be of parts and of the whole.
  return [...Map.groupBy(found, ({ name }) => name).values()].flatMap((same) =>
    new Set(same.map(({ said }) => said.value)).size === 1 ? [same[0]!] : [],
  );
}

function namedOnce(indicators: readonly SetIndicator[]): Map<string, SetIndicator> {
  const byName = Map.groupBy(
    indicators.filter(({ section, name }) => section !== 'long_term' && name.length >= SHORTEST_NAME),
    ({ name }) => plain(name),
  );
  return new Map([...byName].flatMap(([name, [row, other]]) => (other === undefined ? [[name, row!]] : [])));
}

/** 新建公厕目标值16座，实际完成14座; 新建公厕14座. */
function fieldSaid(sentence: string, name: string): 'target' | 'actual' | null {
  const at = sentence.lastIndexOf(name);
  const behind = sentence.slice(at + name.length);
  if (WANTED.test(behind) && behind.replace(WANTED, '') === '') return 'target';
  const clause = /[^,、]*$/.exec(sentence)?.[0] ?? '';
  if (clause.includes(name)) {
    const before = clause.slice(0, clause.lastIndexOf(name));
    return behind.replace(REACHED, '') === '' && !OTHER.test(before) ? 'actual' : null;
  }
  // 目标值16座，实际完成: nothing else was named between.
  return /^(?:年度)?实际(?:完成|达到?)(?:值|数)?$/.test(clause) &&
    /^(?:年度)?(?:目标|指标)值?[^,、]*[,、]实际[^,、]*$/.test(behind)
    ? 'actual'
    : null;
}
