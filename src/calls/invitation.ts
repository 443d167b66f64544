import { createEvent } from 'ics';
import type { Deal } from '../deals';
import type { Person } from '../people';
import type { DealEvent, FactOf } from '../rules';
import { agendaInWords } from './agenda';

/** The call as it was arranged, and how often it was before. */
export interface Arranged {
  event: DealEvent<FactOf<'CALL_SCHEDULED'>>;
  sequence: number;
}

/** Who is to be there. */
export interface Invited {
  accountExecutive: Person;
  deliveryLead: Person;
  accountManager: Person;
}

/** The invitation of a calendar (RFC 5545): the same call each time, in a later version when it is moved. */
export function invitationOf(deal: Deal, { event, sequence }: Arranged, invited: Invited): string {
  const { startsAt, minutes, place } = event.fact;
  const { accountExecutive, deliveryLead, accountManager } = invited;
  const { error, value } = createEvent({
    productId: 'baton',
    method: 'REQUEST',
    uid: `handoff-call-${deal.dealId}@baton`,
    sequence,
    title: onOneLine(`Handoff call: ${deal.clientName} (${deal.key})`),
    description: agendaInWords(),
    ...(place !== undefined && { location: onOneLine(place) }),
    start: startsAt,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
    created: event.recordedAt,
    lastModified: event.recordedAt,
    status: 'CONFIRMED',
    organizer: { name: accountExecutive.name, email: accountExecutive.email },
    attendees: [accountExecutive, deliveryLead, accountManager].map(({ name, email }) => ({
      name,
      email,
      rsvp: true,
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
    })),
  });
  if (error || !value) throw error ?? new Error('an invitation of nothing');
  return value;
}

/** Calendars take a lone CR for the end of a line, and what follows it for a line of the invitation. */
function onOneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
