import type { PackageSections } from '../../rules';
import type { Random } from '../random';

const TRIGGERS = [
  '"Our managers avoid the hard conversations, and then we lose the good people."',
  '"We promoted forty people for being good at the job. Nobody taught them the new one."',
  '"Exit interviews say the same thing every quarter: my manager."',
  '"The board asked what we do for first-line managers. I had no slide."',
  '"After the merger there are two ways of doing everything, and both sides think theirs is normal."',
  '"Sickness is at nine per cent on nights and at three on days. Same site, same work."',
  '"We had a grievance that should have been a chat in March."',
  '"I can’t take them off the floor for two days. It has to fit around the shifts."',
  '"The engagement survey went down for the third time, and I am out of explanations."',
];
const MEASURES = [
  'Regretted leavers among first-line managers below 8%',
  'Nine in ten team members have had a one-to-one in the last month',
  'The "my manager" block of the pulse survey up by five points',
  'Sickness on nights within two points of days',
  'Time to fill a supervisor post under six weeks, half of them from inside',
  'Attendance of 85% and a board paper that shows what changed',
];
const WORKED = [
  'Nothing that lasted beyond the week after',
  'The facilitators were liked; people still quote one of them',
  'The workbook: some teams still use its agenda',
  'There was no provider before: HR ran lunchtime sessions',
];
const DID_NOT_WORK = [
  'Two days of slides in a hotel, and nothing afterwards',
  'Generic examples: "we don’t sell photocopiers"',
  'Numbers promised to the board that nobody could produce',
  'Virtual only: nights joined from phones in the canteen',
  'Sessions moved four times; people stopped coming',
];
const RED_LINES = [
  'No role play in front of peers',
  'No individual scores to HR, ever',
  'Nothing during stocktake or the last week of a quarter',
  'No recording of workshops',
  'The name of the previous provider is not to be mentioned',
  'No survey of staff without the union having seen it',
];
const SOFT_SIGNALS = [
  'The COO thinks this is "soft"; he was outvoted',
  'HR and operations compete for who owns it',
  'They expect another round of savings in the new year',
  'Our sponsor has been sounded out for a job at the parent company',
  'They worry about being seen to use an outside firm again',
  'One site manager has said that his people will not attend',
];

/** Section C: what the client wants solved, in their words. */
export function whatTheyAreSolving(random: Random): PackageSections['whatTheyAreSolving'] {
  return {
    trigger: random.pick(TRIGGERS),
    successMeasure: random.pick(MEASURES),
    priorProviderWorked: random.pick(WORKED),
    priorProviderDidNotWork: random.pick(DID_NOT_WORK),
    redLines: random.shuffled(RED_LINES).slice(0, random.between(0, 2)),
    softSignals: random.shuffled(SOFT_SIGNALS).slice(0, random.between(0, 3)),
  };
}
