import type { CommitmentMade, Mistake, PackageGround } from '../../rules';
import { contentMistakes } from '../checking';
import type { Finding } from './finding';
import type { ReadDocument } from './reading';

/** As where a commitment is written down by itself. */
const PROMISED_TO_LENGTH_MAX = 200;

/** All that cannot be true of what a document says, by its lines; and what a risk or commitment cannot do without. */
export function documentMistakes(document: ReadDocument, ground: PackageGround): Finding[] {
  const { content, lineOf } = document;
  const mistakes = [
    ...contentMistakes(content, ground),
    ...lacks('risks', content.risks),
    ...lacks('commitments', content.commitments),
    ...content.commitments.flatMap(commitmentMistakes),
  ];
  return mistakes.map(({ path, message }) => ({
    line: lineOf(path),
    severity: 'ERROR',
    code: 'WRONG_VALUE',
    path,
    message,
  }));
}

/** A risk or commitment is written down with at least that. */
const NEEDED: Readonly<Record<'risks' | 'commitments', Readonly<Record<string, string>>>> = {
  risks: { description: 'say what may go wrong', likelihood: 'say how likely it is' },
  commitments: { words: 'give the exact words', promisedTo: 'say whom it was promised' },
};

function lacks(list: keyof typeof NEEDED, rows: readonly object[]): Mistake[] {
  return rows.flatMap((row, index) =>
    Object.entries(NEEDED[list]).flatMap(([column, message]) =>
      (row as Record<string, unknown>)[column] === null ? [{ path: `${list}.${index}.${column}`, message }] : [],
    ),
  );
}

/** What no commitment can say, whoever writes it down. */
function commitmentMistakes({ promisedTo, dueWeek, dueOn }: CommitmentMade, index: number): Mistake[] {
  const mistakes: Mistake[] = [];
  const at = (column: keyof CommitmentMade, message: string) =>
    mistakes.push({ path: `commitments.${index}.${column}`, message });
  if (promisedTo !== null && promisedTo.length > PROMISED_TO_LENGTH_MAX)
    at('promisedTo', `it is longer than ${PROMISED_TO_LENGTH_MAX} characters: name a person`);
  if (dueWeek !== null && dueOn !== null) at('dueOn', 'it is due in a week or on a date, not both');
  return mistakes;
}
