import { packageOf } from '../../src/demonstration/package/package';
import type { Notes, Story } from '../../src/demonstration/story';
import { contentMistakes } from '../../src/packages/checking';
import { missingItems, type PackageContent } from '../../src/rules';
import { CALENDARS } from '../rules/scenarios';
import { type JudgedStory, judgedOn } from './judging';

const TODAY = Date.parse('2026-11-23T12:00:00Z');
const judged = judgedOn(TODAY);

/** What a story's package says, risks and commitments as they were written down; undefined where there is none. */
function contentOf({ story }: JudgedStory): PackageContent | undefined {
  const eventIds = new Map(story.facts.map(({ key }) => [key, key]));
  const kept = packageOf({ ...story, dealKey: 'D-2026-0001', dealId: 'deal', eventIds });
  if (!kept) return undefined;
  const { flagged, promised } = story.notes!;
  return {
    ...kept.content,
    risks: flagged.map(({ words, state: { likelihood, mitigation } }) => ({
      description: words,
      likelihood,
      mitigation,
    })),
    commitments: promised.map(({ words, state: { promisedTo, promisedBy, dueWeek } }) => ({
      words,
      promisedTo,
      promisedBy,
      dueWeek,
      dueOn: null,
    })),
  };
}

const isSubmitted = ({ facts }: Story) => facts.some(({ fact }) => fact.packageSubmitted);
const withContent = judged.flatMap((deal) => {
  const content = contentOf(deal);
  return content ? [{ deal, content }] : [];
});
const submitted = withContent.filter(({ deal }) => isSubmitted(deal.story));

describe('the packages of the demonstration', () => {
  test('are there wherever one was submitted, complete, and some are begun', () => {
    expect(submitted).toHaveLength(judged.filter(({ story }) => isSubmitted(story)).length);
    expect(submitted.length).toBeGreaterThan(200);
    for (const { content } of submitted) expect(missingItems(content)).toEqual([]);
    const begun = withContent.filter((one) => !submitted.includes(one));
    expect(begun.length).toBeGreaterThanOrEqual(10);
    for (const { content } of begun) expect(missingItems(content).length).toBeGreaterThan(0);
  });

  test('say nothing that cannot be: of people, cohorts and money, as the deal was when they were submitted', () => {
    for (const { deal, content } of withContent) {
      const { calendar, currency } = deal.story.deal;
      const at = deal.events.find(({ fact }) => fact.type === 'PACKAGE_SUBMITTED');
      const kickoff = at && deal.state.history.latest('KICKOFF_CONFIRMED');
      const fee = deal.events.find(({ fact }) => fact.type === 'FEE_AGREED')!.fact as { amount: bigint };
      const ground = {
        currency,
        calendar: CALENDARS.get(calendar)!,
        weekOne: kickoff?.fact.weekOne ?? deal.state.handoff.weekOne,
        feeInForce: at && content.commercials.fee !== null ? fee.amount : null,
      };
      expect(contentMistakes(content, ground)).toEqual([]);
    }
  });

  test('are varied: no two say the same of people, most of what they want, and some have no risks', () => {
    const different = (of: (content: PackageContent) => unknown) =>
      new Set(submitted.map(({ content }) => JSON.stringify(of(content)))).size;
    expect(different(({ people }) => people)).toBe(submitted.length);
    expect(different(({ whatTheyAreSolving }) => whatTheyAreSolving)).toBeGreaterThan(submitted.length * 0.9);
    expect(different(({ clientBasics }) => clientBasics.sector)).toBeGreaterThan(8);
    const none = submitted.filter(({ content }) => content.noRisksAndIHaveAsked);
    expect(none.length).toBeGreaterThan(20);
    expect(none.length).toBeLessThan(submitted.length / 2);
  });

  test('never change when the day does', () => {
    const earlier = judgedOn(TODAY - 90 * 86_400_000);
    for (const [index, { story }] of earlier.entries())
      if (story.notes) expect(story.notes).toEqual(judged[index]!.story.notes);
  });
});

describe('what has become of what was written down', () => {
  const notes = judged.flatMap(({ story }) => (story.notes ? [story.notes] : []));
  const ends = (of: (note: Notes) => Notes['flagged'] | Notes['promised']) =>
    notes.flatMap((note) =>
      of(note).map(({ changes }) => changes.findLast(({ to }) => to.status)?.to.status ?? 'OPEN'),
    );

  test('is of every kind', () => {
    expect(new Set(ends(({ flagged }) => flagged))).toEqual(new Set(['OPEN', 'MITIGATED', 'MATERIALISED', 'CLOSED']));
    expect(new Set(ends(({ promised }) => promised))).toEqual(new Set(['OPEN', 'KEPT', 'BROKEN', 'RELEASED']));
  });

  test('comes after it was written down, in order', () => {
    for (const { flagged, promised } of notes)
      for (const { writtenAt, changes } of [...flagged, ...promised]) {
        const instants = [writtenAt, ...changes.map(({ at }) => at)];
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
      }
  });
});
