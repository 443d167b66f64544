import type { Page } from 'playwright-core';
import { launch } from './launching';

/** What a visitor of the page saw, as JSON on standard output. */
export interface Visit {
  /** Requests that went anywhere but to the server. */
  outside: string[];
  /** What the browser complained of, such as violations of the page's policy. */
  complaints: string[];
  /** What the page says before and after signing in. */
  before: string;
  after: string;
  /** The answer in each tab, by its title. */
  answers: Record<string, unknown>;
  /** The description of the root type in the documentation. */
  docs: string;
  /** Whether the token survived a reload, and was kept for this tab only. */
  afterReload: string;
  stored: { session: string[]; local: string[] };
}

/** GraphiQL takes a moment after a change of tabs before it knows the operation by its name. */
const GRAPHIQL_NOTICES_WITHIN_MS = 1_000;

const EXPECTED_COMPLAINT = /status of 401/;

/** Opens the page, signs in, asks every example and looks into the documentation. */
async function visit(page: Page, url: string, token: string): Promise<Visit> {
  const seen: Pick<Visit, 'outside' | 'complaints'> = { outside: [], complaints: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) seen.outside.push(request.url());
  });
  page.on('pageerror', ({ message }) => seen.complaints.push(message));
  page.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type()) && !EXPECTED_COMPLAINT.test(message.text());
    if (isComplaint) seen.complaints.push(message.text());
  });
  await page.goto(`${url}/`);
  const before = await said(page);
  await page.fill('#token', token);
  await page.click('#sign-in button');
  const after = await said(page, /^You are/);
  const answers = await askAll(page);
  await page.click('button[aria-label="Show Documentation Explorer"]');
  const docs = (await page.textContent('.graphiql-doc-explorer-content')) ?? '';
  await page.reload();
  const afterReload = await said(page, /^You are/);
  // As text: the project's types know no browser.
  const session = await page.evaluate<string[]>('Object.keys(sessionStorage)');
  const local = await page.evaluate<string[]>('Object.values(localStorage)');
  return { ...seen, before, after, answers, docs, afterReload, stored: { session, local } };
}

async function said(page: Page, what = /./): Promise<string> {
  const who = page.locator('#who', { hasText: what });
  await who.waitFor();
  return (await who.textContent()) ?? '';
}

async function askAll(page: Page): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  const titles = await page.locator('.graphiql-tab-button').allTextContents();
  for (const title of titles) {
    await page.click(`.graphiql-tab-button:has-text("${title}")`);
    await page.locator('.graphiql-query-editor', { hasText: `query ${title}` }).waitFor();
    await page.waitForTimeout(GRAPHIQL_NOTICES_WITHIN_MS);
    const answered = page.waitForResponse((response) => response.request().postData()?.includes(title) ?? false);
    await page.click('.graphiql-execute-button');
    answers[title] = await (await answered).json();
  }
  return answers;
}

async function main(url: string, token: string): Promise<void> {
  const browser = await launch();
  try {
    process.stdout.write(JSON.stringify(await visit(await browser.newPage(), url, token)));
  } finally {
    await browser.close();
  }
}

main(process.argv[2] ?? '', process.env.TOKEN ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
