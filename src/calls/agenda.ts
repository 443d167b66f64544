/** One part of the handoff call. */
export interface AgendaPart {
  fromMinute: number;
  toMinute: number;
  what: string;
}

/** The agenda of the handoff call, as the seed has it. */
export const AGENDA: readonly AgendaPart[] = [
  { fromMinute: 0, toMinute: 10, what: 'AE walks handoff doc top to bottom' },
  { fromMinute: 10, toMinute: 25, what: 'Delivery Lead and AM ask questions; AE answers in real time' },
  { fromMinute: 25, toMinute: 40, what: 'Risk discussion (Section F): agree mitigations' },
  { fromMinute: 40, toMinute: 50, what: 'Account Manager confirms onboarding plan and dates' },
  { fromMinute: 50, toMinute: 55, what: 'AE introduces AM to client in single email' },
  { fromMinute: 55, toMinute: 60, what: 'Confirm AE off the account; AM is single point of contact' },
];

/** The agenda as lines: `0:10 - 0:25  …`. */
export function agendaInWords(): string {
  return AGENDA.map(({ fromMinute, toMinute, what }) => `${clock(fromMinute)} - ${clock(toMinute)}  ${what}`).join(
    '\n',
  );
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
