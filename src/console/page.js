const { createElement } = React;
const TOKEN = 'baton-token';
const HOW_TO_GET_ONE = 'npm run --silent token -- FINANCE';

const form = document.getElementById('sign-in');
const input = document.getElementById('token');
const who = document.getElementById('who');
const root = ReactDOM.createRoot(document.getElementById('graphiql'));

/** Sends an operation with the token of this tab. */
async function ask(operation) {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(operation),
  });
  return response.json();
}

/** Each example is a tab of its own; the month that one asks for is the current one. */
function tabOf(query) {
  const month = new Date().toISOString().slice(0, 7);
  return { query, variables: query.includes('$month') ? JSON.stringify({ month }, null, 2) : '' };
}

/** A new key makes GraphiQL read the schema again, as whoever the token is for. */
function show(examples) {
  const key = sessionStorage.getItem(TOKEN) ?? '';
  const defaultTabs = examples.map(tabOf);
  root.render(
    createElement(GraphiQL, {
      key,
      fetcher: ask,
      defaultTabs,
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false,
    }),
  );
}

async function tellWho() {
  if (!sessionStorage.getItem(TOKEN)) return tell('Get one with ', HOW_TO_GET_ONE);
  const { data, errors } = await ask({ query: '{ viewer { key role } }' });
  if (data) tell(`You are ${data.viewer.key}, ${data.viewer.role}.`);
  else if (errors[0].extensions.code === 'UNAUTHENTICATED')
    tell('It is not accepted; get a new one with ', HOW_TO_GET_ONE);
  else tell(errors[0].message);
}

function tell(text, command) {
  const code = document.createElement('code');
  code.textContent = command ?? '';
  who.replaceChildren(text, code);
}

async function start() {
  const examples = await (await fetch('/console/examples.json')).json();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem(TOKEN, input.value.trim());
    show(examples);
    tellWho();
  });
  input.value = sessionStorage.getItem(TOKEN) ?? '';
  show(examples);
  tellWho();
}

start();
