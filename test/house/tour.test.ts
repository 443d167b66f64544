import { type Api, PEOPLE, startApi } from '../harness/api';
import { startSmtp, type TestSmtp } from '../harness/smtp';
import { letTheCastIn, Playing, stepsOf } from './steps';

const STEPS = stepsOf('docs/tour.md');

describe('the tour of one deal', () => {
  let smtp: TestSmtp;
  let api: Api;
  let playing: Playing;
  beforeAll(async () => {
    smtp = await startSmtp();
    api = await startApi(letTheCastIn, { smtpUrl: smtp.url });
    playing = new Playing(api);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await api.stop();
    await smtp.stop();
  });

  test('has its steps in order, each at an instant after the one before', () => {
    const numbers = [...new Set(STEPS.map(({ title }) => Number.parseInt(title, 10)))];
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(20);
    const instants = STEPS.map(({ at }) => at!);
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
  });

  test.each(STEPS)('$title', async (step) => {
    jest.spyOn(Date, 'now').mockReturnValue(step.at!);
    expect(PEOPLE[step.asker]).toBe(step.role);
    const { given, expected } = await playing.ask(step);
    expect(given).toEqual(expected);
  });

  test('sends what it says that it sends', () => {
    expect(smtp.received.map(({ subject }) => subject)).toEqual([
      'Handoff call: Larch & Finch (D-2026-0001)',
      'Introducing Joseph Tanner, your Account Manager',
      'Fwd: Room for cohort 2',
      'Re: Room for cohort 2',
    ]);
  });
});
