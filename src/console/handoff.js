const TOKEN = 'baton-token';
const QUERY = `query ($key: String!, $revision: Int) {
  deal(key: $key) { clientName handoffPackage { document(revision: $revision) { html } } }
}`;

const form = document.getElementById('sign-in');
const input = document.getElementById('token');
const said = document.getElementById('said');
const page = document.getElementById('document');
const key = location.pathname.split('/').pop();
const revision = Number(new URLSearchParams(location.search).get('revision')) || null;

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
  if (errors?.[0].extensions.code === 'UNAUTHENTICATED')
    return 'Sign in with a token; get one with npm run --silent token -- ACCOUNT_MANAGER';
  if (errors) return errors[0].message;
  if (!data.deal) return `There is no deal ${key} that you may see.`;
  if (!data.deal.handoffPackage) return `${key} has no handoff package yet.`;
  if (!data.deal.handoffPackage.document) return `${key} has no revision ${revision} of its handoff package.`;
  return undefined;
}

async function show() {
  said.textContent = 'Loading…';
  page.replaceChildren();
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
