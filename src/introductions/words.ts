/** Who the introduction is about. */
export interface Introduced {
  accountManager: string;
  accountExecutive: string;
  hrSponsor: string;
}

/** The subject and the text of the introduction, as the seed has it; people are called by their first names in it. */
export function introduction({ accountManager, accountExecutive, hrSponsor }: Introduced): {
  subject: string;
  body: string;
} {
  const am = firstName(accountManager);
  return {
    subject: `Introducing ${accountManager}, your Account Manager`,
    body: [
      `Hi ${firstName(hrSponsor)},`,
      `Now we're signed, I want to hand you over to ${accountManager}, who'll be your single point of contact ` +
        `throughout the engagement. ${am} has been on the call with our Delivery Lead and me this afternoon — ` +
        "they're fully briefed on everything we've discussed.",
      `${am} will be in touch within 24 hours to confirm the kickoff date and start the onboarding clock.`,
      "I'll stay on hand if anything material changes commercially, but for everything operational, " +
        `${am} is your person.`,
      'Thanks for the trust — looking forward to seeing this land.',
      accountExecutive,
    ].join('\n\n'),
  };
}

/** The subject and the text where another account manager takes over; the AE's again, whom the client knows. */
export function takingOver({ accountManager, accountExecutive, hrSponsor }: Introduced, before: string) {
  const am = firstName(accountManager);
  return {
    subject: `Introducing ${accountManager}, your new Account Manager`,
    body: [
      `Hi ${firstName(hrSponsor)},`,
      `${accountManager} takes over from ${before} as your Account Manager, and is your single point of contact from ` +
        'now on. You need explain nothing again: it is all handed over.',
      `${am} will be in touch within 24 hours. For everything operational, ${am} is your person.`,
      accountExecutive,
    ].join('\n\n'),
  };
}

/** The one line with which the AE answers a client who has written to them after the call. */
export function yourContactNow(accountManager: string, email: string): string {
  return `${accountManager} (${email}) is your contact now; I have passed your email on.`;
}

const TITLE = /^(dr|mr|mrs|ms|miss|mx|prof|professor|sir|dame)\.?$/i;

/** Nobody is greeted by their title alone: who has one is called by their whole name. */
function firstName(name: string): string {
  const [first = name] = name.trim().split(/\s+/);
  return TITLE.test(first) || first.startsWith('[') ? name.trim() : first;
}
