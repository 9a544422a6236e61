import type { Evidence, TextRecord } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf } from '../findings.ts';
import { normalised } from '../keys.ts';
import { type DocumentContext, type Outcome, passed } from '../rule.ts';
import { claimsOf, figureEvidence, foundIn } from './claims.ts';
import { conceptOf, stem } from './concept.ts';
import { type Denial, denialsIn } from './denial.ts';
import { cellsNamed, measures } from './tables.ts';
import { placeOf } from './text-fact.ts';

/** What a text says there was none of, against the figures of the tables. */
export function denied(document: DocumentContext): Outcome[] {
  const texts = [...document.filings.flatMap((filing) => filing.texts), ...document.texts];
  return texts.flatMap((text) =>
    denialsIn(text).flatMap((denial): Outcome[] => {
      const facts = spent(document, denial);
      if (facts === null) return [];
      if (facts.length === 0) return [passed(text.filing_id)];
      return [contradicted(document, text, denial, facts)];
    }),
  );
}

/** Figures above zero of what is denied; null where the document has no figure of it at all. */
function spent(document: DocumentContext, { item, measure }: Denial): Fact[] | null {
  const named = cellsNamed(document, conceptOf(item)?.name ?? item).filter((cell) => measures(cell, measure));
  const facts = named.map(({ fact }) => fact);
  if (item === '项目支出' && measure !== 'planned') facts.push(...executedByProjects(document));
  if (facts.length === 0) return null;
  return facts.filter((fact) => fact.value > 0n);
}

/** What the self-evaluations of projects report as carried out, each total once. */
function executedByProjects(document: DocumentContext): Fact[] {
  return document.filings.flatMap(({ filing, amounts }) => {
    if (filing.form_type !== 'project_self_evaluation') return [];
    const total = amounts.find(
      ({ section, measure, parent_id }) =>
        section === 'funding' && measure === 'executed' && parent_id === null,
    );
    const fact = total === undefined ? null : document.facts.amount(total);
    return fact === null ? [] : [fact];
  });
}

function contradicted(
  document: DocumentContext,
  text: TextRecord,
  denial: Denial,
  facts: readonly Fact[],
): Outcome {
  const quote: Evidence = {
    role: 'text',
    text: denial.sentence.trim(),
    value: null,
    source: placeOf(text, denial.offset),
    document_id: null,
  };
  const figures = facts.map(
    (fact) => `${fact.text}${fact.text.endsWith(fact.unit ?? '') ? '' : (fact.unit ?? '')}`,
  );
  return foundIn(
    { text, filing: null, document },
    {
      filingId: text.filing_id,
      documentId: text.document_id,
      verdict: 'impossible',
      message: {
        zh: `文字称“${denial.sentence.trim()}”，表内${denial.item}却有 ${figures.join('、')}`,
        en: `the text denies ${denial.item}, the tables report ${figures.join(', ')}`,
      },
      evidence: [
        quote,
        ...statedIn(document, text, denial),
        ...facts.map((fact) => evidenceOf(fact, 'table')),
      ],
      operands: ['denied', normalised(denial.item), stem(denial.item), ...facts.map((fact) => fact.key)],
    },
  );
}

/** The figures of the sentence itself. */
function statedIn(document: DocumentContext, text: TextRecord, { start, sentence }: Denial): Evidence[] {
  const claim = claimsOf(document).find((other) => other.text.text_id === text.text_id);
  if (claim === undefined) return [];
  return text.figures.flatMap(({ offset }, index) =>
    offset >= start && offset < start + sentence.length ? [figureEvidence(claim, index, 'stated')] : [],
  );
}
