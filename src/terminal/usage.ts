/** What `npx baton --help` says. */
export const USAGE = `npx baton handoff COMMAND [options]

  template [--currency GBP]                 prints a handoff document to be filled in
  check FILE [--currency GBP]               says what is wrong with a document and what it lacks, without a server
  import FILE --deal D-2026-0042            makes a document the draft of a deal's package
         [--expected-version N]             unless somebody has changed it since version N, which export --json tells
  export --deal D-2026-0042 [--revision N]  prints the document of a deal, of the draft or of a revision
         [--out FILE]                       or writes it to a file

npx baton audit COMMAND [options]

  verify [--anchors FILE] [--json]          goes through the audit log and names the first entry that was altered, is
                                            missing or was moved; with anchors kept elsewhere also a cut end
  anchor                                    prints the head of the log, as a line to be kept elsewhere

FILE is - for standard input; documents are UTF-8. With --json the answer is JSON. Holidays, the deal's Week 1 and who
is who are checked by the server alone. The audit log is read from DATABASE_URL, or the database that Baton runs here.
BATON_URL is where the server is (http://localhost:4000), BATON_TOKEN says who you are to it,
or the file that BATON_TOKEN_FILE names.

Exit codes: 0 all is well, 1 something is wrong with the document or it was refused, 2 the command was not understood
or a file cannot be read or written, 3 the server cannot be reached or does not know you.
`;
