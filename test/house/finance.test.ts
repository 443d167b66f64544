import { type Api, PEOPLE, startApi } from '../harness/api';
import { letTheCastIn, Playing, type Step, stepsOf } from './steps';
import { happeningsOf, Story } from './story';

const PAGE = 'docs/finance.md';
const STEPS = stepsOf(PAGE);
const HAPPENINGS = happeningsOf(PAGE);

describe('the quarter of the finance page', () => {
  let api: Api;
  let playing: Playing;
  let story: Story;
  const untold = [...HAPPENINGS];
  const answers: string[] = [];
  beforeAll(async () => {
    api = await startApi(letTheCastIn);
    [playing, story] = [new Playing(api), new Story(api)];
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => api.stop());

  /** Lets happen what happened before a step, each at its time, and comes to the step's time. */
  async function arriveAt(step: Step): Promise<void> {
    const now = jest.spyOn(Date, 'now');
    while (untold[0] && untold[0].at <= step.at!) {
      const next = untold.shift()!;
      now.mockReturnValue(next.at);
      await story.happens(next);
    }
    now.mockReturnValue(step.at!);
  }

  test('is told in the order of time', () => {
    for (const instants of [HAPPENINGS.map(({ at }) => at), STEPS.map(({ at }) => at!)])
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(STEPS.length).toBeGreaterThanOrEqual(12);
  });

  test.each(STEPS)('$title', async (step) => {
    await arriveAt(step);
    expect(PEOPLE[step.asker]).toBe(step.role);
    const { given, expected } = await playing.ask(step);
    expect(given).toEqual(expected);
    answers.push(JSON.stringify(given));
  });

  test('ends with the very answer that it began with, to the byte', () => {
    expect(STEPS.at(-1)!.query).toBe(STEPS[0]!.query);
    expect(answers.at(-1)).toBe(answers[0]);
  });

  test('has nothing left to tell', () => {
    expect(untold).toEqual([]);
  });
});
