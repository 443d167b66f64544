import { type Browser, chromium as playwright } from 'playwright-core';

const EXTRAORDINARY = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote'];

/** A browser, out of an npm package. */
export async function launch(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  // The page is to be seen under the rules of an ordinary browser, which has more than one process.
  const args = chromium.args.filter((arg) => !EXTRAORDINARY.includes(arg));
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}
