import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from './launching';

/** What a reader of a handoff document saw, as JSON on standard output. */
export interface Reading {
  outside: string[];
  complaints: string[];
  /** What it says without a token, with one of somebody who may not see the deal, and of a deal without package. */
  signedOut: string;
  notMine: string;
  noPackage: string;
  /** What it says where `?revision=` names none. */
  noRevision: string;
  /** Headings and number of tables of the document, and whether it is wider than a phone. */
  title: string;
  headings: string[];
  tables: number;
  widthOnPhone: number;
  /** Whether anything of the text has become an element. */
  injected: number;
  /** What is hidden on paper, and how many pages there are in the PDF. */
  formOnPaper: boolean;
  pages: number;
}

/** The questions of the test, from its environment. */
interface Asked {
  url: string;
  deal: string;
  bare: string;
  mine: string;
  others: string;
  /** The folder for pictures, for whoever wants to look. */
  pictures: string;
}

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1100, height: 1400 };

async function read(page: Page, asked: Asked): Promise<Reading> {
  const seen = { outside: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    if (!request.url().startsWith(asked.url) && !request.url().startsWith('data:')) seen.outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text());
  });
  await page.setViewportSize(DESK);
  await page.goto(`${asked.url}/handoff/${asked.deal}`);
  const signedOut = await said(page, /Sign in/);
  const notMine = await signIn(page, asked.others, /There is no deal/);
  await page.goto(`${asked.url}/handoff/${asked.bare}`);
  const noPackage = await signIn(page, asked.mine, /has no handoff package/);
  await page.goto(`${asked.url}/handoff/${asked.deal}?revision=1st`);
  const noRevision = await said(page, /./);
  await page.goto(`${asked.url}/handoff/${asked.deal}`);
  await page.locator('main h1').waitFor();
  const document = await shown(page);
  await picture(page, asked, 'desk');
  await page.setViewportSize(PHONE);
  const widthOnPhone = await page.evaluate<number>('document.documentElement.scrollWidth');
  await picture(page, asked, 'phone');
  await page.setViewportSize(DESK);
  await page.emulateMedia({ media: 'print' });
  const formOnPaper = await page.locator('#sign-in').isVisible();
  const pdf = await page.pdf({ format: 'A4' });
  writeFileSync(path.join(asked.pictures, 'paper.pdf'), pdf);
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return { ...seen, signedOut, notMine, noPackage, noRevision, ...document, widthOnPhone, formOnPaper, pages };
}

async function shown(page: Page) {
  const headings = await page.locator('main h1, main h2').allTextContents();
  const tables = await page.locator('main table').count();
  const injected = await page.locator('main script, main img, main iframe').count();
  return { title: await page.title(), headings, tables, injected };
}

async function signIn(page: Page, token: string, expected: RegExp): Promise<string> {
  await page.fill('#token', token);
  await page.click('#sign-in button[type=submit]');
  return said(page, expected);
}

async function said(page: Page, what: RegExp): Promise<string> {
  const output = page.locator('#said', { hasText: what });
  await output.waitFor();
  return (await output.textContent()) ?? '';
}

async function picture(page: Page, { pictures }: Asked, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

async function main(asked: Asked): Promise<void> {
  const browser = await launch();
  try {
    process.stdout.write(JSON.stringify(await read(await browser.newPage(), asked)));
  } finally {
    await browser.close();
  }
}

main(JSON.parse(process.env.ASKED ?? '{}') as Asked).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
