import type { ExpectedTable, Truth } from './expected.ts';
import { allocationDialect } from './families/allocation.ts';
import { issuedFundsDialect } from './families/allocation-list.ts';
import { baseDataDialect } from './families/base-data.ts';
import { codesDialect } from './families/budget-codes.ts';
import { executionDialect } from './families/budget-execution.ts';
import { publicFundsDialect } from './families/budget-public-funds.ts';
import { publicFundsPairsDialect } from './families/budget-public-funds-pairs.ts';
import { sidesDialect } from './families/budget-sides.ts';
import { goalsDialect } from './families/department-goals.ts';
import { matrixDialect } from './families/department-matrix.ts';
import { departmentSelfEvaluation } from './families/department-self-evaluation.ts';
import { sharesDialect } from './families/department-shares.ts';
import { flatSelfEvaluation } from './families/department-without-levels.ts';
import { evidenceDialect } from './families/project-evidence.ts';
import { halvesDialect } from './families/project-halves.ts';
import { keyValueDialect } from './families/project-key-value.ts';
import { listDialect } from './families/project-list.ts';
import { plainDialect } from './families/project-plain.ts';
import { partsDialect } from './families/project-scored-parts.ts';
import { nationalSelfEvaluation } from './families/project-self-evaluation.ts';
import { frameworkDialect } from './families/scoring-framework.ts';
import { transferSelfEvaluation } from './families/transfer-self-evaluation.ts';
import type { BuildOptions, Built, Template } from './form.ts';
import type { Section } from './page.ts';
import { seededRandom } from './random.ts';

export interface GeneratedDocument {
  id: string;
  template: string;
  seed: number;
  sections: Section[];
  truth: Truth;
}

export const templates: readonly Template[] = [
  sharesDialect,
  goalsDialect,
  matrixDialect,
  evidenceDialect,
  plainDialect,
  keyValueDialect,
  listDialect,
  halvesDialect,
  nationalSelfEvaluation,
  partsDialect,
  departmentSelfEvaluation,
  frameworkDialect,
  baseDataDialect,
  sidesDialect,
  publicFundsDialect,
  codesDialect,
  executionDialect,
  allocationDialect,
  transferSelfEvaluation,
  flatSelfEvaluation,
  publicFundsPairsDialect,
  issuedFundsDialect,
];

/** A fictional filing by seed: of a given template, or of one that the seed chooses. */
export function generateDocument(
  seed: number,
  options: BuildOptions & { template?: string } = {},
): GeneratedDocument {
  const random = seededRandom(seed);
  const chosen = random.pick(templates);
  const template = options.template ? templates.find(({ id }) => id === options.template) : chosen;
  if (!template)
    throw new RangeError(
      `no template ${options.template}; there are ${templates.map(({ id }) => id).join(', ')}`,
    );
  const built = template.build(random, options);
  return {
    id: `${template.id.replace('/', '.')}-${seed}`,
    template: template.id,
    seed,
    sections: built.sections,
    truth: truthOf(template, seed, built),
  };
}

function truthOf(template: Template, seed: number, { sections, forms, findings }: Built): Truth {
  return {
    id: `${template.id}-${seed}`,
    title: forms[0]?.title ?? '',
    merge: false,
    tables: tablesOf(sections),
    forms,
    findings,
  };
}

export const tablesOf = (sections: readonly Section[]): ExpectedTable[] =>
  sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === 'grid')
    .map(({ cells }) => ({
      cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
        r: row,
        c: column,
        rs: rowSpan,
        cs: columnSpan,
        t: text,
      })),
    }));
