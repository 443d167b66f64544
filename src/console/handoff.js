const TOKEN = 'baton-token';
const QUERY = `query ($key: String!, $revision: Int) {
  deal(key: $key) { clientName handoffPackage { document(revision: $revision) { html } } }
}`;

const form = document.getElementById('sign-in');
const input = document.getElementById('token');
const said = document.getElementById('said');
const page = document.getElementById('document');
const key = location.pathname.split('/').pop();
const asked = new URLSearchParams(location.search).get('revision');
/** Null for the draft. */
const revision = asked === null ? null : Number(asked);

/** Whether `?revision=` is there and names none: the draft is not to be taken for it. */
const isNoRevision = revision !== null && !/^[1-9]\d{0,8}$/.test(asked);

/** Asks for the document with the token of this tab. */
async function ask() {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: QUERY, variables: { key, revision } }),
  });
  return response.json();
}

/** The words for what came instead of a document; undefined where one came. */
function whyNot({ data, errors }) {
  if (errors?.[0].extensions?.code === 'UNAUTHENTICATED')
    return 'Sign in with a token; get one with npm run --silent token -- ACCOUNT_MANAGER';
  if (errors) return errors[0].message;
  if (!data) return 'The server does not answer.';
  if (!data.deal) return `There is no deal ${key} that you may see.`;
  if (!data.deal.handoffPackage) return `${key} has no handoff package yet.`;
  if (!data.deal.handoffPackage.document) return `${key} has no revision ${revision} of its handoff package.`;
  return undefined;
}

async function show() {
  page.replaceChildren();
  if (isNoRevision) {
    said.textContent = `"${asked}" is not the number of a revision.`;
    return;
  }
  said.textContent = 'Loading…';
  const answer = await ask().catch(() => ({ errors: [{ message: 'The server does not answer.', extensions: {} }] }));
  const why = whyNot(answer);
  said.textContent = why ?? '';
  if (why) return;
  document.title = `Handoff: ${answer.data.deal.clientName} (${key})`;
  // The server makes it of text alone, and the policy of this page lets nothing in it run.
  page.innerHTML = answer.data.deal.handoffPackage.document.html;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, input.value.trim());
  show();
});
document.getElementById('print').addEventListener('click', () => print());
input.value = sessionStorage.getItem(TOKEN) ?? '';
show();
